"""Proposing something in a real browser: an association on a telephone without JavaScript, an editor at a desk."""

import time
from datetime import date, timedelta

import pytest
from django.core import mail
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Page, expect

from tests.browser.axe import violations
from tests.browser.desk import Desk
from tests.browser.sweep import sweep
from tests.mailbox import link_with
from tests.moderation.rivals import begun
from volunteering.core.outbox.models import OutgoingMail
from volunteering.moderation.links import FOLLOW, confirm_token
from volunteering.moderation.models import Submission
from volunteering.moderation.submitting.questionnaire import Questionnaire

TELEPHONE = {"width": 360, "height": 800}
NADIA = "nadia@people.example"
TITLE = "Atelier couture du mercredi"
PAUSE = 3.2  # seconds: what is faster is taken for a robot
STEPS = ("quoi", "quand", "ou", "pour-qui", "image", "vous")


def mail_to(address: str) -> mail.EmailMultiAlternatives:
    """The newest; what waits is sent first."""
    call_command("deliver_mail", verbosity=0)
    return [message for message in mail.outbox if message.to == [address]][-1]


def wednesday() -> date:
    today = timezone.localdate()
    return today + timedelta(days=14 + (2 - today.weekday()) % 7)


def go_on(page: Page) -> None:
    page.get_by_role("button", name="Enregistrer et continuer").click()


def propose(page: Page, city: str) -> None:
    """From the agenda to "look at your messages", in the words that stand on the screen."""
    page.goto(f"{city}/agenda/")
    page.get_by_role("link", name="Annoncez-le ici").click()
    page.get_by_label("Comment cela s’appelle").fill(TITLE)
    page.get_by_label("En une ou deux phrases").fill("On apprend à coudre ensemble.")
    time.sleep(PAUSE)
    page.get_by_role("button", name="Continuer").click()
    page.get_by_label("Quel jour").fill(wednesday().isoformat())
    page.get_by_label("À partir de quelle heure").fill("14:00")
    page.get_by_label("Jusqu’à quelle heure").fill("16:00")
    page.get_by_label("Toutes les semaines").check()
    page.get_by_role("button", name="Voir les dates").click()
    expect(page.locator(".v-said")).to_contain_text("tous les mercredis de 14 h à 16 h")
    page.locator("[name=not_on]").nth(1).check()
    go_on(page)
    page.get_by_label("Nom du lieu").fill("Maison de quartier")
    go_on(page)
    page.get_by_label("C’est gratuit").check()
    go_on(page)
    go_on(page)
    page.get_by_label("Votre prénom").fill("Nadia")
    page.get_by_label("Votre nom").fill("Roche")
    page.get_by_label("Votre adresse e-mail").fill(NADIA)
    for box in page.locator("[name=charter]").all():
        box.check()
    page.get_by_role("button", name="Relire").click()
    page.get_by_role("button", name="Envoyer à la mairie").click()
    expect(page.locator(".v-stand")).to_have_text("Attend votre confirmation")


def decide(desk: Desk, button: str, words: str = "") -> None:
    """What waits, opened from the list, and answered."""
    desk.page.goto(desk.city + reverse("volunteering_submissions:index"))
    desk.page.get_by_role("link", name=TITLE).click()
    desk.page.get_by_label("À l’auteur").fill(words)
    desk.page.get_by_role("button", name=button).click()
    expect(desk.page.locator(".messages")).to_contain_text(TITLE)


def pass_ten_minutes() -> None:
    """The mail about a decision leaves when it cannot be undone any more."""
    OutgoingMail.objects.update(not_before=timezone.now() - timedelta(seconds=1))


