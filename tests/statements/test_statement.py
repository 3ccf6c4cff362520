"""The accessibility statement: what it says follows from the audit, and the foot of every page repeats it."""

import re
from datetime import date, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.admin.rich_text import DraftailRichTextArea
from wagtail.models import Site
from wagtail.test.utils.form_data import rich_text

from tests.factories import EditorFactory
from tests.pages import soup, words
from volunteering.agenda.models import EventIndexPage
from volunteering.core.models import CitySettings
from volunteering.core.publishing import incomplete
from volunteering.statements.models import AccessibilityStatementPage, Conformity

pytestmark = pytest.mark.django_db
AUDIT = {"audited_on": date(2026, 3, 1), "audited_by": "Atelier de l’accessibilité"}
LAST_MINUTE = datetime(2029, 2, 28, 22, 59, tzinfo=timezone.get_fixed_timezone(0))
FOOT = "footer.site-footer"


@pytest.fixture
def statement(clock, found_city) -> AccessibilityStatementPage:
    """The draft that `setup` made."""
    return AccessibilityStatementPage.objects.get()


def publish(page: AccessibilityStatementPage, **fields) -> AccessibilityStatementPage:
    for name, value in fields.items():
        setattr(page, name, value)
    page.save_revision().publish()
    page.refresh_from_db()
    return page


def test_what_a_city_states_in_law_waits_for_the_city_to_read_it(statement, client):
    assert not statement.live
    assert client.get(statement.url).status_code == 404
    assert "Accessibilité" not in words(client.get("/"), FOOT)


@pytest.mark.parametrize(
    ("rate", "conformity"),
    [("100", "total"), ("99.99", "partial"), ("50", "partial"), ("49.99", "none"), ("0", "none")],
)
def test_how_far_the_site_complies_follows_from_the_audit(statement, rate, conformity):
    assert publish(statement, rate=rate, **AUDIT).conformity == conformity


def test_a_site_without_an_audit_says_that_it_does_not_comply(statement, client):
    page = publish(statement)
    assert page.conformity == Conformity.NONE
    told = words(client.get(page.url))
    assert "Ce site est non conforme avec le référentiel" in told
    assert "n’a pas encore fait l’objet d’un audit" in told


def test_an_audit_counts_for_three_years(statement, client, clock):
    page = publish(statement, rate="82.5", **AUDIT)
    clock.move_to(LAST_MINUTE)
    told = words(client.get(page.url))
    assert "L’audit du 1er mars 2026" in told
    assert "82,50 % des critères applicables du RGAA 4.1.2" in told
    clock.shift(60)
    told = words(client.get(page.url))
    assert "Ce site est non conforme" in told
    assert "date de plus de trois ans" in told


def test_the_foot_of_every_page_says_it_and_leads_there(statement, client, committed):
    with committed():
        publish(statement, rate="82.5", **AUDIT)
    for address in ("/", "/agenda/", "/engagement/alertes/events/"):
        link = soup(client.get(address)).select_one(f"{FOOT} a[href='/accessibilite/']")
        assert " ".join(link.text.split()) == "Accessibilité : partiellement conforme"
    with committed():
        statement.unpublish()
    assert "Accessibilité" not in words(client.get("/"), FOOT)


def test_the_foot_asks_the_database_once(statement, client):
    publish(statement)
    client.get("/agenda/")
    with CaptureQueriesContext(connection) as asked:
        assert "Accessibilité" in words(client.get("/agenda/?free=1"), FOOT)
    assert [query for query in asked if "accessibilitystatement" in query["sql"]] == []


def test_another_site_of_the_same_installation_does_not_repeat_it(statement, client):
    publish(statement)
    other = Site.objects.create(hostname="other.example", root_page=EventIndexPage.objects.get())
    client.get("/", headers={"host": other.hostname})  # its menu is made at the first visit
    assert "Accessibilité" in words(client.get("/"), FOOT)
    assert "Accessibilité" not in words(client.get("/", headers={"host": other.hostname}), FOOT)


def test_a_resident_reads_whom_to_tell_and_what_to_do_without_an_answer(statement, client):
    CitySettings.objects.update(helpline_number="04 65 71 12 12", name="Rivemont-sur-Loire")
    page = publish(statement, contact_email="accessibilite@rivemont.example", failures="<p>La carte du port.</p>")
    answer = client.get(page.url)
    links = {link["href"] for link in soup(answer).main.select("a")}
    assert {"mailto:accessibilite@rivemont.example", "tel:+33465711212"} <= links
    assert reverse("volunteering:report_page", args=[page.pk]) in links
    assert any("defenseurdesdroits.fr" in link for link in links)
    assert "Rivemont-sur-Loire s’engage" in words(answer)
    assert "La carte du port." in words(answer)


def test_somebody_who_cannot_use_a_page_may_say_just_that(statement, client):
    answer = client.get(reverse("volunteering:report_page", args=[publish(statement).pk]))
    assert "Je n’arrive pas à la lire ou à m’en servir" in words(answer)


@pytest.mark.parametrize(("name", "empty"), [("audited_on", None), ("audited_by", ""), ("rate", None)])
def test_half_an_audit_is_not_published(statement, name, empty):
    for field, value in {**AUDIT, "rate": "80", name: empty}.items():
        setattr(statement, field, value)
    statement.save_revision()
    assert set(incomplete([statement])[statement]) == {name}


def test_an_editor_is_told_that_a_day_is_still_to_come(statement, client):
    client.force_login(EditorFactory())
    edit = reverse("wagtailadmin_pages:edit", args=[statement.pk])
    page = client.get(edit)
    assert page.status_code == 200
    fields = page.context["form"].fields
    texts = {name: rich_text("") for name, field in fields.items() if isinstance(field.widget, DraftailRichTextArea)}
    answers = {field.html_name: field.value() or "" for field in page.context["form"]} | texts
    answers |= {"comments-TOTAL_FORMS": 0, "comments-INITIAL_FORMS": 0, "action-publish": "1"}
    answers |= {"audited_on": "05/03/2026", "audited_by": "Nous", "rate": "70", "stated_on": "04/03/2026"}
    told = re.sub(r"\s+", " ", client.post(edit, answers).content.decode())
    assert "Cette date n’est pas encore passée" in told
    statement.refresh_from_db()
    assert not statement.live
