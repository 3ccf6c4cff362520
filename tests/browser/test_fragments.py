"""A list swapped in place is the same page as a reload: what one sees, the address, and the way back."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.watch import Watch

# What the server sent of the list; a map is drawn in it by a script.
CONTENT = """(() => {
  const list = document.querySelector("[data-fragment]").cloneNode(true);
  for (const map of list.querySelectorAll("v-map")) map.replaceWith(map.dataset.points);
  return list.innerHTML;
})()"""


@pytest.fixture
def agenda(city, visitor) -> tuple[Page, Watch]:
    context, watch = visitor(viewport={"width": 1280, "height": 800}, reduced_motion="reduce")
    page = context.new_page()
    page.goto(f"{city}/agenda/")
    return page, watch


def swap_to_next_page(page: Page) -> None:
    with page.expect_response(lambda response: "page=2" in response.url) as swapped:
        page.locator("a[rel=next][data-swap]").click()
    assert swapped.value.request.resource_type == "fetch"
    page.wait_for_function("!document.querySelector('[data-fragment]').hasAttribute('aria-busy')")


def test_the_swapped_list_is_what_a_reload_shows(agenda):
    page, watch = agenda
    swap_to_next_page(page)
    assert re.search(r"[?&]page=2$", page.url)
    swapped = page.evaluate(CONTENT)
    page.reload()
    assert page.evaluate(CONTENT).split() == swapped.split()
    assert watch.take() == []


def test_back_shows_the_list_one_came_from(agenda):
    page, _watch = agenda
    before = page.evaluate(CONTENT)
    swap_to_next_page(page)
    page.go_back()
    expect(page).to_have_url(re.compile(r"/agenda/$"))
    page.wait_for_function(f"before => {CONTENT}.split(/\\s+/).join() === before.split(/\\s+/).join()", arg=before)


def test_someone_who_listens_is_told_and_led_to_the_new_list(agenda):
    page, _watch = agenda
    swap_to_next_page(page)
    expect(page.locator("[data-fragment-status][role=status]")).not_to_be_empty()
    assert page.evaluate("document.activeElement === document.querySelector('[data-fragment]')")
