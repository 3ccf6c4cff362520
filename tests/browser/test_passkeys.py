"""A passkey in a real browser, with the authenticator that Chromium plays: added, used, and read by everyone."""

from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib.auth import get_user_model
from django.test import Client
from playwright.sync_api import BrowserContext, CDPSession, Page, expect

from tests.browser.axe import violations
from tests.browser.chromium import NAME

TELEPHONE = {"width": 360, "height": 800}
JEANNE = "jeanne@people.example"
KEYS, DOOR = "/compte/cles-d-acces/", "/compte/connexion/"
# A telephone that knows its owner at once.
OWNED = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.fixture
def site(city):
    """By its name: a passkey belongs to a name, never to a number."""
    return f"http://{NAME}:{urlsplit(city).port}"


def signed_in(context: BrowserContext, site: str, *, user) -> Page:
    client, name = Client(), settings.SESSION_COOKIE_NAME
    client.force_login(user)
    context.add_cookies([{"name": name, "value": client.cookies[name].value, "url": site}])
    return context.new_page()


def telephone(page: Page, **differently) -> tuple[CDPSession, str]:
    """The authenticator of this page, and its number."""
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    made = session.send("WebAuthn.addVirtualAuthenticator", {"options": {**OWNED, **differently}})
    return session, made["authenticatorId"]


def add(page: Page, site: str) -> None:
    page.goto(f"{site}{KEYS}")
    page.get_by_role("link", name="Ajouter une clé d’accès").click()
    page.get_by_label("Un nom pour cette clé").fill("Mon téléphone")
    page.get_by_role("button", name="Ajouter cet appareil").click()
    expect(page.get_by_role("heading", name="Mon téléphone")).to_be_visible()


@pytest.mark.parametrize("native", [True, False], ids=["a browser of today", "one of some years ago"])
def test_a_resident_adds_a_passkey_and_signs_in_with_it(native, site, visitor):
    context, watch = visitor(viewport=TELEPHONE)
    if not native:
        context.add_init_script("delete window.PublicKeyCredential?.parseCreationOptionsFromJSON")
    page = signed_in(context, site, user=get_user_model().objects.create_user("0e1f", JEANNE))
    telephone(page)
    add(page, site)
    faults = violations(page)
    context.clear_cookies()
    page.goto(f"{site}{DOOR}?next={KEYS}")
    faults += violations(page)
    page.get_by_role("button", name="Me connecter avec une clé d’accès").click()
    expect(page.locator("main")).to_contain_text("Utilisée la dernière fois le")
    assert [key.last_used_at is not None for key in Authenticator.objects.all()] == [True]
    assert [*faults, *watch.take()] == []


def test_an_editor_enters_the_admin_with_a_passkey(site, visitor):
    context, watch = visitor()
    page = signed_in(context, site, user=get_user_model().objects.get(username="editrice"))
    telephone(page)
    add(page, site)
    context.clear_cookies()
    page.goto(f"{site}/admin/login/?next=/admin/account/")
    faults = violations(page, exclude=[".login-form", ".login-logo"])
    page.get_by_role("button", name="Me connecter avec une clé d’accès").click()
    page.wait_for_url(f"{site}/admin/account/")
    assert [*faults, *watch.take()] == []


def refused(page: Page, site: str) -> str:
    page.goto(f"{site}{DOOR}")
    page.get_by_role("button", name="Me connecter avec une clé d’accès").click()
    said = page.locator(".passkey [role=status]")
    expect(said).not_to_be_empty()
    return said.text_content() or ""


def test_whoever_has_no_passkey_here_is_told_what_else_to_do(site, visitor):
    context, _ = visitor(viewport=TELEPHONE)
    page = context.new_page()
    telephone(page)
    assert "demandez un code" in refused(page, site)
    expect(page.get_by_role("button", name="Me connecter avec une clé d’accès")).to_be_focused()
    assert violations(page) == []


def test_a_telephone_that_holds_one_already_says_so(site, visitor):
    context, _ = visitor(viewport=TELEPHONE)
    page = signed_in(context, site, user=get_user_model().objects.create_user("0e1f", JEANNE))
    telephone(page)
    add(page, site)
    page.goto(f"{site}{KEYS}ajouter/")
    page.get_by_role("button", name="Ajouter cet appareil").click()
    expect(page.locator(".passkey [role=status]")).to_have_text(
        "Cet appareil a déjà une clé d’accès pour votre compte."
    )


@pytest.mark.parametrize("without", ["scripts", "passkeys"])
def test_a_browser_without_passkeys_is_shown_no_button_and_told_about_the_code(without, site, visitor: Callable):
    context, watch = visitor(viewport=TELEPHONE, java_script_enabled=without != "scripts")
    context.add_init_script("delete window.PublicKeyCredential")
    page = signed_in(context, site, user=get_user_model().objects.create_user("0e1f", JEANNE))
    page.goto(f"{site}{KEYS}ajouter/")
    expect(page.get_by_text("Ce navigateur ne connaît pas les clés d’accès")).to_be_visible()
    expect(page.get_by_role("button", name="Ajouter cet appareil")).to_be_hidden()
    context.clear_cookies()
    page.goto(f"{site}{DOOR}")
    expect(page.get_by_role("button", name="Recevoir un code")).to_be_visible()
    expect(page.get_by_role("button", name="Me connecter avec une clé d’accès")).to_be_hidden()
    assert watch.take() == []
