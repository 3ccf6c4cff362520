"""Someone of 75 on a phone finds what is on; map and list agree; nobody is asked where they are before a click."""

import re

import pytest
from playwright.sync_api import Page, expect

PHONE = {"viewport": {"width": 360, "height": 740}, "reduced_motion": "reduce"}
DESK = {"viewport": {"width": 1280, "height": 900}, "reduced_motion": "reduce"}
FREE_CLASS = "Cours de français pour adultes"


@pytest.fixture
def opened(city, visitor):
    def open_page(path: str, **options) -> Page:
        context, watch = visitor(**options)
        page = context.new_page()
        page.goto(f"{city}{path}")
        page.watch = watch
        return page

    return open_page


@pytest.mark.parametrize("scripts", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_a_resident_finds_a_free_class_in_three_taps(opened, scripts):
    page = opened("/", java_script_enabled=scripts, **PHONE)
    page.locator(".doors a[href='/agenda/']").click()
    page.locator(".v-quick").get_by_role("link", name="Gratuit").click()
    expect(page).to_have_url(re.compile(r"/agenda/\?free=1$"))
    page.locator("[data-fragment]").get_by_role("link", name=FREE_CLASS).first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(FREE_CLASS)
    assert page.watch.take() == []


@pytest.mark.parametrize("scripts", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_a_resident_searches_takes_an_answer_away_and_comes_back(opened, scripts):
    page = opened("/missions/", java_script_enabled=scripts, **PHONE)
    page.locator(".v-finder__fold > summary").click()
    page.get_by_label("Quoi ?").fill("soupe")
    page.locator(".v-finder__row").get_by_role("button", name="Chercher").click()
    expect(page).to_have_url(re.compile(r"[?&]q=soupe"))
    expect(page.locator(".v-count")).to_contain_text("1 résultat")
    page.locator(".v-given__chip", has_text="Soupe").click()
    expect(page.locator(".v-given__chip")).to_have_count(0)
    page.go_back()
    expect(page.locator(".v-count")).to_contain_text("1 résultat")


def test_touching_a_mission_marks_its_pin_and_the_other_way_round(opened):
    page = opened("/missions/", **DESK)
    page.wait_for_selector(".v-found .leaflet-marker-icon")
    pins = page.evaluate("[...document.querySelectorAll('.v-found .v-pin b')].map((number) => number.textContent)")
    number = pins[0]
    page.locator(f"li[data-pin='{number}'] a").first.focus()
    expect(page.locator(".v-pin--marked b")).to_have_text(number)
    page.locator(".v-found .v-pin", has=page.get_by_text(number, exact=True)).focus()
    expect(page.locator(f"li[data-pin='{number}'].v-marked")).to_have_count(1)


@pytest.mark.parametrize("path", ["/agenda/", "/missions/", "/associations/"])
def test_a_phone_shows_the_map_in_the_list_s_place_and_back_with_the_keyboard(opened, path):
    page = opened(path, **PHONE)
    switch, things = page.locator("[data-map-switch]"), page.locator(".v-found__list")
    expect(page.locator(".v-found v-map")).to_be_hidden()
    assert not page.evaluate("performance.getEntriesByType('resource').some(({ name }) => name.includes('leaflet'))")
    switch.press("Enter")
    expect(page.locator(".v-found .leaflet-marker-icon").first).to_be_visible()
    expect(things).to_be_hidden()
    expect(page.locator("[data-fragment-status]")).to_have_text("La carte a pris la place de la liste.")
    assert page.evaluate("document.activeElement.textContent.trim().split(/\\s+/)[1]") == "Liste"
    switch.press("Enter")
    expect(things).to_be_visible()
    expect(page.locator(".v-found v-map")).to_be_hidden()
    assert page.watch.take() == []


def test_a_phone_stays_on_the_map_while_the_list_is_narrowed_and_a_pin_says_what_it_is(opened):
    page = opened("/missions/", **PHONE)
    page.locator("[data-map-switch]").click()
    page.locator(".v-quick__link").last.click()
    expect(page.locator(".v-quick__link[aria-current]")).to_have_count(1)
    expect(page.locator(".v-found__list")).to_be_hidden()
    pin = page.locator(".v-found .v-pin").first
    title = pin.get_attribute("title")
    pin.click()
    # By the keyboard: the popup may still be sliding under a finger.
    page.locator(".leaflet-popup").get_by_role("link", name=title).press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(title)


def test_the_keyboard_passes_over_the_map(opened):
    page = opened("/missions/", **DESK)
    page.locator(".v-beside__skip a").focus()
    expect(page.get_by_role("link", name="Passer la carte")).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('v-map, .v-beside, .v-found__list')") is None


def test_a_phone_without_scripts_has_the_list_and_no_switch_that_does_nothing(opened):
    page = opened("/missions/", java_script_enabled=False, **PHONE)
    expect(page.locator(".v-found__list")).to_be_visible()
    expect(page.locator("[data-map-switch], .v-beside")).to_have_count(2)
    expect(page.locator("[data-map-switch]")).to_be_hidden()
    expect(page.locator(".v-beside")).to_be_hidden()


@pytest.mark.parametrize(
    ("viewport", "seen"),
    [((1280, 800), ".v-row"), ((360, 740), ".v-row__title")],
    ids=["on a desk", "on a phone"],
)
def test_the_first_event_is_on_the_first_screen_of_the_agenda(opened, viewport, seen):
    page = opened("/agenda/", viewport=dict(zip(("width", "height"), viewport, strict=True)))
    for part in ("h1", ".v-quick", ".v-finder__fold", ".v-strip", ".v-day__title", f".v-day {seen}"):
        expect(page.locator(part).first).to_be_in_viewport(ratio=1)


def test_what_lasts_is_one_link_away_from_the_top_of_the_agenda(opened):
    page = opened("/agenda/", **PHONE)
    page.locator(".v-to-lasting a").click()
    expect(page.locator(".v-ongoing h2")).to_be_in_viewport()


def test_the_map_shows_what_the_list_shows(opened):
    page = opened("/missions/", **DESK)
    page.wait_for_selector(".v-found .leaflet-marker-icon")
    listed = page.evaluate("[...document.querySelectorAll('[data-pin]')].map(({ dataset }) => dataset.pin)")
    points = page.evaluate("JSON.parse(document.querySelector('.v-found v-map').dataset.points).length")
    assert listed == [str(number) for number in range(1, points + 1)]


def test_a_visitor_is_asked_where_they_are_on_a_click_only_and_tells_a_block_of_streets(opened):
    here = {"latitude": 45.901234, "longitude": 4.061999}
    page = opened("/associations/", geolocation=here, permissions=["geolocation"], **DESK)
    assert "near=" not in page.url
    page.get_by_role("button", name="Autour de moi").click()
    expect(page).to_have_url(re.compile(r"near=45\.902(%2C|,)4\.062"))
    expect(page.locator(".v-given__chip")).to_contain_text("autour de vous")
    assert page.watch.take() == []


def test_a_visitor_who_does_not_tell_where_they_are_is_helped_on(opened):
    page = opened("/associations/", permissions=[], **DESK)
    page.get_by_role("button", name="Autour de moi").click()
    expect(page.locator("[data-near][role=status]")).to_contain_text("quartier")
    assert page.evaluate("document.activeElement.name") == "place"


def test_all_the_filters_stay_open_while_someone_tries_them(opened):
    page = opened("/missions/", **DESK)
    page.locator(".v-finder__all > summary").click()
    page.get_by_label(re.compile("^Régulièrement")).check()
    page.get_by_role("button", name="Voir les résultats").click()
    expect(page.locator(".v-given__chip")).to_have_text("Enlever : Régulièrement")
    expect(page.locator(".v-finder__all[open]")).to_have_count(1)
