"""A hand from the telephone call to the thanks, in a real browser; and each page of it readable by everybody."""

import time
from collections.abc import Iterator

import pytest
from django.conf import settings
from django.contrib.auth import get_user_model
from django.core import mail
from django.core.management import call_command
from django.test import Client
from playwright.sync_api import BrowserContext, Page, expect
from wagtail.models import ModelLogEntry

from tests.browser.desk import Desk
from tests.browser.sweep import sweep
from tests.factories import VolunteerFactory
from tests.hands import HelpRequestFactory, matched, offer_of
from tests.mailbox import link_with
from volunteering.core.charter import charter_version
from volunteering.core.city import CitySettings
from volunteering.help_requests.history import SHOW_ADDRESS, action_of
from volunteering.help_requests.links import CODE, FOLLOW, PROVE
from volunteering.help_requests.models import HelpRequest
from volunteering.help_requests.states import State
from volunteering.volunteers.models import Volunteer

TELEPHONE = {"width": 360, "height": 800}
ASK, GIVE = "engagement/coups-de-main/demander/", "engagement/coups-de-main/"
AGENT, PAULETTE = "Agent d'accueil", "paulette@people.example"
PAUSE = 3.2  # seconds: what is faster is taken for a robot


def giver_in(context: BrowserContext, city: str, *, agreed: bool = True) -> tuple[Page, Volunteer]:
    """A volunteer, signed in."""
    user = get_user_model().objects.create_user("giver", "giver@people.example")
    version = charter_version(CitySettings.objects.get()) if agreed else ""
    volunteer = VolunteerFactory(user=user, email=user.email, birth_year=1980, charter_version=version)
    client, name = Client(), settings.SESSION_COOKIE_NAME
    client.force_login(user)
    context.add_cookies([{"name": name, "value": client.cookies[name].value, "url": city}])
    return context.new_page(), volunteer


def enter_and_approve(page: Page, city: str) -> None:
    """An agent, with somebody without an e-mail on the telephone."""
    page.goto(f"{city}/admin/engagement/help-requests/")
    page.get_by_role("link", name="Saisir une demande").first.click()
    page.locator("#id_kind").select_option(label="Faire une course")
    page.locator("#id_neighbourhood").select_option(index=1)
    page.locator("#id_words").fill("Elle ne peut plus porter ses courses.")
    page.locator("#id_first_name").fill("Paulette")
    page.locator("#id_last_name").fill("Essai")
    page.locator("#id_phone").fill("04 65 71 22 22")
    page.locator("#id_address").fill("3 rue du Port")
    page.locator("#id_consent").check()
    page.get_by_role("button", name="Saisir cette demande").click()
    page.get_by_role("button", name="Lire ce qui a été écrit").click()
    expect(page.get_by_text("Elle ne peut plus porter ses courses.")).to_be_visible()
    page.locator("#id_need").fill("Porter des courses")
    page.get_by_role("button", name="Approuver").click()
    expect(page.get_by_text("La demande est ouverte.")).to_be_visible()


