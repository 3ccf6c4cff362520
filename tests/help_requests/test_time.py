"""What time does: a notice, the end, a word to the office, and forgetting. The clock moves, nothing else."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from tests.factories import VolunteerFactory
from tests.hands import HelpRequestFactory, matched, offer_of
from tests.help_requests.journeys import city_with_charter
from tests.mailbox import collect, link_with
from volunteering.core.invariants import check
from volunteering.help_requests.actions import purge_help_requests, purge_unconfirmed, refresh_help_requests, withdraw
from volunteering.help_requests.models import HelpRequest, Offer
from volunteering.help_requests.states import Actor, OfferState, State
from volunteering.relay.models import Conversation, Message

pytestmark = [pytest.mark.databases, pytest.mark.django_db]


@pytest.fixture(autouse=True)
def _clock(clock):
    """It is 9:00 in Paris on 4 March 2026."""


def test_a_notice_comes_five_days_before_the_end_and_once(clock):
    HelpRequestFactory(shown=True)
    clock.shift(timedelta(days=24))
    assert refresh_help_requests()["notices"] == 0
    clock.shift(timedelta(days=1, minutes=1))
    assert [refresh_help_requests()["notices"] for _ in range(2)] == [1, 0]


def test_the_button_of_the_notice_keeps_it(client, clock):
    HelpRequestFactory(shown=True)
    clock.shift(timedelta(days=26))
    refresh_help_requests()
    [message] = collect()
    client.post(link_with(message, "prolonger"), {"do": "extend"})
    clock.shift(timedelta(days=24))
    refresh_help_requests()
    assert HelpRequest.objects.get().state == State.OPEN
    clock.shift(timedelta(days=2))
    assert refresh_help_requests()["notices"] == 1


def test_after_30_days_it_ends_and_whoever_had_offered_is_told(clock):
    offer = offer_of(HelpRequestFactory(shown=True))
    clock.shift(timedelta(days=29))
    assert refresh_help_requests()["ended"] == 0
    clock.shift(timedelta(days=1))
    assert refresh_help_requests()["ended"] == 1
    offer.refresh_from_db()
    assert (HelpRequest.objects.get().state, offer.state) == (State.EXPIRED, OfferState.PASSED)
    assert sorted(message.to[0] for message in collect())[-1] == offer.volunteer.email


def test_what_was_promised_and_never_closed_is_done_without_hours(clock):
    matched()
    clock.shift(timedelta(days=31))
    refresh_help_requests()
    request = HelpRequest.objects.get()
    assert (request.state, request.worked, Offer.objects.get().state) == (State.DONE, None, OfferState.DONE)


def test_the_office_hears_once_of_what_nobody_has_answered_for_a_week(clock):
    city_with_charter()
    HelpRequestFactory(shown=True)
    offer_of(HelpRequestFactory(shown=True))
    collect()
    clock.shift(timedelta(days=8))
    assert [refresh_help_requests()["unanswered"] for _ in range(2)] == [1, 0]
    [message] = collect()
    assert message.to == ["office@city.example"]
    assert not [word for word in ("Paulette", "Martin", "Port", "04 65") if word in message.body]


def test_it_is_forgotten_six_months_after_the_end_with_what_was_written(clock, capsys):
    offer = offer_of(HelpRequestFactory(shown=True))
    withdraw(request=offer.request, by=Actor.ASKER)
    clock.move_to(timezone.now() + timedelta(days=183))
    assert purge_help_requests() == 0
    clock.shift(timedelta(days=2))
    call_command("purge_expired", dry_run=True)
    assert "1  Demandes d’aide, après leur fin" in capsys.readouterr().out
    assert HelpRequest.objects.exists()
    call_command("purge_expired", verbosity=0)
    left = [model.objects.count() for model in (HelpRequest, Offer, Conversation, Message)]
    assert left == [0, 0, 0, 0]


def test_what_is_not_over_stays_however_old(clock):
    HelpRequestFactory(shown=True, expires_at=timezone.now() + timedelta(days=9999))
    clock.shift(timedelta(days=900))
    assert purge_help_requests() == 0


def test_what_nobody_confirmed_is_forgotten_after_two_days(clock):
    HelpRequestFactory(unconfirmed=True)
    clock.shift(timedelta(hours=47))
    assert purge_unconfirmed() == 0
    clock.shift(timedelta(hours=1))
    assert purge_unconfirmed() == 1


def test_the_promises_are_kept_and_a_broken_one_is_found(clock):
    offer = matched(VolunteerFactory())
    HelpRequestFactory(shown=True)
    assert [each.invariant.name for each in check() if each.keys] == []
    HelpRequest.objects.filter(pk=offer.request_id).update(state=State.OPEN)
    clock.shift(timedelta(days=31))
    broken = {each.invariant.name for each in check(repair=True) if not each.is_kept}
    assert "help_matched_by_one_offer" in broken
    assert not HelpRequest.objects.ending_before(timezone.now()).exists()
