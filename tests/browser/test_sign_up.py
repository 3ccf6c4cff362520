"""Giving a hand in a real browser: on a telephone, with and without JavaScript, to the first words together."""

import time
from collections.abc import Iterator

import pytest
from django.core import mail
from django.core.management import call_command
from playwright.sync_api import Page, expect

from tests.browser.axe import violations
from tests.browser.sweep import sweep
from tests.factories import VolunteerFactory, apply
from tests.mailbox import link_with
from volunteering.applications.actions import accept, withdraw
from volunteering.applications.links import ANSWER, CODE, MINE, PROVE
from volunteering.applications.models import Application, SignUp
from volunteering.applications.states import Actor, State
from volunteering.core.addresses import fingerprint
from volunteering.missions.models import MissionPage

TELEPHONE = {"width": 360, "height": 800}
JEANNE, OFFICE = "jeanne@people.example", "office@asso.example"
MISSION = "/missions/trier-les-dons-de-la-grande-collecte/"
PAUSE = 3.2  # seconds: what is faster is taken for a robot


def the_mission() -> MissionPage:
    """With an association that reads its mails and answers each person."""
    slug = MISSION.split("/")[2]
    MissionPage.objects.filter(slug=slug).update(acceptance="manual")
    mission = MissionPage.objects.get(slug=slug)
    mission.organiser.office_email = OFFICE
    mission.organiser.save()
    return mission


def mail_to(address: str) -> mail.EmailMultiAlternatives:
    """The newest; what waits is sent first."""
    call_command("deliver_mail", verbosity=0)
    return [message for message in mail.outbox if message.to == [address]][-1]


def sign_up(page: Page, city: str) -> None:
    """Three pages: the mission, the form, "look at your messages"."""
    page.goto(f"{city}{MISSION}")
    page.locator(".v-action .v-pick").first.click()
    page.locator(".v-action").get_by_role("button", name="Je participe").click()
    expect(page.locator("[name=shifts]").first).to_be_checked()
    page.get_by_label("Votre prénom").fill("Jeanne")
    page.get_by_label("Votre nom").fill("Durand")
    page.get_by_label("Votre adresse e-mail").fill(JEANNE)
    for box in page.locator("[name=age], [name=charter]").all():
        box.check()
    time.sleep(PAUSE)
    page.get_by_role("button", name="Je participe").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Regardez vos messages")


@pytest.mark.parametrize("scripts", [True, False], ids=["with JavaScript", "without"])
def test_a_resident_signs_up_the_association_accepts_and_both_talk(scripts, city, visitor):
    the_mission()
    context, watch = visitor(viewport=TELEPHONE, java_script_enabled=scripts)
    page = context.new_page()
    sign_up(page, city)
    page.goto(city + link_with(mail_to(JEANNE), "confirmer"))
    page.get_by_role("button", name="Oui, je participe").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Merci, Jeanne")

    page.goto(city + link_with(mail_to(OFFICE), "qui-vient"))
    jeanne = page.locator("article", has_text="Jeanne")
    jeanne.get_by_role("button", name="Accepter").click()
    expect(jeanne.locator(".v-status__word")).to_contain_text("Accepté")
    jeanne.get_by_role("link", name="Messages").click()
    page.get_by_label("Votre message").fill("Venez avec des gants.")
    page.get_by_role("button", name="Envoyer").click()

    page.goto(city + link_with(mail_to(JEANNE), "messages"))
    expect(page.locator(".v-thread")).to_contain_text("Venez avec des gants.")
    page.get_by_label("Votre message").fill("D’accord, à samedi !")
    page.get_by_role("button", name="Envoyer").click()
    expect(page.locator(".v-thread__said--mine")).to_contain_text("D’accord")
    assert Application.objects.get(volunteer__email=JEANNE).state == State.ACCEPTED
    assert watch.take() == []


def test_the_code_of_the_message_does_as_well(city, visitor):
    the_mission()
    context, watch = visitor(viewport=TELEPHONE)
    page = context.new_page()
    sign_up(page, city)
    code = next(line for line in mail_to(JEANNE).body.splitlines() if "code" in line).rstrip(".")[-7:]
    page.get_by_label("Le code du message").fill(code)
    page.get_by_role("button", name="Confirmer").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Merci, Jeanne")
    assert watch.take() == []


def test_what_is_missing_is_told_where_it_is_missing(city, visitor):
    mission = the_mission()
    context, watch = visitor(viewport=TELEPHONE)
    page = context.new_page()
    page.goto(f"{city}/engagement/missions/{mission.pk}/participer/")
    page.get_by_role("button", name="Je participe").click()
    expect(page.locator(".v-errors")).to_be_focused()
    page.locator(".v-errors").get_by_role("link", name="Quand venez-vous").click()
    assert page.evaluate("location.hash") == "#id_shifts"
    assert violations(page) == []
    assert watch.take() == []


def addresses() -> Iterator[tuple[str, str]]:
    """Every page of a sign-up, in every state that one may see."""
    mission = the_mission()
    capacity = mission.capacities.soonest().filter(places__isnull=False).first()
    capacity.places = capacity.taken + 1
    capacity.save()
    volunteer = VolunteerFactory(first_name="Anne-Sophie", last_name="de Montmorency-Laval", phone="06 12 34 56 78")
    first = apply(capacity, volunteer, message="Bonjour, j’ai une camionnette. Faut-il prendre des gants ?")
    waiting = apply(capacity, message="Je peux aussi venir plus tard.")
    withdraw(application=first)
    again = apply(capacity, VolunteerFactory(first_name="Louise"))
    accept(application=apply(mission.capacities.soonest().last(), volunteer), by=Actor.ASSOCIATION)
    uids = [str(capacity.shift_uid)]
    typed = SignUp.objects.create(mission=mission, site=mission.get_site(), first_name="A", email="a@b.fr", shifts=uids)
    mine, answer = MINE.sign(str(volunteer.pk)), ANSWER.sign([mission.pk, fingerprint(OFFICE)])
    offered = MINE.sign(str(waiting.volunteer_id))
    assert again.state == State.WAITING
    yield "form", f"missions/{mission.pk}/participer/"
    yield "code", f"inscription/code/{CODE.sign(str(typed.pk))}/"
    yield "proof", f"inscription/confirmer/{PROVE.sign(str(typed.pk))}/"
    yield "mine", f"mes-missions/{mine}/"
    yield "offered", f"mes-missions/{offered}/"
    yield "thread", f"mes-missions/{mine}/{first.pk}/messages/"
    yield "lost", "mes-missions/mon-lien/"
    yield "over", "mes-missions/garbage/"
    yield "applicants", f"association/qui-vient/{answer}/"
    yield "applicant", f"association/qui-vient/{answer}/{first.pk}/messages/"


@pytest.mark.slow
def test_everyone_can_read_the_pages_of_a_sign_up(city, visitor):
    context, watch = visitor(expected=lambda path: "garbage" in path)
    page, faults = context.new_page(), []
    for _name, address in addresses():
        faults += sweep(page, f"{city}/engagement/{address}", watch)
    assert "\n".join(faults) == ""
