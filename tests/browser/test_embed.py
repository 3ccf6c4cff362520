"""Our agenda in a frame on somebody else's page."""

from playwright.sync_api import expect

# A page of another origin, as the lines to copy make it.
PAGE = """<!doctype html><title>Ailleurs</title>
<iframe src="{city}/engagement/embed/agenda/" title="Agenda" width="100%" height="100" data-engagement></iframe>
<script src="{city}/static/volunteering/js/embed.js" defer></script>"""


def test_a_frame_on_another_site_grows_with_its_list(city, visitor):
    context, _watch = visitor()
    page = context.new_page()
    page.route(
        "http://ailleurs.example/", lambda route: route.fulfill(body=PAGE.format(city=city), content_type="text/html")
    )

    page.goto("http://ailleurs.example/")

    frame = page.frame_locator("iframe")
    expect(frame.locator(".v-card").first).to_be_visible()
    page.wait_for_function("Number(document.querySelector('iframe').height) > 300")
    content = page.frames[1].evaluate("document.documentElement.scrollHeight")
    assert abs(int(page.locator("iframe").get_attribute("height")) - content) <= 40


def test_a_message_from_elsewhere_changes_no_frame(city, visitor):
    context, _watch = visitor(java_script_enabled=True)
    page = context.new_page()
    page.route(
        "http://ailleurs.example/", lambda route: route.fulfill(body=PAGE.format(city=city), content_type="text/html")
    )
    page.goto("http://ailleurs.example/")
    page.wait_for_function("Number(document.querySelector('iframe').height) > 300")
    before = page.locator("iframe").get_attribute("height")

    page.evaluate("window.postMessage({engagementHeight: 9999}, '*')")
    page.wait_for_timeout(300)

    assert page.locator("iframe").get_attribute("height") == before
