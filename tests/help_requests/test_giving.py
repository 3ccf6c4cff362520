"""Offers: who may make one, who is chosen, who reads the address and for how long."""

from datetime import timedelta

import pytest
from django.db import IntegrityError
from django.utils import timezone
from wagtail.models import ModelLogEntry

from tests.factories import EditorFactory, VolunteerFactory
from tests.hands import HelpRequestFactory, matched, offer_of
from volunteering.core.outbox.models import OutgoingMail
from volunteering.help_requests import actions
from volunteering.help_requests.actions.offering import Gone, OfferedBefore, OwnRequest, TooManyOffers
from volunteering.help_requests.history import SHOW_ADDRESS, SHOW_PHONE, action_of
from volunteering.help_requests.models import HelpRequest, Offer
from volunteering.help_requests.states import Actor, NotPossible, OfferState, State

pytestmark = [pytest.mark.databases, pytest.mark.django_db]


@pytest.fixture(autouse=True)
def _clock(clock):
    """Time stands still."""


def letters():
    """Names of the mails that were written, sorted."""
    return sorted(mail.letter.rpartition(".")[2] for mail in OutgoingMail.objects.all())


def states_of(request):
    return sorted(request.offers.values_list("state", flat=True))


def test_whoever_asked_is_told_of_an_offer_and_its_words_wait_on_the_site():
    offer = offer_of(HelpRequestFactory(shown=True))
    assert letters() == ["SomebodyOffers"]
    assert [line.text for line in offer.conversation.messages.all()] == ["Je passe volontiers."]


@pytest.mark.parametrize("fields", [{}, {"shown": True, "is_sensitive": True}], ids=["not approved", "sensitive"])
def test_nobody_can_offer_what_is_not_shown(fields):
    with pytest.raises(Gone):
        offer_of(HelpRequestFactory(**fields))


def test_nobody_can_offer_twice_to_the_same_or_to_themselves():
    request, volunteer = HelpRequestFactory(shown=True), VolunteerFactory()
    offer_of(request, volunteer)
    with pytest.raises(OfferedBefore):
        offer_of(request, volunteer)
    with pytest.raises(OwnRequest):
        offer_of(request, VolunteerFactory(email=request.email))


def test_a_volunteer_cannot_promise_more_than_they_may(settings):
    settings.VOLUNTEERING = {"HELP_OFFERS": 2}
    volunteer = VolunteerFactory()
    first = offer_of(HelpRequestFactory(shown=True), volunteer)
    offer_of(HelpRequestFactory(shown=True), volunteer)
    with pytest.raises(TooManyOffers):
        offer_of(HelpRequestFactory(shown=True), volunteer)
    actions.take_back(offer=first)
    assert offer_of(HelpRequestFactory(shown=True), volunteer).state == OfferState.OFFERED


def test_one_is_accepted_and_the_others_are_told():
    request = HelpRequestFactory(shown=True)
    offers = [offer_of(request) for _ in range(3)]
    actions.accept(offer=offers[1], by=Actor.ASKER)
    assert states_of(request) == ["accepted", "passed", "passed"]
    assert letters() == ["OfferAccepted", *["OfferPassed"] * 2, *["SomebodyOffers"] * 3]
    with pytest.raises(NotPossible):
        actions.accept(offer=offers[0], by=Actor.ASKER)


def test_the_database_keeps_a_second_one_out():
    request = HelpRequestFactory(shown=True)
    offer_of(request), offer_of(request)
    with pytest.raises(IntegrityError):
        Offer.objects.update(state=OfferState.ACCEPTED)


def test_the_address_is_read_after_the_yes_and_each_time_is_written_down():
    offer, user = offer_of(HelpRequestFactory(shown=True)), EditorFactory()
    with pytest.raises(NotPossible):
        actions.show_address(offer=offer, user=user)
    actions.accept(offer=offer, by=Actor.ASKER)
    assert actions.show_address(offer=offer, user=user) == ("Paulette Martin", "3 rue du Port")
    assert Offer.objects.get().address_read_at == timezone.now()
    [entry] = ModelLogEntry.objects.filter(action=action_of(SHOW_ADDRESS))
    assert (entry.user, entry.label) == (user, str(offer.request_id))
    assert "Port" not in str(entry.data)


