"""What someone told the device once holds here: less motion, one's own colours, larger text."""

import pytest

from tests.browser.ways import OVERFLOW, restyle

# Everything that moves by itself for longer than an eye notices.
MOVING = """() => document.getAnimations().filter((each) => each.effect.getComputedTiming().duration > 10).length"""
TRANSITIONS = """() => [...document.querySelectorAll("body *")].filter((element) =>
  getComputedStyle(element).transitionDuration.split(",").some((each) => parseFloat(each) > 0.01)).length"""
# Buttons and chips say with a border what their colour said.
BORDERLESS = """() => [...document.querySelectorAll(".v-button")].filter((element) => {
  const { borderTopStyle, outlineStyle } = getComputedStyle(element);
  return element.offsetParent && borderTopStyle === "none" && outlineStyle === "none";
}).map((element) => element.innerText)"""
CUT = """() => [...document.querySelectorAll("main *")].filter((element) =>
  element.children.length === 0 && element.innerText && getComputedStyle(element).overflow === "hidden"
  && element.scrollHeight > element.clientHeight + 2 && element.clientHeight > 1).map((element) => element.className)"""
# WCAG 1.4.12.
SPACING = "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }"


@pytest.fixture
def opened(city, visitor):
    def open_page(path: str, **options):
        context, watch = visitor(**{"viewport": {"width": 1280, "height": 900}, **options})
        page = context.new_page()
        page.goto(f"{city}{path}")
        return page, watch

    return open_page


@pytest.mark.parametrize("path", ["/", "/agenda/", "/missions/trier-les-dons-de-la-grande-collecte/"])
def test_nothing_moves_for_someone_who_asked_for_less_motion(opened, path):
    page, _watch = opened(path, reduced_motion="reduce")
    assert page.evaluate(TRANSITIONS) == 0
    assert page.evaluate(MOVING) == 0
    assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"


@pytest.mark.parametrize("path", ["/", "/agenda/", "/missions/trier-les-dons-de-la-grande-collecte/"])
def test_a_button_is_still_one_in_forced_colours(opened, path):
    page, watch = opened(path, forced_colors="active")
    assert page.evaluate(BORDERLESS) == []
    assert watch.take() == []


@pytest.mark.parametrize("path", ["/", "/agenda/", "/agenda/cours-de-francais/", "/associations/"])
def test_no_word_is_cut_when_someone_spaces_the_text(opened, path):
    page, _watch = opened(path, viewport={"width": 360, "height": 800})
    cut_anyway = page.evaluate(CUT)
    restyle(page, SPACING)
    assert page.evaluate(CUT) == cut_anyway
    assert page.evaluate(OVERFLOW) == ""
