"""What somebody left with us by asking or offering: where it never appears, and how it goes."""

import logging

import pytest
from django.db import connection
from wagtail.models import ModelLogEntry

from tests.city import found
from tests.factories import VolunteerFactory
from tests.hands import HelpRequestFactory, matched, offer_of
from tests.help_requests.journeys import GIVE, PAULETTE, asked_and_proven, volunteer_in
from tests.mailbox import collect
from tests.trust.crawl import crawl
from tests.trust.roles import Role, browser
from volunteering.core.outbox import personal_data as outbox
from volunteering.help_requests import actions
from volunteering.help_requests import personal_data as helping
from volunteering.help_requests.models import HelpRequest, Offer
from volunteering.help_requests.states import Actor, OfferState, State
from volunteering.privacy.actions import erase_person, export_person
from volunteering.relay.models import Message

pytestmark = pytest.mark.django_db
WORDS = ("Kanariname", "Kanariwort", "Kanaristrasse", "kanari@", "04 65 71 22 22", "0465712222")


@pytest.fixture(autouse=True)
def _clock(clock):
    """Time moves only when told."""


def heard(text):
    return [word for word in WORDS if word.lower() in text.lower()]


def test_who_asks_is_in_no_page_no_mail_to_others_no_feed_and_no_log(client, clock, caplog):
    """The canary's whole way: asks, is approved, somebody offers and comes; everyone else reads along."""
    caplog.set_level(logging.DEBUG)
    found()
    volunteer = volunteer_in(client)
    asked_and_proven(browser(Role.VISITOR), clock)
    asked = actions.approve(
        request=HelpRequest.objects.get(), need="Porter des courses", is_sensitive=False, by=volunteer.user
    )
    offer = offer_of(asked, volunteer)
    actions.accept(offer=offer, by=Actor.ASKER)
    pages = [client.get(address).text for address in (GIVE, f"{GIVE}mes-offres/", f"{GIVE}mes-offres/{offer.pk}/")]
    mails = [message for message in collect() if message.to != [PAULETTE]]
    site = crawl(browser(Role.VISITOR))
    assert len(mails) == 1
    assert heard("".join([*pages, *(f"{each.message()}{each.body}{each.alternatives}" for each in mails)])) == []
    assert [site.saying(word) for word in (*WORDS, "Porter des courses")] == [[]] * (len(WORDS) + 1)
    assert not heard(" ".join(f"{entry.label} {entry.data}" for entry in ModelLogEntry.objects.all()))
    told = [record.getMessage() for record in caplog.records if record.name != "django.db.backends"]
    assert not heard(" ".join(told))


def test_somebody_can_read_what_we_keep():
    request = HelpRequestFactory(shown=True, email=PAULETTE)
    offer_of(request, VolunteerFactory(email="giver@people.example"), text="Bonjour")
    [told] = helping.export_for(f" {PAULETTE.title()} ")
    assert (told["address"], told["words"], told["messages"]) == (request.address, request.words, [])
    [offered] = helping.export_for("giver@people.example")
    assert [each["text"] for each in offered["messages"]] == ["Bonjour"]
    assert not {"address", "email", "first_name", "phone"} & set(offered)
    assert export_person(email=PAULETTE)["help_requests"] == [told]


def test_whoever_asked_is_forgotten_and_the_volunteer_told():
    volunteer = VolunteerFactory()
    offer = matched(volunteer, email=PAULETTE, last_name="Kanariname", address="3 rue Kanaristrasse")
    actions.send_message(offer=offer, role="asker", text="Je suis Kanariname, 3 rue Kanaristrasse")
    collect()
    erase_person(email=PAULETTE)
    outbox.erase_for(PAULETTE)
    assert Offer.objects.get().state == OfferState.PASSED
    assert [message.to for message in collect()] == [[volunteer.email]]
    assert Message.objects.filter(text="Je passe volontiers.").exists()
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names():
            cursor.execute(f'SELECT * FROM "{table}"')
            assert not [row for row in cursor.fetchall() if heard(str(row))], table


def test_whoever_offered_is_forgotten_and_somebody_else_may_come():
    offer = matched(VolunteerFactory(email="giver@people.example", last_name="Kanariname"))
    erase_person(email="giver@people.example")
    offer.refresh_from_db()
    assert (offer.volunteer, HelpRequest.objects.get().state) == (None, State.OPEN)
    assert not heard(" ".join(Message.objects.values_list("text", flat=True)))


def test_a_volunteer_is_not_erased_before_their_offers():
    volunteer = VolunteerFactory()
    offer_of(HelpRequestFactory(shown=True), volunteer)
    with pytest.raises(Exception, match="protected"):
        volunteer.delete()


def test_nobodys_address_is_nobody():
    HelpRequestFactory(on_paper=True)
    assert helping.export_for("") == []
    assert helping.erase_for(" ") == 0
    assert HelpRequest.objects.exists()
