"""No mail tells one side how to reach the other: not in its words, its headers, its calendar entry or its links."""

from email import message_from_bytes

import pytest
from django.core.mail import send_mail

from tests.factories import AssociationFactory, VolunteerFactory, apply, shift_of
from tests.hands import HelpRequestFactory, offer_of
from tests.mailbox import collect
from tests.trust.canaries import Canaries
from volunteering.applications import actions as sign_ups
from volunteering.applications.models import ASSOCIATION, VOLUNTEER
from volunteering.applications.states import Actor
from volunteering.help_requests import actions as hands
from volunteering.help_requests.models import ASKER
from volunteering.help_requests.states import Actor as HelpActor

pytestmark = pytest.mark.django_db
WORDS = "Ce que nous nous écrivons."


@pytest.fixture
def canaries() -> Canaries:
    return Canaries()


@pytest.fixture
def volunteer(canaries, found_city):
    address, phone = f"{canaries.word('their address')}@people.example", canaries.word("their phone")
    return VolunteerFactory(email=address, phone=phone, last_name=f"Z{canaries.word('their name')}")


@pytest.fixture
def office(canaries, found_city):
    return AssociationFactory(office_email=f"{canaries.word('the office')}@asso.example")


def whole(message) -> str:
    """Every part, decoded, and every header."""
    source = message_from_bytes(message.message().as_bytes())
    parts = [part.get_payload(decode=True) or b"" for part in source.walk()]
    return " ".join([str(source.items()), *(part.decode(errors="replace") for part in parts)])


def told(canaries, mails, *, may_say=()) -> list[str]:
    """What each mail says of somebody else than whom it is to."""
    found = []
    for mail in mails:
        [to] = mail.to
        assert [*mail.cc, *mail.bcc, *mail.reply_to] == []
        text = whole(mail).replace(to, "")
        found += [f"{mail.subject}: {place}" for word, place in canaries.places.items() if word in text]
    return [line for line in found if not line.endswith(tuple(may_say))]


def test_no_mail_between_a_volunteer_and_an_association_tells_how_to_reach_them(canaries, volunteer, office):
    application, mails = apply(shift_of(organiser=office), volunteer, message=WORDS), collect()
    assert told(canaries, mails) == []

    sign_ups.discuss(application=application, by=Actor.ASSOCIATION)
    for role in (VOLUNTEER, ASSOCIATION):
        sign_ups.send_message(application=application, role=role, text=WORDS)
    sign_ups.accept(application=application, by=Actor.ASSOCIATION)
    mails += collect()
    sign_ups.withdraw(application=application, by=Actor.VOLUNTEER)
    mails += collect()

    assert len(mails) >= 6
    # Whoever was accepted has a name.
    assert told(canaries, mails, may_say=["their name"]) == []
    assert not any(WORDS in whole(mail) for mail in mails)


def test_no_mail_about_a_help_request_tells_how_to_reach_anybody(canaries, volunteer):
    contact = {name: canaries.word(name) for name in ("phone", "address", "words")}
    asked = HelpRequestFactory(shown=True, email=f"{canaries.word('asker')}@people.example", **contact)
    others = offer_of(asked, VolunteerFactory(email=f"{canaries.word('another')}@people.example"))
    offer = offer_of(asked, volunteer, text=WORDS)
    mails = collect()
    for role in (ASKER, VOLUNTEER):
        hands.send_message(offer=offer, role=role, text=WORDS)
    hands.accept(offer=offer, by=HelpActor.ASKER)
    mails += collect()

    assert len(mails) >= 4
    assert {address for mail in mails for address in mail.to} == {asked.email, volunteer.email, others.volunteer.email}
    assert told(canaries, mails) == []
    assert not any(WORDS in whole(mail) for mail in mails)


def test_an_address_in_a_mail_would_be_heard(canaries, volunteer, mailoutbox):
    """The others would hear it."""
    send_mail("Bonjour", f"Écrivez à {volunteer.email}", None, ["office@asso.example"])
    assert told(canaries, mailoutbox) == ["Bonjour: their address"]
