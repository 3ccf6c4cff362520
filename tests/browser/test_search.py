"""The search proposes pages while one types, for the keyboard, the mouse and those who listen; it works without."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser import axe

SEARCH = "/engagement/recherche/"


@pytest.fixture
def page(city, visitor) -> Page:
    context, _watch = visitor(viewport={"width": 1280, "height": 800}, reduced_motion="reduce")
    page = context.new_page()
    page.goto(f"{city}{SEARCH}")
    return page


def type_into(page: Page, name: str, words: str) -> tuple[Locator, Locator]:
    """The field and its options, once there are any."""
    field = page.locator(f"#{name}")
    field.press_sequentially(words)
    options = page.locator(f"v-search:has(#{name}) [role=option]")
    expect(options.first).to_be_visible()
    return field, options


def test_a_resident_goes_to_a_proposed_page_by_the_keyboard_alone(page):
    field, options = type_into(page, "v-search-words", "journée en toue")
    expect(field).to_have_attribute("aria-expanded", "true")
    field.press("ArrowDown")
    expect(options.first).to_have_attribute("aria-selected", "true")
    expect(field).to_have_attribute("aria-activedescendant", options.first.get_attribute("id"))
    field.press("Enter")
    expect(page).to_have_url(re.compile(r"/agenda/balade-en-toue/$"))


def test_someone_who_listens_is_told_how_many_there_are_and_axe_has_nothing_to_say(page):
    type_into(page, "v-search-words", "journée en toue")
    expect(page.locator("v-search:has(#v-search-words) [role=status]")).to_have_text("1 suggestion")
    assert axe.violations(page) == []


def test_escape_closes_the_list_and_keeps_the_words(page):
    field, options = type_into(page, "v-search-words", "journée en toue")
    field.press("Escape")
    expect(options.first).to_be_hidden()
    expect(field).to_have_value("journée en toue")
    expect(field).to_have_attribute("aria-expanded", "false")


def test_enter_without_a_chosen_page_searches(page):
    field, _options = type_into(page, "v-search-words", "journée en toue")
    field.press("Enter")
    expect(page).to_have_url(re.compile(r"[?]q=journ.*toue$"))


def test_a_proposed_page_opens_with_a_click(page):
    _field, options = type_into(page, "v-search-words", "journée en toue")
    options.first.click()
    expect(page).to_have_url(re.compile(r"/agenda/balade-en-toue/$"))


def test_the_field_in_the_header_opens_with_the_focus_in_it_and_folds_again(page):
    page.locator(".site-header__search summary").press("Enter")
    expect(page.locator("#site-search")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#site-search")).to_be_hidden()
    expect(page.locator(".site-header__search summary")).to_be_focused()


def test_without_scripts_the_field_is_a_form(city, visitor):
    context, _watch = visitor(viewport={"width": 360, "height": 800}, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{city}/")
    page.locator("#home-search").fill("journée en toue")
    page.locator("#home-search").press("Enter")
    expect(page.locator(".v-card__title")).to_have_count(1)
