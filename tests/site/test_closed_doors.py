"""Nobody learns who has an account, gets in another way, or tries without end; looking changes nothing."""

import re

import pytest
from django.contrib.auth import get_user_model
from django.core import mail
from django.test import Client
from django.urls import reverse
from wagtailmenus.models import MainMenu

from tests.site.door import (
    ADDRESS,
    CODE,
    DIGITS,
    PAGES,
    SIGN_IN,
    SIGN_OUT,
    SIGN_UP,
    SIGN_UP_CODE,
    UNKNOWN,
    ask_for_code,
    code_of_last_mail,
    signed_in_as,
)
from tests.trust.read_only import select_only

pytestmark = pytest.mark.usefixtures("city")


# --- Who has an account ------------------------------------------------------------------------------------------


def what_shows(answer, address):
    """Everything a browser is shown, without the tokens and the typed address."""
    text = re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", answer.content.decode())
    return answer.status_code, answer.headers.get("Location"), text.replace(address, "ADDRESS")


@pytest.mark.parametrize(("door", "field", "step"), [(SIGN_IN, "login", CODE), (SIGN_UP, "email", SIGN_UP_CODE)])
def test_nobody_can_tell_whether_an_address_has_an_account(resident, door, field, step):
    shown = {}
    for address in (ADDRESS, UNKNOWN):
        browser = Client()
        answers = [browser.post(door, {field: address}), browser.get(step)]
        answers += [browser.post(step, {"code": "0000-0000"}) for _ in range(3)]
        shown[address] = [what_shows(answer, address) for answer in [*answers, browser.get(SIGN_IN)]]

    assert shown[ADDRESS] == shown[UNKNOWN]
    assert shown[ADDRESS][1][0] == 200


def test_signing_in_with_an_unknown_address_opens_no_account(client):
    ask_for_code(client, UNKNOWN)

    assert not DIGITS.search(mail.outbox[-1].body)
    assert SIGN_UP in mail.outbox[-1].body
    assert not get_user_model().objects.exists()


def test_a_visitor_can_open_an_account(client):
    client.post(SIGN_UP, {"email": UNKNOWN})
    client.post(SIGN_UP_CODE, {"code": code_of_last_mail()})

    assert signed_in_as(client).email == UNKNOWN
    assert "nobody" not in signed_in_as(client).username


def test_a_visitor_cannot_open_a_second_account_with_the_same_address(client, resident):
    client.post(SIGN_UP, {"email": ADDRESS})

    assert get_user_model().objects.get() == resident
    assert SIGN_IN in mail.outbox[-1].body


def test_a_city_can_keep_opening_accounts_to_itself(client, settings):
    settings.SIGN_UP_IS_OPEN = False
    client.post(SIGN_UP, {"email": UNKNOWN})
    ask_for_code(client, UNKNOWN)

    assert not get_user_model().objects.exists()
    assert SIGN_UP not in mail.outbox[-1].body


# --- Doors that are closed ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "path", ["password/change/", "password/set/", "password/reset/", "password/reset/key/1-abc/", "email/", "login/"]
)
def test_there_is_no_page_about_passwords(client, path):
    assert client.get(f"/compte/{path}").status_code == 404


def test_no_account_page_asks_for_a_password(client, resident):
    pages = [client.get(page, follow=True) for page in PAGES]

    assert not [page.request["PATH_INFO"] for page in pages if b'type="password"' in page.content]


def test_a_password_does_not_replace_the_code(client, resident):
    resident.set_password("secret")
    resident.save()
    client.post(SIGN_IN, {"login": ADDRESS, "password": "secret"})

    assert signed_in_as(client) is None


def test_the_pages_for_some_readers_only_lead_to_the_same_door(client):
    assert client.get(reverse("wagtailcore_login"), {"next": "/x/"})["Location"] == f"{SIGN_IN}?next=%2Fx%2F"


def test_the_password_reset_of_the_admin_is_closed(client):
    assert client.get(reverse("wagtailadmin_password_reset")).status_code == 404


@pytest.mark.parametrize("path", ["/admin/", "/admin/pages/", "/admin/images/"])
def test_a_resident_is_refused_by_the_admin_without_a_loop(client, resident, path):
    client.force_login(resident)
    answer = client.get(path, follow=True)

    assert (answer.status_code, len(answer.redirect_chain)) == (403, 1)
    assert "account/editors_only.html" in [template.name for template in answer.templates]


def test_an_editor_still_signs_in_to_the_admin_with_a_password(client):
    get_user_model().objects.create_superuser("boss", "boss@city.example", "secret")
    answer = client.post(reverse("wagtailadmin_login"), {"username": "boss", "password": "secret"})

    assert answer["Location"] == "/admin/"


# --- GET, CSRF, limits -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("is_signed_in", [False, True])
def test_looking_at_the_account_pages_changes_nothing(client, city, resident, is_signed_in):
    # wagtailmenus makes an empty menu when it first looks for one; `setup` has made it on a real site.
    MainMenu.objects.create(site=city.site)
    if is_signed_in:
        client.force_login(resident)
    with select_only() as written:
        for page in PAGES:
            client.get(page)

    assert not written
    assert bool(signed_in_as(client)) is is_signed_in
    assert not mail.outbox


@pytest.mark.parametrize("page", [SIGN_IN, SIGN_UP, SIGN_OUT, "/admin/login/"])
def test_another_site_cannot_post_for_a_visitor(page):
    assert Client(enforce_csrf_checks=True).post(page, {"login": ADDRESS, "email": ADDRESS}).status_code == 403


def test_a_resident_signs_out_with_a_button(client, resident):
    client.force_login(resident)
    answer = client.post(SIGN_OUT)

    assert (answer["Location"], signed_in_as(client)) == ("/", None)


@pytest.mark.parametrize("address", [ADDRESS, UNKNOWN])
def test_nobody_can_fill_a_mailbox_with_codes(resident, address):
    answers = [ask_for_code(Client(), address) for _ in range(4)]

    assert [answer.status_code for answer in answers] == [302, 302, 302, 200]
    assert len(mail.outbox) == 3


def test_nobody_can_guess_an_editors_password_at_will(client):
    get_user_model().objects.create_superuser("boss", "boss@city.example", "secret")
    for _ in range(5):
        client.post(reverse("wagtailadmin_login"), {"username": "boss", "password": "guess"})
    client.post(reverse("wagtailadmin_login"), {"username": "boss", "password": "secret"})

    assert signed_in_as(client) is None


def test_a_connection_that_tries_too_often_is_asked_to_wait(client, settings):
    settings.ACCOUNT_RATE_LIMITS = {"login": "1/m/ip"}
    answers = [ask_for_code(client) for _ in range(2)]

    assert answers[1].status_code == 429
    assert "429.html" in [template.name for template in answers[1].templates]
