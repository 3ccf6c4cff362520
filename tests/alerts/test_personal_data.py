"""An address that someone left with us: who sees it, and how it goes."""

import logging

import pytest
from django.core.management import call_command
from django.urls import reverse

from tests.admin import AGENT, EDITOR, sign_in
from tests.alerts.mailbox import JEANNE, ask, confirm
from tests.city import found
from tests.factories import EditorFactory, EventFactory, SavedSearchFactory
from tests.mailbox import collect, link_with
from tests.trust.crawl import crawl
from tests.trust.roles import Role, browser
from volunteering.alerts.models import SavedSearch
from volunteering.alerts.personal_data import erase_for, export_for
from volunteering.core.outbox.models import Failure, OutgoingMail, Status

pytestmark = pytest.mark.django_db


def test_an_address_is_in_no_page_no_address_bar_and_no_log(client, clock, caplog):
    """The canary's whole way: asks, confirms, is written to, changes, stops."""
    caplog.set_level(logging.DEBUG)
    found()
    pages = [ask(client, clock, frequency="daily")]
    message = collect()[0]
    pages += [confirm(client, message), client.get(link_with(message, "confirmer"))]
    clock.shift(60)
    EventFactory()
    clock.shift(24 * 3600)
    call_command("send_alerts")
    news = collect()[0]
    pages += [client.get(link_with(news, where)) for where in ("gerer", "arreter", "tout-arreter")]
    site = crawl(browser(Role.VISITOR))

    assert not [page.request["PATH_INFO"] for page in pages if "canari" in page.content.decode() + str(page.headers)]
    assert site.saying("canari") == []
    assert "canari" not in "".join(
        record.getMessage() for record in caplog.records if record.name != "django.db.backends"
    )
    assert not [link for link in news.body.split() if "canari" in link]


@pytest.mark.parametrize("owner", ["an address", "an account"])
def test_someone_can_read_what_we_keep(owner):
    user = EditorFactory(email=JEANNE) if owner == "an account" else None
    SavedSearchFactory(user=user, email="" if user else JEANNE)
    SavedSearchFactory()

    assert [row["label"] for row in export_for(f" {JEANNE.title()} ")] == ["Tous les événements"]


def test_someone_can_be_forgotten():
    SavedSearchFactory(email=JEANNE)
    SavedSearchFactory(email=JEANNE, unconfirmed=True, kind="missions")
    SavedSearchFactory(user=EditorFactory(email=JEANNE), email="")
    kept = SavedSearchFactory()

    assert erase_for(JEANNE) == 3
    assert list(SavedSearch.objects.all()) == [kept]


def test_no_label_of_a_search_names_its_owner():
    search = SavedSearchFactory(email=JEANNE)

    assert "jeanne" not in f"{search} {search!r}"


# --- At the desk -------------------------------------------------------------------------------------------------


@pytest.fixture
def failed_mail(db):
    return OutgoingMail.objects.create(
        letter="volunteering.alerts.notifications.Digest",
        recipient=JEANNE,
        about={"secret": "kanari"},
        dedup_key="Digest:1",
        language="fr",
        status=Status.FAILED,
        failure=Failure.ADDRESS,
        answer="550 5.1.1 no such user",
        attempts=1,
        settled_at="2026-03-04T08:00Z",
    )


def test_the_offices_see_which_mails_never_arrived_and_why(failed_mail):
    found()
    page = sign_in(EDITOR).get(reverse("volunteering_failed_mails:index")).content.decode()

    assert "Recherche enregistrée" in page
    assert "refuse cette adresse – 550 5.1.1 no such user" in page
    assert "j…@people.example" in page
    assert not any(secret in page for secret in ("jeanne", "kanari"))


def test_nothing_can_be_changed_there(failed_mail):
    found()
    client = sign_in(EDITOR)
    page = client.get(reverse("volunteering_failed_mails:index")).content.decode()

    assert "/new/" not in page
    assert "/edit/" not in page.replace("/admin/settings/", "").split("<main")[1]
    assert client.get(f"/admin/engagement/failed-mails/edit/{failed_mail.pk}/").status_code == 404
    assert client.post("/admin/engagement/failed-mails/new/", {"status": "sent"}).status_code == 404


def test_the_reception_desk_does_not_see_them(failed_mail):
    found()

    assert sign_in(AGENT).get(reverse("volunteering_failed_mails:index")).status_code == 302


def test_mails_that_arrived_are_not_listed(failed_mail):
    found()
    OutgoingMail.objects.update(status=Status.SENT)

    assert "people.example" not in sign_in(EDITOR).get(reverse("volunteering_failed_mails:index")).content.decode()
