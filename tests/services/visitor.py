"""A browser in front of the server: it keeps cookies and sends forms. Standard library only."""

import urllib.error
import urllib.request
from dataclasses import dataclass
from urllib.parse import urlencode


@dataclass(frozen=True)
class Answer:
    status: int
    location: str
    text: str
    headers: object


class StayHere(urllib.request.HTTPRedirectHandler):
    """Shows a redirection instead of following it."""

    def redirect_request(self, *args):
        return None


class Visitor:
    """The web server in front speaks HTTPS with it, so cookies for HTTPS only come back, and says for whom it asks."""

    def __init__(self, server, address="203.0.113.7"):
        self.site, self.cookies, self.address = server.address, {}, address

    def get(self, path):
        return self._send(path)

    def post(self, path, **fields):
        return self._send(path, urlencode(fields | {"csrfmiddlewaretoken": self.cookies["__Host-csrf"]}).encode())

    def _send(self, path, body=None):
        headers = {
            "Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items()),
            "Origin": self.site.replace("http:", "https:"),
            "X-Forwarded-Proto": "https",
            "X-Forwarded-For": self.address,
        }
        request = urllib.request.Request(self.site + path, data=body, headers=headers)
        try:
            answer = urllib.request.build_opener(StayHere).open(request, timeout=30)
        except urllib.error.HTTPError as error:
            answer = error
        with answer:
            for cookie in answer.headers.get_all("Set-Cookie", []):
                name, _, value = cookie.partition(";")[0].partition("=")
                self.cookies[name] = value
            return Answer(
                answer.status,
                answer.headers.get("Location", ""),
                answer.read().decode(errors="replace"),
                answer.headers,
            )
