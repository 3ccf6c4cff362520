"""Residents and associations sign in with a code sent to their address."""

import pytest
from django.contrib.auth import get_user_model
from django.core import mail
from django.test import Client

from home.demo import ground
from tests.pages import soup
from tests.site.door import (
    ADDRESS,
    CODE,
    DIGITS,
    SIGN_IN,
    SIGN_OUT,
    ask_for_code,
    code_of_last_mail,
    sign_in,
    signed_in_as,
)

pytestmark = pytest.mark.usefixtures("city")


# --- Coming in ---------------------------------------------------------------------------------------------------


def test_a_resident_can_sign_in_with_the_code_of_the_mail(client, resident):
    answer = sign_in(client)

    assert (answer.status_code, answer["Location"]) == (302, "/")
    assert signed_in_as(client) == resident


def test_the_demo_association_and_the_demo_resident_can_sign_in(client):
    ground.seed_accounts()

    for address in (ground.ASSOCIATION, ground.RESIDENT):
        sign_in(client, address)
        assert signed_in_as(client).email == address
        client.post(SIGN_OUT)


def test_a_resident_is_brought_back_to_the_page_they_came_from(client, resident):
    assert sign_in(client, next="/agenda/")["Location"] == "/agenda/"


def test_nobody_can_send_a_resident_to_another_site_after_signing_in(client, resident):
    assert sign_in(client, next="https://elsewhere.example/")["Location"] == "/"


def test_a_code_may_be_typed_with_spaces_instead_of_the_dash(client, resident):
    ask_for_code(client)
    client.post(CODE, {"code": f" {code_of_last_mail().replace('-', ' ')} "})

    assert signed_in_as(client) == resident


def test_a_signed_in_resident_sees_their_address_and_the_way_out(client, resident):
    sign_in(client)
    page = client.get(SIGN_OUT).content.decode()

    assert ADDRESS in page
    assert f'<form action="{SIGN_OUT}" method="post">' in page


def test_a_signed_in_resident_finds_what_is_theirs_in_the_header(client, resident):
    client.force_login(resident)
    ways = [link["href"] for link in soup(client.get("/engagement/recherche/")).select("header a.site-account__way")]
    assert ways == [
        "/engagement/mes-missions/",
        "/engagement/coups-de-main/",
        "/engagement/propositions/",
        "/engagement/mes-recherches/",
        "/compte/cles-d-acces/",
    ]


def test_the_mail_holds_the_code_how_long_it_holds_and_the_helpline(client, resident):
    ask_for_code(client)
    message = mail.outbox[0]

    assert code_of_last_mail() in message.subject
    assert message.to == [ADDRESS]
    assert "15 minutes" in message.body
    assert "04 65 71 12 12" in message.body


# --- A code that does not open -----------------------------------------------------------------------------------


def test_nobody_can_sign_in_with_a_wrong_code(client, resident):
    ask_for_code(client)
    answer = client.post(CODE, {"code": "0000-0000"})

    assert answer.status_code == 200
    assert answer.context["form"].errors["code"]
    assert signed_in_as(client) is None


def test_a_code_is_dead_after_three_wrong_tries(client, resident):
    ask_for_code(client)
    answers = [client.post(CODE, {"code": "0000-0000"}) for _ in range(3)]
    client.post(CODE, {"code": code_of_last_mail()})

    assert [answer.status_code for answer in answers] == [200, 200, 302]
    assert signed_in_as(client) is None


@pytest.mark.parametrize("minutes", [16, 59])
def test_a_resident_is_told_that_the_code_has_expired(client, resident, clock, minutes):
    ask_for_code(client)
    clock.shift(minutes * 60)
    answer = client.post(CODE, {"code": code_of_last_mail()}, follow=True)

    assert signed_in_as(client) is None
    assert [message.level_tag for message in answer.context["messages"]] == ["warning"]
    assert answer.request["PATH_INFO"] == SIGN_IN


def test_a_code_is_still_good_just_before_it_expires(client, resident, clock):
    ask_for_code(client)
    clock.shift(14 * 60)
    client.post(CODE, {"code": code_of_last_mail()})

    assert signed_in_as(client) == resident


def test_a_code_cannot_be_used_from_another_browser(client, resident):
    ask_for_code(client)
    other = Client()
    other.post(CODE, {"code": code_of_last_mail()})

    assert signed_in_as(other) is None


def test_a_suspended_resident_cannot_sign_in(client, resident):
    get_user_model().objects.update(is_active=False)
    ask_for_code(client)

    assert not DIGITS.search(mail.outbox[-1].body)


# --- The form ----------------------------------------------------------------------------------------------------


def test_a_mistyped_address_is_kept_and_its_error_is_tied_to_the_field(client):
    page = ask_for_code(client, "jeanne chez orange").content.decode()

    assert 'value="jeanne chez orange"' in page
    assert 'aria-describedby="id_login_helptext id_login_error"' in page
    assert 'id="id_login_error"' in page
    assert 'href="#id_login"' in page


def test_a_browser_can_fill_in_the_address_and_the_code(client, resident):
    assert 'autocomplete="email"' in client.get(SIGN_IN).content.decode()
    ask_for_code(client)
    assert 'autocomplete="one-time-code"' in client.get(CODE).content.decode()
