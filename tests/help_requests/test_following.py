"""Whoever asked: reads who offers, says yes or no, closes, withdraws, extends, erases."""

from datetime import timedelta

import pytest
from django.contrib.auth import get_user_model
from django.urls import reverse
from django.utils import timezone

from tests.factories import VolunteerFactory
from tests.hands import HelpRequestFactory, matched, offer_of
from volunteering.help_requests.actions import show_address
from volunteering.help_requests.links import FOLLOW
from volunteering.help_requests.models import HelpRequest, Offer
from volunteering.help_requests.states import OfferState, State
from volunteering.relay.models import Message

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _clock(clock):
    """Time stands still."""


def link_to(asked, view="follow_help_request", *more):
    return reverse(f"volunteering:{view}", args=[FOLLOW.sign(str(asked.pk)), *more])


def press(client, asked, do, **data):
    return client.post(link_to(asked), {"do": do, **data}, follow=True)


def test_a_volunteer_is_a_first_name_and_an_initial_until_the_yes(client):
    asked = HelpRequestFactory(shown=True)
    offer = offer_of(asked, VolunteerFactory(first_name="Ali", last_name="Zanari"))
    before = client.get(link_to(asked)).text
    assert "Ali Z." in before
    assert "Zanari" not in before
    press(client, asked, "accept", offer=offer.pk)
    assert "Ali Zanari" in client.get(link_to(asked)).text
    assert HelpRequest.objects.get().state == State.MATCHED


def test_whoever_asked_sees_that_the_address_was_read(client):
    offer = matched()
    before = client.get(link_to(offer.request)).text.count("#eye")
    show_address(offer=offer, user=get_user_model().objects.create_user("giver"))
    assert client.get(link_to(offer.request)).text.count("#eye") == before + 1


def test_no_is_an_answer(client):
    offer = offer_of(HelpRequestFactory(shown=True))
    press(client, offer.request, "decline", offer=offer.pk)
    assert Offer.objects.get().state == OfferState.DECLINED


def test_an_offer_to_somebody_else_cannot_be_answered_here(client):
    asked, foreign = HelpRequestFactory(shown=True), offer_of(HelpRequestFactory(shown=True))
    for offer in (foreign.pk, "nonsense", ""):
        assert press(client, asked, "accept", offer=offer).status_code == 404
    assert Offer.objects.get().state == OfferState.OFFERED
    thread = link_to(asked, "help_thread", foreign.pk)
    assert client.get(thread).status_code == 404


def test_it_is_done_with_hours_and_thanks(client):
    offer = matched()
    press(client, offer.request, "finish", hours="1.5", thanks="Merci beaucoup !")
    asked = HelpRequest.objects.get()
    assert (asked.state, asked.worked) == (State.DONE, 90)
    assert Message.objects.latest("pk").text == "Merci beaucoup !"


@pytest.mark.parametrize("hours", ["-1", "25", "beaucoup", "1e9", "NaN"])
def test_hours_that_cannot_be_are_told_and_nothing_is_closed(client, hours):
    offer = matched()
    page = press(client, offer.request, "finish", hours=hours)
    assert page.context["finish_form"].errors
    assert HelpRequest.objects.get().state == State.MATCHED


def test_it_holds_longer_with_one_click_which_looking_does_not_do(client, clock):
    asked = HelpRequestFactory(shown=True)
    clock.shift(timedelta(days=26))
    page, ends = link_to(asked, "extend_help_request"), asked.expires_at
    client.get(page)
    assert HelpRequest.objects.get().expires_at == ends
    client.post(page, {"do": "extend"})
    assert HelpRequest.objects.get().expires_at == timezone.now() + timedelta(days=30)


def test_a_button_pressed_twice_says_that_things_have_changed(client):
    asked = HelpRequestFactory(shown=True)
    press(client, asked, "withdraw")
    page = press(client, asked, "withdraw")
    assert HelpRequest.objects.get().state == State.WITHDRAWN
    assert [message.level_tag for message in page.context["messages"]] == ["error"]


def test_a_request_is_erased_only_with_the_tick(client):
    asked = HelpRequestFactory(shown=True)
    press(client, asked, "erase")
    assert HelpRequest.objects.exists()
    press(client, asked, "erase", sure="on")
    assert not HelpRequest.objects.exists()


def test_an_account_reads_its_own_requests_and_nobody_elses(client, settings):
    settings.VOLUNTEERING = {"ACCOUNTS_PROVE_ADDRESSES": True}
    mine, foreign = HelpRequestFactory(shown=True, email="p@people.example"), HelpRequestFactory(shown=True)
    client.force_login(get_user_model().objects.create_user("p", "p@people.example"))
    page = client.get(reverse("volunteering:my_help_requests"))
    assert list(page.context["results"]) == [mine]
    assert client.get(reverse("volunteering:my_help_request", args=[mine.pk])).status_code == 200
    offer = offer_of(foreign)
    for pk in (foreign.pk, offer.pk):
        assert client.post(reverse("volunteering:my_help_request", args=[pk]), {"do": "withdraw"}).status_code == 404
    assert client.get(reverse("volunteering:my_help_thread", args=[mine.pk, offer.pk])).status_code == 404


def test_both_write_to_each_other_and_the_mails_quote_nothing(client):
    offer = offer_of(HelpRequestFactory(shown=True))
    thread = link_to(offer.request, "help_thread", offer.pk)
    assert "Je passe volontiers." in client.get(thread).text
    client.post(thread, {"do": "write", "text": "Mardi ?"})
    assert Message.objects.latest("pk").text == "Mardi ?"
    warned = client.post(thread, {"do": "write", "text": "06 12 34 56 78"})
    assert warned.context["message_form"].warns
    client.post(thread, {"do": "block"})
    client.post(thread, {"do": "write", "text": "Encore"})
    assert Message.objects.latest("pk").text == "Mardi ?"
    assert client.post(thread, {"do": "nonsense"}).status_code == 404
