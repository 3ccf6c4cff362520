"""Claiming a record and confirming it in a real browser: on a telephone, with and without JavaScript."""

from collections.abc import Iterator

import pytest
from django.conf import settings
from django.contrib.auth import get_user_model
from django.test import Client
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.axe import violations
from tests.browser.sweep import sweep
from volunteering.directory.actions import ask_the_city, suspend
from volunteering.directory.codes import code_of
from volunteering.directory.links import record_token
from volunteering.directory.models import AssociationPage, Claim, Membership, Role

TELEPHONE = {"width": 360, "height": 800}
RECORD = "le-tournevis-des-tanneries"
SPACE = "/engagement/mon-association/"


def signed_in(context: BrowserContext, city: str) -> Page:
    client, name = Client(), settings.SESSION_COOKIE_NAME
    client.force_login(get_user_model().objects.create_user("0e1f", "jeanne@people.example"))
    context.add_cookies([{"name": name, "value": client.cookies[name].value, "url": city}])
    return context.new_page()


@pytest.mark.parametrize("scripts", [True, False], ids=["with JavaScript", "without"])
def test_somebody_claims_the_record_of_their_association(scripts, city, visitor):
    AssociationPage.objects.filter(slug=RECORD).update(office_email="office@asso.example")
    context, watch = visitor(viewport=TELEPHONE, java_script_enabled=scripts)
    page = signed_in(context, city)
    page.goto(f"{city}/associations/{RECORD}/")
    page.get_by_role("link", name="C’est votre association ?").click()
    page.get_by_role("button", name="Envoyer un code au bureau").click()
    page.get_by_label("Le code reçu par le bureau").fill(code_of(Claim.objects.get()))
    page.get_by_role("button", name="Confirmer").click()
    expect(page.locator(".site-messages")).to_contain_text("Vous parlez désormais")
    assert Membership.objects.get(user__username="0e1f").role == Role.MANAGER
    assert watch.take() == []


def addresses() -> Iterator[str]:
    """Each page in each of its states."""
    record, user = AssociationPage.objects.get(slug=RECORD), get_user_model().objects.get(username="0e1f")
    AssociationPage.objects.filter(pk=record.pk).update(office_email="office@asso.example", notices=2)
    record.refresh_from_db()
    claim = f"/engagement/associations/{record.pk}/c-est-mon-association/"
    yield f"/associations/{RECORD}/"
    yield claim
    yield f"{claim}demander/"
    Claim.objects.create(association=record, user=user)
    yield f"{claim}code/"
    ask_the_city(association=record, user=user, words="Trésorière.", site=record.get_site(), language="fr")
    yield f"{claim}?waits"
    yield f"/engagement/associations/fiche/{record_token(record, record.office_email)}/"
    yield "/engagement/associations/fiche/forged/"
    Membership.objects.create(association=record, user=user, role=Role.MANAGER)
    yield SPACE
    suspend(association=record, reason="L’attestation d’assurance manque.", by=None)
    yield f"{SPACE}?suspended"


@pytest.mark.slow
def test_everyone_can_read_the_pages_of_a_record(city, visitor):
    context, watch = visitor()
    page, faults = signed_in(context, city), []
    for address in addresses():
        faults += [f"{address}: {fault}" for fault in sweep(page, f"{city}{address}", watch) if "404" not in fault]
        page.set_viewport_size(TELEPHONE)
        faults += [f"{address}: {fault}" for fault in violations(page)]
    assert "\n".join(faults) == ""
