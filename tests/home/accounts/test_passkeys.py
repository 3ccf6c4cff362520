"""Signing in with a passkey, in the place of the code and never on top of it."""

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import reverse

from tests.factories import EditorFactory
from tests.home.accounts.keys import ADD, LIST, PRESENT, SIGN_IN, Phone, ask, send
from tests.pages import words
from tests.site.door import ADDRESS, CODE, ask_for_code, sign_in, signed_in_as
from tests.site.door import SIGN_IN as DOOR

pytestmark = pytest.mark.django_db


@pytest.fixture
def resident(db):
    return get_user_model().objects.create_user("0e1f", ADDRESS)


@pytest.fixture
def phone(resident):
    """One that holds a passkey of the resident."""
    phone, client = Phone(), Client()
    client.force_login(resident)
    phone.add_to(client)
    assert Authenticator.objects.filter(user=resident).count() == 1
    return phone


# --- Coming in ---------------------------------------------------------------------------------------------------


def test_a_resident_signs_in_with_a_passkey_and_types_nothing(client, resident, phone):
    answer = phone.sign_in(client)
    assert (answer["Location"], signed_in_as(client)) == ("/", resident)
    assert Authenticator.objects.get().last_used_at


def test_whoever_lost_the_telephone_signs_in_by_code_and_nothing_else_is_asked(client, resident, phone):
    assert sign_in(client)["Location"] == "/"
    assert signed_in_as(client) == resident


def test_whoever_waits_for_a_code_may_use_a_passkey_instead(client, resident, phone):
    ask_for_code(client)
    phone.sign_in(client)
    assert signed_in_as(client) == resident


@pytest.mark.parametrize(("onward", "where"), [("/agenda/", "/agenda/"), ("https://elsewhere.example/", "/")])
def test_a_passkey_leads_back_to_a_page_of_this_site_only(client, phone, onward, where):
    assert phone.sign_in(client, next=onward)["Location"] == where


def test_an_editor_enters_the_admin_with_a_passkey(client, found_city):
    editor, phone = EditorFactory(), Phone()
    client.force_login(editor)
    phone.add_to(client)
    client.logout()
    answer = phone.sign_in(client, next="/admin/")
    assert (answer["Location"], client.get("/admin/").status_code) == ("/admin/", 200)


def test_a_resident_s_passkey_does_not_open_the_admin(client, phone):
    phone.sign_in(client, next="/admin/")
    answer = client.get("/admin/", follow=True)
    assert answer.status_code == 403


def test_the_admin_s_sign_in_offers_the_passkey_and_keeps_where_one_was_going(client):
    page = client.get(reverse("wagtailadmin_login"), {"next": "/admin/pages/"}).text
    assert f'action="{SIGN_IN}"' in page
    assert '<input type="hidden" name="next" value="/admin/pages/">' in page


# --- A passkey that does not open --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "phone_of",
    [
        lambda phone: Phone(),
        lambda phone: setattr(phone, "key", Phone().key),
        lambda phone: setattr(phone, "origin", "https://elsewhere.example"),
        lambda phone: setattr(phone, "rp", "elsewhere.example"),
        lambda phone: setattr(phone, "user", "zz"),
        lambda phone: setattr(phone, "id", b"another"),
    ],
    ids=["unknown", "forged", "of another site", "for another site", "of nobody", "removed"],
)
def test_nobody_signs_in_with_a_passkey(client, phone, phone_of):
    other = phone_of(phone) or phone
    answer = other.sign_in(client)
    assert (answer["Location"], signed_in_as(client)) == (DOOR, None)
    assert "n’ouvre rien ici" in words(client.get(DOOR), ".site-messages")


def test_nobody_signs_in_with_somebody_else_s_passkey(client, phone):
    other, theirs = EditorFactory(), Phone()
    client.force_login(other)
    theirs.id = b"someone-elses-id"
    theirs.add_to(client)
    client.logout()
    theirs.user = phone.user
    theirs.sign_in(client)
    assert signed_in_as(client) is None


def test_a_passkey_must_ask_who_holds_it(client, phone):
    phone.sign_in(client, flags=PRESENT)
    assert signed_in_as(client) is None


def test_an_answer_is_worth_nothing_a_second_time(client, phone):
    old = ask(client, SIGN_IN)["publicKey"]["challenge"]
    phone.sign_in(client, challenge=old)
    assert signed_in_as(client) is None


def test_a_suspended_resident_does_not_get_in(client, resident, phone):
    get_user_model().objects.update(is_active=False)
    assert phone.sign_in(client)["Location"] == reverse("account_inactive")
    assert signed_in_as(client) is None


NONSENSE = [
    "",
    "[]",
    "null",
    "1",
    '"x"',
    "{",
    "{}",
    '{"id": 1}',
    "[" * 100_000,
    '{"response": 1}',
    '{"response": {"userHandle": 3}}',
]


@pytest.mark.parametrize("posted", NONSENSE, ids=lambda text: text[:20])
@pytest.mark.parametrize("address", [SIGN_IN, ADD])
def test_what_no_browser_sends_is_refused(client, resident, address, posted):
    if address == ADD:
        client.force_login(resident)
    ask(client, address)
    answer = send(client, address, posted)
    assert answer.status_code in (200, 302)
    assert not Authenticator.objects.exists()
    assert bool(signed_in_as(client)) is (address == ADD)


@pytest.mark.parametrize("part", ["clientDataJSON", "authenticatorData", "signature", "userHandle"])
@pytest.mark.parametrize("bytes_", ["", "AA", "_w", "gYGBgYGB", "____", "é", "9" * 3000])
def test_bytes_that_no_authenticator_makes_are_refused(client, phone, part, bytes_):
    credential = phone.credential({**phone.answer(phone.tell("webauthn.get", "AAAA"), 5), part: bytes_})
    ask(client, SIGN_IN)
    assert send(client, SIGN_IN, credential)["Location"] == DOOR
    assert signed_in_as(client) is None


@pytest.mark.parametrize("bytes_", ["", "AA", "o2NmbXRkbm9uZQ", "gYGBgYGB" * 500, "____", "oA"])
def test_a_passkey_of_broken_bytes_is_not_added(client, resident, bytes_):
    client.force_login(resident)
    ask(client, ADD)
    told = Phone().credential({"clientDataJSON": "e30", "attestationObject": bytes_})
    assert send(client, ADD, told).status_code == 200
    assert not Authenticator.objects.exists()


def test_an_editor_whose_passkey_is_unknown_goes_on_at_the_admin_s_door(client, phone):
    answer = Phone().sign_in(client, next="/admin/")
    assert answer["Location"] == f"{reverse('wagtailadmin_login')}?next=%2Fadmin%2F"


def test_a_connection_that_tries_too_often_is_asked_to_wait(client, settings):
    settings.MFA_RATE_LIMITS = {"webauthn_login": "1/m/ip"}
    assert [send(client, SIGN_IN, "{}").status_code for _ in range(2)] == [302, 429]


def test_looking_at_the_way_in_leads_to_the_sign_in(client):
    assert client.get(SIGN_IN, {"next": "/agenda/"})["Location"] == f"{DOOR}?next=%2Fagenda%2F"
    assert client.get(LIST)["Location"].startswith(DOOR)
    assert client.get(CODE).status_code == 302
