"""What a page does behind the visitor's back: errors in the console, requests that fail, requests to anywhere else."""

from collections.abc import Callable
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage, Request, Response, WebError

from tests.browser.chromium import HOST, NAME

# Schemes that stay inside the browser.
LOCAL = ("data", "blob", "about", "chrome-error")


class Watch:
    """Listens to every page of a context. `expected`: addresses (by their path) that may answer with an error."""

    def __init__(self, context: BrowserContext, *, expected: Callable[[str], bool] = lambda path: False) -> None:
        self.faults: list[str] = []
        self.requests: list[str] = []
        self.expected = expected
        context.on("request", self._asked)
        context.on("requestfailed", self._failed)
        context.on("response", self._answered)
        context.on("console", self._said)
        context.on("weberror", self._threw)

    def take(self) -> list[str]:
        """The faults so far; the next page starts with none."""
        faults, self.faults = self.faults, []
        return faults

    def _asked(self, request: Request) -> None:
        self.requests.append(request.url)
        address = urlsplit(request.url)
        if address.scheme not in LOCAL and address.hostname not in (HOST, NAME):
            self.faults.append(f"asked another machine: {request.url}")

    def _failed(self, request: Request) -> None:
        # A page that is left while something loads gives it up: no fault of the page.
        if request.failure != "net::ERR_ABORTED":
            self.faults.append(f"failed: {request.url} ({request.failure})")

    def _answered(self, response: Response) -> None:
        if response.status >= 400 and not self.expected(urlsplit(response.url).path):
            self.faults.append(f"{response.status}: {response.url}")

    def _said(self, message: ConsoleMessage) -> None:
        path = urlsplit(message.location.get("url", "")).path
        if message.type in ("error", "warning") and not self.expected(path):
            self.faults.append(f"console {message.type}: {message.text}")

    def _threw(self, error: WebError) -> None:
        self.faults.append(f"script: {error.error}")
