"""One's own profile and data in a real browser: on a telephone, with and without JavaScript."""

from collections.abc import Iterator

import pytest
from django.conf import settings
from django.contrib.auth import get_user_model
from django.test import Client
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.axe import violations
from tests.browser.sweep import sweep
from tests.factories import IssueFactory
from volunteering.applications.actions import open_calendar
from volunteering.applications.links import MINE
from volunteering.core.geo import Point
from volunteering.core.geocoding.memory import MemoryGeocoder
from volunteering.volunteers.models import Absence, Volunteer

TELEPHONE = {"width": 360, "height": 800}
JEANNE = "jeanne@people.example"
MEMORY = "volunteering.core.geocoding.memory.MemoryGeocoder"
PROFILE = "/engagement/mon-profil/"
STEPS = ("vous", "ou", "quand", "ce-que-j-aime")


@pytest.fixture(autouse=True)
def _geocoder(settings, monkeypatch):
    settings.VOLUNTEERING = {**settings.VOLUNTEERING, "GEOCODER": MEMORY}
    monkeypatch.setattr(MemoryGeocoder, "places", {"12 rue du Port": Point(lat=45.9, lng=4.06)})


def signed_in(context: BrowserContext, city: str) -> Page:
    """A resident who has proven their address another day."""
    client, name = Client(), settings.SESSION_COOKIE_NAME
    client.force_login(get_user_model().objects.create_user("0e1f", JEANNE))
    context.add_cookies([{"name": name, "value": client.cookies[name].value, "url": city}])
    return context.new_page()


def go_on(page: Page, title: str) -> None:
    page.get_by_role("button", name="Enregistrer et continuer").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(title)


@pytest.mark.parametrize("scripts", [True, False], ids=["with JavaScript", "without"])
def test_a_resident_fills_in_their_profile(scripts, city, visitor):
    issue = IssueFactory(name="Des rues plus fraîches")
    context, watch = visitor(viewport=TELEPHONE, java_script_enabled=scripts)
    page = signed_in(context, city)
    page.goto(f"{city}{PROFILE}")
    page.get_by_role("link", name="Commencer").click()
    page.get_by_label("Votre prénom").fill("Jeanne")
    page.get_by_label("Votre nom").fill("Durand")
    go_on(page, "Où")
    page.get_by_label("Votre adresse").fill("12 rue du Port")
    page.get_by_label("Jusqu’où allez-vous").fill("5")
    go_on(page, "Quand")
    box = page.get_by_label("samedi – Matin")
    box.focus()
    page.keyboard.press("Space")
    page.get_by_label("Absence à partir du").fill("2030-07-01")
    page.get_by_role("button", name="Ajouter ces dates").click()
    expect(page.get_by_label("1 juillet 2030")).to_be_visible()
    expect(box).to_be_checked()
    go_on(page, "Ce que j’aime")
    group = page.get_by_role("group", name=issue.name)
    group.get_by_label("Ce que cela représente").select_option("-2")
    page.get_by_role("button", name="Étape précédente").click()
    page.get_by_role("link", name="Passer cette étape").click()
    page.get_by_role("button", name="Enregistrer").first.click()
    expect(page.locator("main")).to_contain_text("Connue à 500 mètres près")

    volunteer = Volunteer.objects.get(email=JEANNE)
    assert (volunteer.availability, volunteer.radius) == (["5-morning"], 5)
    assert volunteer.area not in (None, Point(lat=45.9, lng=4.06))
    assert [row.interest for row in volunteer.stances.all()] == [-2]
    assert volunteer.absences.count() == 1
    assert watch.take() == []


def test_what_is_wrong_in_a_step_is_told_where_it_is_wrong(city, visitor):
    context, watch = visitor(viewport=TELEPHONE)
    page, faults = signed_in(context, city), []
    wrong = {"vous": "birth_year", "ou": "radius", "quand": "last_day"}
    page.goto(f"{city}{PROFILE}vous/")
    page.get_by_label("Votre prénom").fill("Jeanne")
    page.get_by_label("Votre nom").fill("Durand")
    go_on(page, "Où")
    for step, name in wrong.items():
        page.goto(f"{city}{PROFILE}{step}/")
        page.locator(f"[name={name}]").fill("2030-07-01" if name == "last_day" else "0")
        page.get_by_role("button", name="Enregistrer et continuer").click()
        expect(page.locator(".v-errors")).to_be_focused()
        faults += violations(page)
    assert faults == []
    assert watch.take() == []


