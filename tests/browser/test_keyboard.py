"""Without a mouse: every stop of the Tab key is seen and shows that it has the focus; one can skip to the content."""

import pytest
from django.utils import timezone
from playwright.sync_api import Page

from tests.browser import town
from tests.browser.keyboard import MOST_STOPS, tab, walk
from tests.browser.ways import restyle


@pytest.fixture
def opened(city, visitor):
    """Opens a place of the town in a window of this width."""

    def open_place(place: str, *, width: int, **options) -> Page:
        context, _watch = visitor(viewport={"width": width, "height": 800}, reduced_motion="reduce", **options)
        page = context.new_page()
        page.goto(f"{city}{town.address(place, today=timezone.localdate())}")
        return page

    return open_place


@pytest.mark.parametrize(
    ("place", "width"),
    [("home", 1280), ("agenda", 360), ("event", 1280), ("event", 360), ("mission", 1280), ("mission", 360)],
)
def test_a_visitor_sees_where_the_keyboard_leads(place, width, opened):
    stops = walk(opened(place, width=width))
    assert 5 < len(stops) < MOST_STOPS
    assert [fault for stop in stops for fault in stop.faults] == []


@pytest.mark.parametrize("place", town.PLACES)
def test_every_page_shows_where_the_keyboard_leads_and_lets_go(place, opened):
    looks = {"1280 px": opened(place, width=1280)}
    looks["320 px, forced colours"] = opened(place, width=320, forced_colors="active")
    stops = {look: walk(page) for look, page in looks.items()}
    assert [f"{look}: {fault}" for look, each in stops.items() for stop in each for fault in stop.faults] == []
    assert max(len(each) for each in stops.values()) < MOST_STOPS


def test_a_visitor_can_skip_to_the_content(opened):
    page = opened("agenda", width=1280)
    assert tab(page).words == "Aller au contenu"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"
    assert tab(page).inMain


def test_a_stop_without_visible_focus_is_told(opened):
    page = opened("event", width=1280)
    restyle(page, ":focus-visible { outline: none !important; box-shadow: none !important }")
    assert any("without visible focus" in fault for stop in walk(page) for fault in stop.faults)


def test_a_focus_that_is_a_shadow_alone_is_told_in_forced_colours(opened):
    page = opened("event", width=1280, forced_colors="active")
    restyle(page, ":focus-visible { outline: none !important; box-shadow: 0 0 0 3px red !important }")
    assert any("without visible focus" in fault for stop in walk(page) for fault in stop.faults)


def test_a_stop_under_something_else_is_told(opened):
    page = opened("event", width=1280)
    page.evaluate("document.body.append(document.createElement('aside'))")
    restyle(page, "body > aside { position: fixed; inset: 0; z-index: 99999 }")
    assert any("covered" in fault for stop in walk(page) for fault in stop.faults)