@pytest.mark.parametrize("shares", [True, False])
def test_the_number_is_read_only_where_the_asker_wanted_it(shares):
    offer = matched(shares_phone=shares)
    if shares:
        assert actions.show_phone(offer=offer, user=EditorFactory()) == "04 65 71 22 22"
    else:
        with pytest.raises(NotPossible):
            actions.show_phone(offer=offer, user=EditorFactory())
    assert ModelLogEntry.objects.filter(action=action_of(SHOW_PHONE)).exists() is shares


ENDINGS = {
    "done": lambda offer: actions.finish(request=offer.request, by=Actor.ASKER),
    "withdrawn": lambda offer: actions.withdraw(request=offer.request, by=Actor.ASKER),
    "released": lambda offer: actions.release(offer=offer, by=Actor.AGENT),
    "taken back": lambda offer: actions.take_back(offer=offer),
    "erased": lambda offer: actions.part_with(request=offer.request),
}


@pytest.mark.parametrize("end", ENDINGS.values(), ids=ENDINGS)
def test_the_address_is_gone_for_the_volunteer_once_it_is_over(end):
    offer = matched(shares_phone=True)
    end(offer)
    for show in (actions.show_address, actions.show_phone):
        with pytest.raises(NotPossible):
            show(offer=offer, user=EditorFactory())


def test_somebody_else_may_come_when_the_first_cannot():
    request, other = HelpRequestFactory(shown=True), VolunteerFactory()
    first, second = offer_of(request), offer_of(request, other)
    actions.accept(offer=first, by=Actor.ASKER)
    actions.take_back(offer=first)
    request.refresh_from_db()
    assert (request.state, request.matched_at) == (State.OPEN, None)
    assert "VolunteerLeft" in letters()
    renewed = offer_of(request, other)
    assert renewed.pk == second.pk
    assert actions.accept(offer=renewed, by=Actor.ASKER).state == OfferState.ACCEPTED


def test_whoever_was_declined_is_not_asked_to_try_again():
    request, volunteer = HelpRequestFactory(shown=True), VolunteerFactory()
    actions.decline(offer=offer_of(request, volunteer), by=Actor.ASKER)
    assert "OfferDeclined" in letters()
    with pytest.raises(OfferedBefore):
        offer_of(request, volunteer)


def test_an_agent_matches_what_is_sensitive_and_both_are_told():
    request, agent = HelpRequestFactory(shown=True, is_sensitive=True), EditorFactory()
    offer = actions.match(request=request, volunteer=VolunteerFactory(), by=agent)
    assert (offer.state, HelpRequest.objects.get().state) == (OfferState.ACCEPTED, State.MATCHED)
    assert letters() == ["OfferAccepted", "SomebodyComes"]
    with pytest.raises(NotPossible):
        actions.match(request=request, volunteer=VolunteerFactory(), by=agent)


def test_it_is_done_thanked_and_counted():
    offer = matched()
    actions.finish(request=offer.request, minutes=90, thanks="Merci !", by=Actor.ASKER)
    request = HelpRequest.objects.get()
    assert (request.state, request.worked, request.closed_at) == (State.DONE, 90, timezone.now())
    assert Offer.objects.get().state == OfferState.DONE
    assert offer.conversation.messages.last().text == "Merci !"
    assert "Thanked" in letters()


def test_a_request_that_holds_longer_has_30_days_again(clock):
    request = HelpRequestFactory(shown=True)
    clock.shift(timedelta(days=20))
    actions.extend(request=request, by=Actor.ASKER)
    assert HelpRequest.objects.get().expires_at == timezone.now() + timedelta(days=30)


def test_whoever_withdraws_tells_those_who_offered():
    offer = matched()
    actions.withdraw(request=offer.request, by=Actor.ASKER)
    assert "NoLongerExpected" in letters()
    assert states_of(offer.request) == ["passed"]