def test_an_association_proposes_the_editor_asks_for_a_change_and_residents_read_it(city, visitor):
    context, watch = visitor(viewport=TELEPHONE, java_script_enabled=False)
    page = context.new_page()
    propose(page, city)
    page.goto(city + link_with(mail_to(NADIA), "confirmer"))
    page.get_by_role("button", name="Oui, envoyer à la mairie").click()
    expect(page.locator(".v-stand")).to_have_text("En cours de lecture à la mairie")

    office, office_watch = visitor(viewport={"width": 1366, "height": 900})
    desk = Desk(office.new_page(), city).come_back("Modérateur vie associative")
    decide(desk, "Demander une modification", "Pourriez-vous ajouter l’adresse ?")
    pass_ten_minutes()
    page.goto(city + link_with(mail_to(NADIA), "propositions"))
    expect(page.locator(".v-history")).to_contain_text("Pourriez-vous ajouter l’adresse ?")
    page.get_by_role("link", name="Modifier mes réponses").click()
    page.get_by_role("link", name="Modifier – Où").click()
    page.get_by_label("Adresse", exact=True).fill("12, rue du Port")
    go_on(page)
    page.goto(page.url.split("/etape/")[0] + "/relire/")
    page.get_by_role("button", name="Envoyer la modification").click()

    decide(desk, "Approuver")
    page.goto(f"{city}/agenda/?q=couture")
    page.get_by_role("link", name=TITLE).first.click()
    expect(page.locator("main")).to_contain_text("12, rue du Port")
    assert (watch.take(), office_watch.take()) == ([], [])


@pytest.fixture
def draft(city):
    """One whose first step is answered, and one that waits for its confirmation."""
    unproven = begun("mission")
    Submission.objects.filter(pk=unproven.pk).update(state="unconfirmed", email="a@b.fr")
    unproven.refresh_from_db()
    return begun("evenement"), unproven


def test_every_step_and_every_error_can_be_used_by_everyone(city, visitor, draft):
    written, unproven = draft
    context, watch = visitor(viewport=TELEPHONE)
    page, token = context.new_page(), FOLLOW.sign(str(written.pk))
    places = [reverse("volunteering:submission_step", args=[token, step]) for step in STEPS]
    places += [reverse(f"volunteering:{name}", args=[token]) for name in ("review_submission", "continue_later")]
    places += [reverse("volunteering:propose"), reverse("volunteering:begin_submission", args=["association"])]
    places += [reverse("volunteering:follow_submission", args=[FOLLOW.sign(str(unproven.pk))])]
    places += [reverse("volunteering:confirm_submission", args=[confirm_token(unproven)])]
    found = {place: problems for place in places if (problems := sweep(page, city + place, watch))}
    assert found == {}

    for step in ("quand", "ou", "vous"):
        page.goto(city + reverse("volunteering:submission_step", args=[token, step]))
        page.locator("main form button[type=submit]").first.click()
        expect(page.locator(".v-errors")).to_be_focused()
        assert violations(page) == []
    assert watch.take() == []


@pytest.mark.parametrize("kind", ["mission", "initiative", "association", "actualite"])
def test_the_steps_of_every_other_kind_can_be_used_by_everyone(city, visitor, kind):
    written = begun(kind)
    context, watch = visitor(viewport=TELEPHONE)
    page, token = context.new_page(), FOLLOW.sign(str(written.pk))
    found = {}
    for step in Questionnaire(written).names:
        place = city + reverse("volunteering:submission_step", args=[token, step])
        found[step] = sweep(page, place, watch)
        page.goto(place)
        page.locator("main form button[type=submit]").first.click()
        found[f"{step}, sent"] = violations(page)
    assert {place: faults for place, faults in found.items() if faults} == {}
    assert watch.take() == []


def test_a_pin_is_put_right_by_hand(city, visitor, draft):
    context, watch = visitor(viewport=TELEPHONE)
    page, (written, _unproven) = context.new_page(), draft
    page.goto(city + reverse("volunteering:submission_step", args=[FOLLOW.sign(str(written.pk)), "ou"]))
    page.get_by_label("Adresse", exact=True).fill("12, rue du Port")
    page.locator("v-pin").scroll_into_view_if_needed()
    page.locator("v-pin .leaflet-container").click(position={"x": 100, "y": 120})
    expect(page.locator("v-pin .v-pin")).to_be_visible()
    go_on(page)

    kept = Submission.objects.get(pk=written.pk).answers["ou"]
    assert kept["point_of"] == ["12, rue du Port"]
    assert len(kept["point"][0].split(",")) == 2
    assert watch.take() == []
