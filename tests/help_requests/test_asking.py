"""Somebody asks: easy to ask, hard to misuse, kindly turned elsewhere."""

from datetime import timedelta

import pytest
from django.contrib.auth import get_user_model
from django.urls import reverse

from tests.hands import HelpRequestFactory
from tests.help_requests.journeys import ASK, PAULETTE, answers, ask, asked_and_proven
from tests.mailbox import collect, link_with, stamp_on
from volunteering.help_requests.codes import code_of
from volunteering.help_requests.links import CODE, FOLLOW
from volunteering.help_requests.models import HelpRequest
from volunteering.help_requests.states import State

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _clock(clock):
    """Time moves only when told."""


def test_one_page_a_click_in_the_mail_and_it_is_with_the_city(client, clock):
    page, messages = asked_and_proven(client, clock)
    asked = HelpRequest.objects.get()
    assert (asked.state, asked.email, asked.kind.name) == (State.WAITING, PAULETTE, "Faire une course")
    assert "Votre demande" in messages[0].body
    assert page.context["asked"] == asked
    assert page["X-Robots-Tag"] == "noindex"


def test_nothing_is_with_the_city_before_the_address_is_proven(client, clock):
    ask(client, clock)
    assert not HelpRequest.objects.known().exists()
    assert [message.to for message in collect()] == [[PAULETTE]]


def test_the_code_does_as_well_and_a_wrong_one_does_not(client, clock):
    page = ask(client, clock)["Location"]
    assert client.post(page, {"code": "111 111"}).status_code == 200
    assert HelpRequest.objects.get().state == State.UNCONFIRMED
    client.post(page, {"code": code_of(HelpRequest.objects.get())})
    assert HelpRequest.objects.get().state == State.WAITING


@pytest.mark.parametrize("number", [1, 2, 3], ids=["childcare", "care", "a trade"])
def test_what_volunteers_do_not_do_is_kindly_answered_and_nothing_typed_is_lost(client, clock, number):
    data = answers(email=PAULETTE, website="", stamp=stamp_on(client, ASK), kind=f"not-{number}")
    page = client.post(ASK, data)
    assert page.context["refused"].explanation
    assert "Kanaristrasse" in page.text
    assert not page.context["form"].errors
    assert not HelpRequest.objects.exists()
    assert collect() == []


def test_a_city_says_in_its_own_words_what_volunteers_do_not_do(client, settings):
    row = {"label": "Garder un enfant", "explanation": "Le Relais.", "url": "https://city.example", "link": "Le Relais"}
    settings.VOLUNTEERING = {"HELP_REFUSED": (row,)}
    page = client.post(ASK, answers(kind="not-1"))
    assert 'href="https://city.example"' in page.text
    assert "not-2" not in page.text


WRONG = {
    "kind": ("kind", "nonsense"),
    "no kind": ("kind", ""),
    "area": ("neighbourhood", "nowhere"),
    "day that is over": ("day", "2026-03-03"),
    "no day": ("day", "%00"),
    "length": ("duration", "17"),
    "number": ("phone", "12"),
    "address": ("email", "no address"),
    "when": ("moment", "never"),
}


@pytest.mark.parametrize(("name", "value"), WRONG.values(), ids=WRONG)
def test_what_is_wrong_is_told_where_it_is_wrong_and_nothing_is_written(client, clock, name, value):
    page = ask(client, clock, **{name: value})
    assert list(page.context["form"].errors) == [name]
    assert not HelpRequest.objects.exists()


def test_a_number_that_may_be_read_has_to_be_written(client, clock):
    page = ask(client, clock, phone="", shares_phone="on")
    assert list(page.context["form"].errors) == ["phone"]


def test_a_robot_cannot_ask(client, clock):
    stamp = stamp_on(client, ASK)
    assert client.post(ASK, answers(email=PAULETTE, stamp=stamp, website="")).context["form"].errors
    clock.shift(20)
    assert client.post(ASK, answers(email=PAULETTE, stamp=stamp, website="x")).context["form"].errors
    client.post(ASK, answers(email=PAULETTE, stamp=stamp, website=""))
    assert client.post(ASK, answers(email=PAULETTE, stamp=stamp, website="")).context["form"].errors
    assert HelpRequest.objects.count() == 1


def test_one_address_cannot_be_written_to_without_end(client, clock):
    answered = [ask(client, clock).status_code for _ in range(7)]
    assert answered == [302] * 6 + [429]


def test_an_account_with_a_proven_address_needs_no_mail(client, settings):
    settings.VOLUNTEERING = {"ACCOUNTS_PROVE_ADDRESSES": True}
    client.force_login(get_user_model().objects.create_user("paulette", PAULETTE))
    own = reverse("volunteering:ask_for_help_with_account")
    assert client.get(ASK)["Location"] == own
    page = client.post(own, answers(), follow=True)
    asked = HelpRequest.objects.get()
    assert (asked.state, asked.email) == (State.WAITING, PAULETTE)
    assert list(page.context["results"]) == [asked]


def test_a_link_that_is_too_old_reveals_nothing_and_a_new_one_comes_by_mail(client, clock):
    _page, [message, *_rest] = asked_and_proven(client, clock)
    follow = link_with(message, "suivi")
    clock.shift(timedelta(days=91))
    page = client.get(follow)
    assert (page.status_code, "course" in page.text) == (404, False)
    link = reverse("volunteering:my_help_link")
    stamp = stamp_on(client, link)
    clock.shift(20)
    client.post(link, {"email": PAULETTE, "stamp": stamp, "website": ""})
    [fresh] = collect()
    assert client.get(link_with(fresh, "suivi")).status_code == 200


def test_the_answer_is_the_same_for_an_address_nobody_knows(client, clock):
    link = reverse("volunteering:my_help_link")
    stamp = stamp_on(client, link)
    clock.shift(20)
    page = client.post(link, {"email": "nobody@people.example", "stamp": stamp, "website": ""})
    assert page["Location"] == reverse("volunteering:my_help_link_sent")
    assert [message.to for message in collect()] == [["nobody@people.example"]]


@pytest.mark.parametrize("view", ["follow_help_request", "extend_help_request", "prove_help_request", "type_help_code"])
@pytest.mark.parametrize("token", ["forged", "of the code"])
def test_a_forged_link_opens_nothing(client, view, token):
    asked = HelpRequestFactory()
    given = CODE.sign(str(asked.pk)) if token == "of the code" else f"{FOLLOW.sign(str(asked.pk))}x"
    assert client.get(reverse(f"volunteering:{view}", args=[given])).status_code == 404


def test_what_nobody_confirmed_is_followed_by_nobody(client):
    asked = HelpRequestFactory(unconfirmed=True)
    assert client.get(reverse("volunteering:follow_help_request", args=[FOLLOW.sign(str(asked.pk))])).status_code == 404
