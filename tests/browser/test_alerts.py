"""Following a list in a real browser: on a telephone, with and without JavaScript; the pages behind the mails."""

import time

import pytest
from playwright.sync_api import Page, expect

from tests.browser.sweep import sweep
from tests.factories import SavedSearchFactory
from volunteering.alerts.links import CONFIRM, MANAGE, STOP, STOP_ALL
from volunteering.alerts.models import SavedSearch

TELEPHONE = {"width": 360, "height": 800}
JEANNE = "jeanne@people.example"
SENT = "**/engagement/alertes/verifiez-vos-messages/"
PAUSE = 3.2  # seconds: what is faster is taken for a robot
LINKS = {"confirmer": CONFIRM, "gerer": MANAGE, "arreter": STOP, "tout-arreter": STOP_ALL}


def fill_in(page: Page, city: str) -> None:
    page.goto(f"{city}/agenda/")
    page.get_by_text("Recevoir les nouveautés par e-mail").click()
    page.get_by_label("Votre adresse e-mail").fill(JEANNE)
    page.get_by_label("À quelle fréquence").select_option("daily")


def test_a_resident_follows_a_list_in_one_step(city, visitor):
    context, watch = visitor(viewport=TELEPHONE)
    page = context.new_page()
    fill_in(page, city)
    page.wait_for_function("document.querySelector('.v-follow input[name=stamp]').value")
    time.sleep(PAUSE)
    page.get_by_role("button", name="Tenez-moi au courant").click()
    page.wait_for_url(SENT)

    assert SavedSearch.objects.get().frequency == "daily"
    assert watch.take() == []


def test_a_resident_follows_a_list_without_javascript_in_two(city, visitor):
    context, _watch = visitor(viewport=TELEPHONE, java_script_enabled=False)
    page = context.new_page()
    fill_in(page, city)
    page.get_by_role("button", name="Tenez-moi au courant").click()
    expect(page.get_by_label("Votre adresse e-mail")).to_have_value(JEANNE)
    expect(page.get_by_label("À quelle fréquence")).to_have_value("daily")
    time.sleep(PAUSE)
    page.get_by_role("button", name="Tenez-moi au courant").click()
    page.wait_for_url(SENT)

    assert SavedSearch.objects.get().email == JEANNE


def test_a_mistyped_address_is_told_where_it_was_typed(city, visitor):
    context, watch = visitor(viewport=TELEPHONE)
    page = context.new_page()
    page.goto(f"{city}/engagement/alertes/events/")
    page.get_by_label("Votre adresse e-mail").fill("jeanne chez orange")
    page.get_by_role("button", name="Tenez-moi au courant").click()

    expect(page.locator(".v-errors")).to_be_focused()
    expect(page.get_by_label("Votre adresse e-mail")).to_have_value("jeanne chez orange")
    assert watch.take() == []


@pytest.mark.parametrize("where", LINKS)
def test_everyone_can_read_the_pages_behind_the_mails(where, city, visitor):
    searches = [
        SavedSearchFactory(email=JEANNE, label="Événements : Culture, Jardin · Les Tanneries"),
        SavedSearchFactory(email=JEANNE, kind="missions", label="Toutes les missions", is_paused=True),
    ]
    address = f"{city}/engagement/alertes/{where}/{LINKS[where].sign(str(searches[0].pk))}/"
    context, watch = visitor()

    assert "\n".join(sweep(context.new_page(), address, watch)) == ""


def test_an_open_form_below_a_list_can_be_read_by_everyone(city, visitor):
    context, watch = visitor()
    page = context.new_page()
    page.add_init_script(
        "document.addEventListener('DOMContentLoaded', () => document.querySelector('.v-follow').open = true)"
    )

    assert "\n".join(sweep(page, f"{city}/missions/", watch)) == ""
