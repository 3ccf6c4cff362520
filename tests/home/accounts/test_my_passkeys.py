"""One's own passkeys: added, renamed, removed, told and erased; nobody else's."""

import json

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import reverse

from home.accounts.passkeys.recent import RECENT_SECONDS
from tests.factories import EditorFactory
from tests.home.accounts.keys import ADD, LIST, PRESENT, Phone, ask
from tests.pages import queries, soup, words
from tests.site.door import ADDRESS
from tests.trust.read_only import select_only

pytestmark = pytest.mark.django_db
AGAIN = reverse("account_reauthenticate")


@pytest.fixture
def resident(db):
    return get_user_model().objects.create_user("0e1f", ADDRESS)


@pytest.fixture
def signed_in(client, resident):
    client.force_login(resident)
    return client


def passkey_of(user, name="Mon téléphone"):
    return Authenticator.objects.create(user=user, type=Authenticator.Type.WEBAUTHN, data={"name": name})


def address(verb, passkey):
    return reverse(f"mfa_{verb}_webauthn", args=[passkey.pk])


# --- Adding ------------------------------------------------------------------------------------------------------


def test_a_resident_adds_a_passkey_and_finds_it_in_their_list(signed_in):
    assert Phone().add_to(signed_in, name="Mon téléphone")["Location"] == LIST
    page = words(signed_in.get(LIST))
    assert all(said in page for said in ("Mon téléphone", "Ajoutée le", "Pas encore utilisée"))


def test_a_passkey_without_a_name_gets_one(signed_in, clock):
    Phone().add_to(signed_in)
    assert str(Authenticator.objects.get()) == "Clé du 4 mars 2026"


def test_a_passkey_that_does_not_ask_who_holds_it_is_not_added(signed_in):
    assert Phone().add_to(signed_in, flags=PRESENT).status_code == 200
    assert not Authenticator.objects.exists()


@pytest.mark.parametrize("posted", [{}, {"name": "x" * 61}], ids=["without JavaScript", "a long name"])
def test_what_is_missing_is_said_in_the_page(signed_in, posted):
    answer = signed_in.post(ADD, posted)
    assert words(answer, ".v-errors")
    assert not Authenticator.objects.exists()


def test_nobody_keeps_more_than_ten_passkeys(signed_in, resident):
    Phone().add_to(signed_in)
    first = Authenticator.objects.get()
    Authenticator.objects.bulk_create(Authenticator(user=resident, type=first.type, data=first.data) for _ in range(9))
    answer = Phone().add_to(signed_in)
    assert "dix clés" in words(answer, ".v-errors")
    assert Authenticator.objects.count() == 10


def test_an_address_that_nobody_proved_adds_no_passkey(signed_in, resident):
    EmailAddress.objects.create(user=resident, email=ADDRESS, verified=False, primary=True)
    answer = signed_in.get(ADD, follow=True)
    assert answer.request["PATH_INFO"] == LIST
    assert "Confirmez d’abord votre adresse" in words(answer, ".site-messages")


# --- Changing ----------------------------------------------------------------------------------------------------


def test_a_resident_renames_a_passkey(signed_in, resident):
    passkey = passkey_of(resident)
    assert signed_in.post(address("edit", passkey), {"name": "Ma tablette"})["Location"] == LIST
    passkey.refresh_from_db()
    assert str(passkey) == "Ma tablette"


@pytest.mark.parametrize("name", ["", "x" * 61, "   "])
def test_a_name_must_be_a_name(signed_in, resident, name):
    passkey = passkey_of(resident)
    assert words(signed_in.post(address("edit", passkey), {"name": name}), ".v-errors")
    passkey.refresh_from_db()
    assert str(passkey) == "Mon téléphone"


def test_a_passkey_goes_with_a_button_and_not_by_looking(signed_in, resident):
    passkey = passkey_of(resident)
    assert "Retirer « Mon téléphone »" in words(signed_in.get(address("remove", passkey)), "h1")
    assert Authenticator.objects.exists()
    assert signed_in.post(address("remove", passkey))["Location"] == LIST
    assert not Authenticator.objects.exists()


