"""Every mail of sign-ups: the same in text and in HTML, readable, and without anybody's address."""

import re

import icalendar
import pytest
from bs4 import BeautifulSoup
from wagtail.models import Site

from tests.factories import AssociationFactory, VolunteerFactory, apply, shift_of
from tests.mailbox import letters_only, said
from volunteering.applications.actions import accept
from volunteering.applications.models import Application, SignUp
from volunteering.applications.notifications.proving import MyLink, NothingOfMine, ProveAddress
from volunteering.applications.notifications.to_organiser import TO_ORGANISER
from volunteering.applications.notifications.to_volunteer import TO_VOLUNTEER, Accepted, Withdrawn
from volunteering.applications.states import Actor, State
from volunteering.core.city import CitySettings
from volunteering.core.outbox.composing import compose
from volunteering.core.outbox.letters import NothingToSay
from volunteering.core.outbox.models import OutgoingMail

pytestmark = pytest.mark.django_db

STATES = {letter: state for state, letter in [*TO_VOLUNTEER.items(), *TO_ORGANISER.items()]}
LETTERS = [ProveAddress, MyLink, NothingOfMine, *STATES]


@pytest.fixture
def application(clock, db):
    CitySettings.objects.create(
        site=Site.objects.get(), name="Rivemont", helpline_number="04 65 71 12 12", helpline_hours="9 h – 12 h"
    )
    organiser = AssociationFactory(title="Chœur & « danse »", with_office=True)
    capacity = shift_of(organiser=organiser, title="L’été : <chanter>", place_name="Salle des fêtes")
    return apply(capacity, VolunteerFactory(email="kanari@people.example", first_name="Louise", last_name="Petit"))


def write(letter, application, *, language="fr"):
    """The mail as it would leave, the application being where the letter tells it is."""
    values = {"state": STATES.get(letter, State.REQUESTED), "until": application.capacity.start}
    Application.objects.filter(pk=application.pk).update(**values)
    typed = SignUp.objects.create(mission=application.mission, site=Site.objects.get(), email="a@b.fr")
    about = {
        "application": str(application.pk),
        "sign_up": str(typed.pk),
        "volunteer": str(application.volunteer_id),
    }
    return compose(OutgoingMail(letter=letter.path(), recipient="a@b.fr", about=about, language=language))


def calendar_in(message):
    """The one entry of the attached calendar, and its method."""
    [(_name, content, _kind)] = message.attachments
    calendar = icalendar.Calendar.from_ical(content)
    [entry] = calendar.walk("VEVENT")
    return calendar["method"], entry


@pytest.mark.parametrize("letter", LETTERS)
def test_a_mail_says_the_same_as_text_and_as_html(letter, application):
    text, text_links, html, html_links = said(write(letter, application))
    assert letters_only(text) == letters_only(html)
    assert set(text_links) == set(html_links)
    assert len(text) > 100


@pytest.mark.parametrize("letter", LETTERS)
def test_a_mail_can_be_read_as_plain_text(letter, application):
    body = write(letter, application).body
    assert not re.search(r"<(?!chanter)\w|&\w+;|\{[{%]|%\(", body)
    assert "\n\n\n\n" not in body
    assert body.startswith("Bonjour,")
    assert "04 65 71 12 12" in body


@pytest.mark.parametrize("letter", LETTERS)
def test_a_mail_holds_nobody_s_address(letter, application):
    written = write(letter, application)
    assert not re.search(r"kanari|a@b\.fr|office@", written.body + written.alternatives[0][0] + written.subject)
    assert "Petit" not in written.body + written.subject


@pytest.mark.parametrize("letter", LETTERS)
def test_a_mail_has_one_button(letter, application):
    page = BeautifulSoup(write(letter, application).alternatives[0][0], "html.parser")
    assert len(page.select("a.button")) == 1


@pytest.mark.parametrize("letter", STATES)
def test_a_mail_whose_news_is_no_news_any_more_does_not_leave(letter, application):
    Application.objects.update(state=State.NO_SHOW)
    about = {"application": str(application.pk)}
    with pytest.raises(NothingToSay):
        compose(OutgoingMail(letter=letter.path(), recipient="a@b.fr", about=about, language="fr"))


@pytest.mark.parametrize("state", sorted(set(State) - set(TO_VOLUNTEER)))
def test_only_these_changes_are_not_told_to_the_volunteer(state):
    assert state in {State.INVITED, State.NO_SHOW}


def test_whoever_is_expected_gets_the_date_for_their_calendar(application):
    method, entry = calendar_in(write(Accepted, accept(application=application, by=Actor.ASSOCIATION)))
    assert (method, entry["status"]) == ("PUBLISH", "CONFIRMED")
    assert entry.start == application.capacity.start
    assert entry["location"] == "Salle des fêtes"


def test_whoever_withdraws_gets_it_taken_out_of_their_calendar(application, clock):
    accepted = accept(application=application, by=Actor.ASSOCIATION)
    _method, before = calendar_in(write(Accepted, accepted))
    clock.shift(60)
    Application.objects.update(state=State.WITHDRAWN, changed_at=accepted.changed_at.replace(hour=23))
    method, entry = calendar_in(write(Withdrawn, application))
    assert (method, entry["status"], entry["uid"]) == ("CANCEL", "CANCELLED", before["uid"])
    assert entry["sequence"] > before["sequence"]


def test_a_reader_of_english_reads_english(application):
    assert write(Accepted, application, language="en").body.startswith("Hello,")
