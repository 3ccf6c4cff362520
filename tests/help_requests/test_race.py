"""Many people at the same moment, each in a process of their own."""

import pytest

from tests.factories import VolunteerFactory
from tests.hands import HelpRequestFactory, offer_of
from tests.help_requests.rivals import say_yes
from tests.rig.race import race
from volunteering.conf import conf
from volunteering.core.outbox.models import OutgoingMail
from volunteering.help_requests.models import HelpRequest, Offer
from volunteering.help_requests.notifications import OfferAccepted
from volunteering.help_requests.states import OfferState, State

pytestmark = [pytest.mark.databases, pytest.mark.slow, pytest.mark.django_db(transaction=True)]

RIVALS = "tests.help_requests.rivals"
NUMBER = 12


@pytest.fixture
def request_with_offers():
    request = HelpRequestFactory(shown=True)
    return request, [str(offer_of(request).pk) for _ in range(NUMBER)]


def test_one_of_many_is_accepted_and_reads_the_address(request_with_offers):
    _request, offers = request_with_offers
    assert sum(race(NUMBER, f"{RIVALS}:say_yes", offers)) == 1
    assert Offer.objects.filter(state=OfferState.ACCEPTED).count() == 1
    assert Offer.objects.filter(state=OfferState.PASSED).count() == NUMBER - 1
    assert HelpRequest.objects.get().state == State.MATCHED
    assert OutgoingMail.objects.filter(letter=OfferAccepted.path()).count() == 1


def test_looking_first_and_writing_later_would_promise_it_to_several(request_with_offers):
    """The negative control: the race is one."""
    request, _offers = request_with_offers
    assert sum(race(NUMBER, f"{RIVALS}:look_then_say_yes", str(request.pk))) > 1


def test_the_database_alone_refuses_a_second_one(request_with_offers):
    _request, offers = request_with_offers
    race(NUMBER, f"{RIVALS}:choose_all", offers)
    assert Offer.objects.filter(state=OfferState.ACCEPTED).count() == 1


def test_a_volunteer_promises_no_more_than_they_may_at_once():
    requests, volunteer = [str(HelpRequestFactory(shown=True).pk) for _ in range(NUMBER)], VolunteerFactory()
    race(NUMBER, f"{RIVALS}:offer_everywhere", str(volunteer.pk), requests)
    assert 0 < Offer.objects.standing().count() <= conf.HELP_OFFERS


def test_the_second_yes_is_refused_in_one_process_too(request_with_offers):
    _request, offers = request_with_offers
    assert (say_yes(offers), say_yes(offers)) == (True, False)