def addresses() -> Iterator[str]:
    """Every page of one's own, with much on it."""
    volunteer = Volunteer.objects.create(
        user=get_user_model().objects.get(email=JEANNE),
        email=JEANNE,
        first_name="Anne-Sophie",
        last_name="de Montmorency-Laval",
        confirmed_at="2026-01-01T00:00Z",
        seen_at="2020-01-01T00:00Z",
        languages=["fr", "fsl"],
        availability=["0-morning", "6-evening"],
        lat=45.9,
        lng=4.06,
    )
    Absence.objects.create(volunteer=volunteer, first_day="2030-07-01", last_day="2030-08-31")
    IssueFactory(name="Des rues plus fraîches", description="De l’ombre, de l’eau, des arbres.")
    yield PROFILE
    yield from (f"{PROFILE}{step}/" for step in STEPS)
    yield "/engagement/mes-donnees/"
    yield "/engagement/mes-donnees/effacer/"
    yield "/engagement/mes-donnees/effacees/"
    yield f"/engagement/mes-donnees/{MINE.sign(str(volunteer.pk))}/"
    yield "/engagement/mes-missions/"
    open_calendar(volunteer=volunteer)
    yield "/engagement/mes-missions/?page=1"
    yield PROFILE


@pytest.mark.slow
def test_everyone_can_read_the_pages_of_a_profile(city, visitor):
    context, watch = visitor()
    page, faults = signed_in(context, city), []
    page.goto(f"{city}{PROFILE}")
    assert violations(page) == []
    for address in addresses():
        faults += [f"{address}: {fault}" for fault in sweep(page, f"{city}{address}", watch)]
        page.set_viewport_size(TELEPHONE)
        faults += [f"{address}: {fault}" for fault in violations(page)]
    assert "\n".join(faults) == ""


@pytest.mark.parametrize("scripts", [True, False], ids=["with JavaScript", "without"])
def test_a_resident_makes_and_stops_the_address_of_their_calendar(scripts, city, visitor):
    context, watch = visitor(viewport=TELEPHONE, java_script_enabled=scripts)
    page = signed_in(context, city)
    assert len(list(addresses())) > 5
    Volunteer.objects.get(email=JEANNE).calendar_address.delete()
    page.goto(f"{city}/engagement/mes-missions/")
    page.get_by_role("button", name="Créer l’adresse de mon agenda").click()
    address = page.get_by_label("Ou copiez cette adresse").input_value()
    link = page.get_by_role("link", name="Ouvrir dans mon agenda").get_attribute("href")
    assert link == f"webcal{address[address.index(':') :]}"
    page.get_by_role("button", name="Arrêter cette adresse").click()
    expect(page.get_by_role("button", name="Créer l’adresse de mon agenda")).to_be_visible()
    assert watch.take() == []


@pytest.mark.parametrize("scripts", [True, False], ids=["with JavaScript", "without"])
def test_a_resident_erases_everything(scripts, city, visitor):
    context, watch = visitor(viewport=TELEPHONE, java_script_enabled=scripts)
    page = signed_in(context, city)
    assert len(list(addresses())) > 5
    page.goto(f"{city}/engagement/mes-donnees/")
    page.get_by_role("link", name="Tout effacer").click()
    page.get_by_role("button", name="Tout effacer").click()
    expect(page.locator(".v-errors")).to_be_focused()
    page.get_by_label("Oui, tout effacer").check()
    page.get_by_role("button", name="Tout effacer").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Tout est effacé")
    assert not Volunteer.objects.filter(email=JEANNE).exists()
    assert not get_user_model().objects.filter(email=JEANNE).exists()
    assert watch.take() == []