@pytest.mark.parametrize("verb", ["edit", "remove"])
def test_somebody_else_s_passkey_does_not_exist(signed_in, verb):
    passkey = passkey_of(EditorFactory())
    answers = [signed_in.get(address(verb, passkey)), signed_in.post(address(verb, passkey), {"name": "x"})]
    assert [answer.status_code for answer in answers] == [404, 404]
    assert str(Authenticator.objects.get()) == "Mon téléphone"


def test_looking_changes_nothing(signed_in, resident, found_city):
    Phone().add_to(signed_in)
    passkey = Authenticator.objects.get()
    with select_only() as written:
        assert ask(signed_in, ADD)["publicKey"]["challenge"]
        for each in (LIST, ADD, AGAIN, address("edit", passkey), address("remove", passkey)):
            assert signed_in.get(each).status_code == 200
    assert not written


def test_the_list_takes_as_many_queries_whatever_its_length(signed_in, resident):
    passkey_of(resident)
    one = queries(signed_in, LIST)
    passkey_of(resident)
    assert queries(signed_in, LIST) == one


# --- Recently ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("verb", ["add", "edit", "remove"])
def test_whoever_signed_in_long_ago_signs_in_again_and_comes_back(signed_in, resident, clock, verb):
    signed_in.force_login(resident)
    passkey = passkey_of(resident)
    where = ADD if verb == "add" else address(verb, passkey)
    clock.shift(RECENT_SECONDS + 1)
    for answer in (signed_in.get(where), signed_in.post(where, {"name": "x"})):
        assert answer["Location"].startswith(f"{AGAIN}?next=")
    assert str(Authenticator.objects.get()) == "Mon téléphone"
    onward = soup(signed_in.get(answer["Location"])).select_one("main input[name=next]")["value"]
    left = signed_in.post(reverse("account_logout"), {"next": onward})["Location"]
    assert soup(signed_in.get(left)).select_one("main input[name=next]")["value"] == where


def test_an_editor_signs_in_again_at_the_admin_s_door(client, found_city):
    editor = EditorFactory()
    editor.set_password("secret")
    editor.save()
    client.force_login(editor)
    onward = soup(client.get(AGAIN)).select_one("main input[name=next]")["value"]
    door = soup(client.get(client.post(reverse("account_logout"), {"next": onward})["Location"]))
    where = door.select_one(".login-form input[name=next]")["value"]
    answer = client.post(reverse("wagtailadmin_login"), {"username": editor, "password": "secret", "next": where})
    assert answer["Location"] == LIST


def test_signing_in_again_leads_to_no_other_site(signed_in):
    page = soup(signed_in.get(AGAIN, {"next": "https://elsewhere.example/"}))
    assert "elsewhere" not in page.select_one("main").text + page.select_one("main input[name=next]")["value"]


# --- Where they are found ----------------------------------------------------------------------------------------


def test_an_editor_finds_their_passkeys_in_the_account_of_the_admin(client, found_city):
    client.force_login(EditorFactory())
    assert f'href="{LIST}"' in client.get(reverse("wagtailadmin_account")).text


def test_my_data_tell_names_and_dates_and_nothing_of_the_key(signed_in, resident):
    Phone().add_to(signed_in, name="Mon téléphone")
    told = json.loads(signed_in.get("/engagement/mes-donnees/fichier/json/").content)["account"]
    assert [set(row) for row in told] == [{"email", "since", "last_sign_in"}, {"passkey", "added", "last_used"}]
    assert told[1]["passkey"] == "Mon téléphone"
    assert "attestationObject" not in json.dumps(told)


def test_passkeys_go_with_the_account(signed_in, resident):
    passkey_of(resident)
    signed_in.post("/engagement/mes-donnees/effacer/", {"sure": "on"})
    assert not Authenticator.objects.exists()


def test_another_site_adds_renames_and_removes_nothing(resident):
    client, passkey = Client(enforce_csrf_checks=True), passkey_of(resident)
    client.force_login(resident)
    for each in (ADD, address("edit", passkey), address("remove", passkey)):
        assert client.post(each, {"name": "x"}).status_code == 403
