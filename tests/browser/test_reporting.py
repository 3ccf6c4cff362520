"""A page is reported on a telephone, and taken off the site by the office, in a real browser."""

import time

from playwright.sync_api import Page, expect

from tests.browser import axe
from tests.browser.desk import Desk
from tests.factories import VolunteerFactory
from volunteering.agenda.models import EventPage
from volunteering.moderation.models import Report, ReportDecision

TELEPHONE = {"width": 360, "height": 800}
EVENT = "/agenda/cours-de-francais/"
PAUSE = 3.2  # seconds: what is faster is taken for a robot


def report(page: Page, city: str) -> None:
    page.goto(f"{city}{EVENT}")
    page.get_by_role("link", name="Signaler cette page").click()
    time.sleep(PAUSE)
    page.get_by_role("button", name="Envoyer le signalement").click()
    assert axe.violations(page) == []
    page.get_by_label("Quelque chose est faux ou n’est plus à jour").check()
    page.locator("#id_words").fill("Le cours a lieu le mardi.")
    page.locator("#id_email").fill("jeanne@people.example")
    page.get_by_role("button", name="Envoyer le signalement").click()
    expect(page.get_by_role("heading", name="Merci, votre signalement est arrivé")).to_be_visible()
    assert axe.violations(page) == []


def test_a_page_is_reported_and_the_office_takes_it_off_the_site(city, visitor):
    telephone, _watch = visitor(viewport=TELEPHONE)
    desktop, watch = visitor(viewport={"width": 1280, "height": 1000}, reduced_motion="reduce")
    report(telephone.new_page(), city)
    editor = Desk(desktop.new_page(), city).come_back("Éditeur")
    editor.page.goto(f"{city}/admin/engagement/reports/")
    assert axe.violations(editor.page) == []
    editor.page.get_by_role("link", name="Cours de français").first.click()
    expect(editor.page.get_by_text("Le cours a lieu le mardi.")).to_be_visible()
    assert [*axe.violations(editor.page), *watch.take()] == []
    editor.page.locator("#id_words").fill("Merci, c’est vu.")
    editor.page.locator("#id_statement").fill("Le jour était faux.")
    editor.page.get_by_role("button", name="La retirer du site").click()
    expect(editor.page.get_by_text("c’est décidé, et annoncé")).to_be_visible()
    assert not EventPage.objects.get(slug="cours-de-francais").live
    assert (Report.objects.get().decision.outcome, ReportDecision.objects.count()) == ("take_down", 1)


def test_the_texts_of_the_charter_can_be_read_by_everybody(city, visitor):
    desktop, watch = visitor(viewport={"width": 1280, "height": 1000}, reduced_motion="reduce")
    editor = Desk(desktop.new_page(), city).come_back("Éditeur")
    VolunteerFactory()
    editor.page.goto(f"{city}/admin/engagement/charter/")
    editor.page.get_by_text("Lire ce texte").first.click()
    assert [*axe.violations(editor.page), *watch.take()] == []