def test_a_hand_asked_for_by_telephone_is_given(city, visitor):
    desk, desk_watch = visitor()
    agent = Desk(desk.new_page(), city).come_back(AGENT).page
    enter_and_approve(agent, city)
    context, watch = visitor(viewport=TELEPHONE, java_script_enabled=False)
    page, _volunteer = giver_in(context, city, agreed=False)
    page.goto(f"{city}/{GIVE}")
    page.get_by_role("button", name="J’accepte la charte").click()
    page.locator(".v-status", has_text="Porter des courses").get_by_role("link", name="Je peux le faire").click()
    page.get_by_label("Quelques mots pour la personne").fill("Je fais les miennes le mardi.")
    page.get_by_role("button", name="Proposer mon aide").click()
    expect(page.get_by_text("Attend une réponse").or_(page.locator(".v-status__word"))).to_be_visible()
    expect(page.get_by_role("button", name="Afficher l’adresse")).to_have_count(0)

    agent.reload()
    expect(agent.get_by_text("Je fais les miennes le mardi.")).to_be_visible()
    agent.get_by_role("button", name="Accepter pour elle").click()
    page.reload()
    page.get_by_role("button", name="Afficher l’adresse").click()
    expect(page.get_by_text("3 rue du Port")).to_be_visible()
    assert ModelLogEntry.objects.filter(action=action_of(SHOW_ADDRESS)).count() == 1

    agent.goto(f"{city}/admin/engagement/help-requests/inspect/{HelpRequest.objects.get().pk}/")
    agent.get_by_role("link", name="C’est fait").click()
    agent.locator("#id_hours").fill("1")
    agent.get_by_role("button", name="C’est fait").click()
    expect(agent.get_by_text("et le bénévole est remercié")).to_be_visible()
    assert (HelpRequest.objects.get().state, HelpRequest.objects.get().worked) == (State.DONE, 60)
    assert watch.take() == []
    assert desk_watch.take() == []


@pytest.mark.parametrize("scripts", [True, False], ids=["with JavaScript", "without"])
def test_a_resident_asks_on_one_page_and_says_yes(scripts, city, visitor):
    context, watch = visitor(viewport=TELEPHONE, java_script_enabled=scripts)
    page = context.new_page()
    page.goto(f"{city}/{ASK}")
    page.get_by_text("Garder un enfant").click()
    page.get_by_label("Votre prénom").fill("Paulette")
    page.get_by_label("Votre nom").fill("Essai")
    page.get_by_role("button", name="Demander un coup de main").click()
    expect(page.get_by_role("alert")).to_contain_text("monenfant.fr")
    expect(page.get_by_label("Votre prénom")).to_have_value("Paulette")
    page.get_by_text("Des papiers").click()
    page.locator("#id_neighbourhood").select_option(index=1)
    page.get_by_label("Votre adresse e-mail").fill(PAULETTE)
    time.sleep(PAUSE)
    page.get_by_role("button", name="Demander un coup de main").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Regardez vos messages")
    call_command("deliver_mail", verbosity=0)
    message = [each for each in mail.outbox if each.to == [PAULETTE]][-1]
    page.goto(city + link_with(message, "confirmer"))
    page.get_by_role("button", name="Oui, je demande un coup de main").click()
    expect(page.locator(".v-status__word")).to_contain_text("En cours de lecture à la mairie")
    assert HelpRequest.objects.get().state == State.WAITING
    assert watch.take() == []


def addresses(volunteer: Volunteer) -> Iterator[str]:
    """Every page of a help request, in the states that one may see."""
    shown, waiting = HelpRequestFactory(shown=True), HelpRequestFactory(unconfirmed=True)
    offer_of(shown, text="Je passe mardi.")
    coming, own = matched(), matched(volunteer, shares_phone=True)
    yield f"{GIVE}?kind=garbage"
    yield f"{GIVE}{shown.pk}/"
    yield f"{GIVE}mes-offres/"
    yield f"{GIVE}mes-offres/{own.pk}/"
    yield f"{GIVE}mes-demandes/"
    yield f"{ASK}code/{CODE.sign(str(waiting.pk))}/"
    yield f"{ASK}confirmer/{PROVE.sign(str(waiting.pk))}/"
    for request in (shown, coming.request):
        yield f"{GIVE}suivi/{FOLLOW.sign(str(request.pk))}/"
    yield f"{GIVE}suivi/{FOLLOW.sign(str(coming.request.pk))}/messages/{coming.pk}/"
    yield f"{GIVE}suivi/{FOLLOW.sign(str(shown.pk))}/prolonger/"


@pytest.mark.slow
def test_everyone_can_read_the_pages_of_help_requests(city, visitor):
    context, watch = visitor()
    (page, volunteer), faults = giver_in(context, city), []
    for address in addresses(volunteer):
        faults += sweep(page, f"{city}/{address}", watch)
    assert "\n".join(faults) == ""
