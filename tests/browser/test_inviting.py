"""An association looks for somebody and invites them, in a real browser on a telephone, with and without JavaScript."""

from collections.abc import Iterator

import pytest
from django.conf import settings
from django.contrib.auth import get_user_model
from django.test import Client
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.sweep import sweep
from tests.factories import VolunteerFactory
from volunteering.applications.links import MINE, NOT_TO_BE_FOUND
from volunteering.applications.models import Application
from volunteering.applications.states import State
from volunteering.core.taxonomy import Skill, Theme
from volunteering.directory.actions import appoint
from volunteering.directory.models import Role
from volunteering.missions.models import MissionPage
from volunteering.volunteers.models import Volunteer, VolunteerSkill

TELEPHONE = {"width": 360, "height": 800}
SLUG = "trier-les-dons-de-la-grande-collecte"


def member_in(context: BrowserContext, city: str) -> Page:
    """Somebody who speaks for the association of the mission."""
    user = get_user_model().objects.create_user("member", "member@people.example")
    appoint(association=MissionPage.objects.get(slug=SLUG).organiser, user=user, role=Role.MANAGER, by=None)
    client, name = Client(), settings.SESSION_COOKIE_NAME
    client.force_login(user)
    context.add_cookies([{"name": name, "value": client.cookies[name].value, "url": city}])
    return context.new_page()


def louise() -> Volunteer:
    """With everything an association may read of her, at its longest."""
    volunteer = VolunteerFactory(
        first_name="Anne-Sophie",
        last_name="de Montmorency-Laval",
        may_be_found=True,
        availability=["0-morning", "2-afternoon", "5-morning", "5-evening"],
        only_holidays=True,
    )
    volunteer.themes.add(Theme.objects.first())
    VolunteerSkill.objects.create(volunteer=volunteer, skill=Skill.objects.get(name="Lire à voix haute"), level=3)
    return volunteer


@pytest.mark.parametrize("scripts", [True, False], ids=["with JavaScript", "without"])
def test_an_association_invites_somebody_who_says_yes(scripts, city, visitor):
    volunteer = louise()
    context, watch = visitor(viewport=TELEPHONE, java_script_enabled=scripts)
    page = member_in(context, city)
    page.goto(f"{city}/engagement/mon-association/")
    page.locator(f"a[href$='/missions/{MissionPage.objects.get(slug=SLUG).pk}/']").click()
    page.get_by_role("link", name="Chercher des bénévoles").click()
    asked = page.locator(".v-find")
    asked.get_by_text("Que cherchez-vous ?").click()
    asked.get_by_label("Sait faire").select_option(label="Lire à voix haute")
    asked.get_by_role("button", name="Rechercher").click()
    page.locator(".v-status", has_text="Anne-Sophie D.").get_by_role("link", name="Inviter").click()
    page.get_by_label("Un mot de votre part").fill("Nous lisons aux enfants pendant le tri.")
    page.get_by_role("button", name="Envoyer l’invitation").click()
    expect(page.get_by_text("L’invitation de Anne-Sophie D. est partie")).to_be_visible()

    page.goto(f"{city}/engagement/mes-missions/{MINE.sign(str(volunteer.pk))}/")
    expect(page.get_by_text("Nous lisons aux enfants")).to_be_visible()
    page.get_by_role("button", name="Oui, je viens").click()
    expect(page.locator(".v-status__word").first).to_contain_text("On vous attend")
    assert Application.objects.get(volunteer=volunteer).state == State.ACCEPTED
    assert watch.take() == []


def addresses() -> Iterator[tuple[str, str]]:
    mission, volunteer = MissionPage.objects.get(slug=SLUG), louise()
    yield "found", f"mon-association/missions/{mission.pk}/chercher/"
    yield "nobody", f"mon-association/missions/{mission.pk}/chercher/?day=6&slot=evening&skill=garbage"
    yield "invite", f"mon-association/missions/{mission.pk}/inviter/{volunteer.pk}/"
    yield "stop", f"mes-missions/ne-plus-etre-invite/{NOT_TO_BE_FOUND.sign(str(volunteer.pk))}/"


@pytest.mark.slow
def test_everyone_can_read_the_pages_of_an_invitation(city, visitor):
    context, watch = visitor()
    page, faults = member_in(context, city), []
    for _name, address in addresses():
        faults += sweep(page, f"{city}/engagement/{address}", watch)
    assert "\n".join(faults) == ""
