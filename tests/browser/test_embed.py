"""Our agenda in a frame on somebody else's page."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from playwright.sync_api import Page, expect

from tests.browser.chromium import HOST

# As the lines to copy make it.
PAGE = """<!doctype html><title>Ailleurs</title><link rel="icon" href="data:,">
<iframe src="{city}/engagement/embed/agenda/" title="Agenda" width="100%" height="100" data-engagement></iframe>
<script src="{city}/static/volunteering/js/embed.js" defer></script>"""
GROWN = "() => Number(document.querySelector('iframe').height) > 300"

# Writes down each height that the frame is given.
WATCH = """() => {
  const frame = document.querySelector("iframe");
  window.heights = [];
  const observer = new MutationObserver(() => heights.push(frame.getAttribute("height")));
  observer.observe(frame, { attributeFilter: ["height"] });
}"""


@pytest.fixture
def elsewhere(city) -> Iterator[str]:
    """The address of another site: another port is another origin."""

    class Answer(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            content = PAGE.format(city=city).encode()
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_said: object) -> None:
            """Nothing: pytest's output is for tests."""

    with ThreadingHTTPServer((HOST, 0), Answer) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://{HOST}:{server.server_address[1]}/"
        server.shutdown()
        thread.join()


@pytest.fixture
def page(elsewhere, visitor) -> Page:
    context, _watch = visitor()
    page = context.new_page()
    page.goto(elsewhere)
    return page


def test_a_frame_on_another_site_grows_with_its_list(page):
    expect(page.frame_locator("iframe").locator(".v-card").first).to_be_visible()
    page.wait_for_function(GROWN)
    content = page.frames[1].evaluate("document.documentElement.offsetHeight")
    assert abs(int(page.locator("iframe").get_attribute("height")) - content) <= 1


def test_a_message_that_no_frame_of_ours_sent_changes_none(page):
    page.wait_for_function(GROWN)
    page.evaluate(WATCH)
    page.evaluate("() => window.postMessage({engagementHeight: 9999}, '*')")
    # A message of our frame, sent after it, arrives after it.
    page.frames[1].evaluate("() => window.parent.postMessage({engagementHeight: 777}, '*')")
    page.wait_for_function("() => heights.includes('777')")
    assert "9999" not in page.evaluate("() => heights")
