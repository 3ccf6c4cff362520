"""A mail tells what is new since the last one, once, to one address at a time, or it is not written."""

from datetime import timedelta

import pytest
from django.core import mail
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests.alerts.mailbox import JEANNE
from tests.factories import (
    AssociationFactory,
    AssociationIndexFactory,
    EditorFactory,
    EventFactory,
    EventIndexFactory,
    MissionFactory,
    MissionIndexFactory,
    NeighbourhoodFactory,
    SavedSearchFactory,
    ThemeFactory,
    once,
)
from tests.mailbox import collect
from volunteering.agenda.actions import cancel_occurrence
from volunteering.agenda.models import Occurrence
from volunteering.alerts.digests import MOST_ITEMS, MOST_SECTIONS, SETTLING, send_alerts
from volunteering.alerts.models import SavedSearch
from volunteering.core.outbox.models import OutgoingMail

pytestmark = [pytest.mark.databases, pytest.mark.django_db]


@pytest.fixture(autouse=True)
def lists(clock, db):
    return [EventIndexFactory(), MissionIndexFactory(), AssociationIndexFactory()]


def morning(clock, *, days=1):
    """The mails of the morning, so many days later."""
    clock.move_to(timezone.localtime().replace(hour=8, minute=2, second=0) + timedelta(days=days))
    call_command("send_alerts")
    return collect()


# --- Only what is new --------------------------------------------------------------------------------------------


def test_a_mail_tells_what_was_published_since_the_last_one_and_only_that(clock):
    SavedSearchFactory()
    EventFactory(title="Before")
    first = morning(clock)
    EventFactory(title="After")
    second = morning(clock)

    assert ["Before" in message.body for message in (*first, *second)] == [True, False]
    assert "After" in second[0].body


def test_nothing_that_was_there_before_one_asked_is_new(clock):
    EventFactory(title="Old")
    clock.shift(3600)
    SavedSearchFactory(confirmed_at=timezone.now())

    assert morning(clock) == []


def test_a_mail_is_never_empty(clock):
    SavedSearchFactory()
    EventFactory(draft=True)
    EventFactory(past=True)
    EventFactory(status="cancelled")
    MissionFactory()

    assert morning(clock) == []
    assert not OutgoingMail.objects.exists()


def test_a_date_added_to_an_event_is_new(clock):
    event = EventFactory(title="Choir")
    clock.shift(timedelta(days=30))
    SavedSearchFactory(confirmed_at=timezone.now() - timedelta(minutes=1))
    event.dates = [*event.dates.all(), once(timezone.localdate() + timedelta(days=20))]
    event.save_revision().publish()

    assert "Choir" in morning(clock)[0].body


def test_dates_that_the_nightly_refill_adds_are_not(clock):
    EventFactory(weekly=True)
    clock.shift(timedelta(days=30))
    SavedSearchFactory(confirmed_at=timezone.now())
    before = Occurrence.objects.count()
    clock.shift(timedelta(days=8))
    call_command("refill_occurrences")

    assert Occurrence.objects.count() > before
    assert morning(clock) == []


def test_a_moved_or_cancelled_date_is_no_news(clock):
    event = EventFactory(weekly=True)
    clock.shift(timedelta(days=1))
    SavedSearchFactory(confirmed_at=timezone.now())
    cancel_occurrence(occurrence=event.occurrences.soonest().first(), reason="Snow", by=None)

    assert morning(clock) == []


def test_what_is_published_while_the_mails_are_written_comes_with_the_next(clock):
    SavedSearchFactory()
    first = timezone.localtime().replace(hour=8, minute=2) + timedelta(days=1)
    clock.move_to(first - SETTLING + timedelta(seconds=30))
    EventFactory(title="Late")

    assert morning(clock, days=0) == []
    assert "Late" in morning(clock)[0].body


@pytest.mark.parametrize(
    ("kind", "factory"), [("events", EventFactory), ("missions", MissionFactory), ("associations", AssociationFactory)]
)
def test_each_list_has_its_news(clock, kind, factory):
    SavedSearchFactory(kind=kind)
    page = factory(title="Wanted")

    [message] = morning(clock)
    assert f"http://localhost{page.url}" in message.body


@pytest.mark.parametrize("query", ["theme=jardin", "neighbourhood=centre", "theme=jardin&theme=x&neighbourhood=centre"])
def test_a_mail_tells_what_the_filters_let_through(clock, query):
    fields = {"themes": [ThemeFactory(slug="jardin")], "neighbourhood": NeighbourhoodFactory(slug="centre")}
    SavedSearchFactory(query=query)
    EventFactory(title="Within", **fields)
    EventFactory(title="Outside", themes=[ThemeFactory()])

    [message] = morning(clock)
    assert ("Within" in message.body, "Outside" in message.body) == (True, False)
    assert message.body.count("Within") == 1


def test_a_theme_that_was_deleted_finds_nothing_rather_than_everything(clock):
    SavedSearchFactory(query="theme=gone")
    EventFactory()

    assert morning(clock) == []


# --- Bounded -----------------------------------------------------------------------------------------------------


def test_a_mail_lists_ten_and_leads_to_the_others(clock):
    ThemeFactory(slug="jardin")
    SavedSearchFactory(query="theme=jardin")
    EventFactory.create_batch(MOST_ITEMS + 3, themes=[ThemeFactory._meta.model.objects.get(slug="jardin")])

    [message] = morning(clock)
    assert message.body.count("/agenda/event-") == MOST_ITEMS
    assert "Voir les 3 autres\nhttp://localhost/agenda/?theme=jardin" in message.body


def test_an_address_gets_one_mail_a_run_whatever_it_follows(clock):
    user = EditorFactory(email=JEANNE.upper())
    SavedSearchFactory(user=user, email="", label="Mine")
    SavedSearchFactory(email=JEANNE, kind="missions", label="Also mine")
    SavedSearchFactory(email="marie@people.example")
    EventFactory()
    MissionFactory()

    messages = morning(clock)
    assert sorted(message.to[0] for message in messages) == [JEANNE, "marie@people.example"]
    assert all(label in next(m for m in messages if m.to == [JEANNE]).body for label in ("Mine", "Also mine"))


def test_more_searches_than_fit_come_the_next_day(clock):
    for number in range(MOST_SECTIONS + 2):
        SavedSearchFactory(email=JEANNE, query=f"theme=t{number}" if number else "", label=f"Search {number}")
    themes = [ThemeFactory(slug=f"t{number}") for number in range(MOST_SECTIONS + 2)]
    EventFactory(themes=themes)

    assert [message.body.count("Search ") for message in (*morning(clock), *morning(clock))] == [MOST_SECTIONS, 2]


def test_running_twice_on_a_day_writes_nothing_twice(clock):
    SavedSearchFactory()
    EventFactory()
    assert len(morning(clock)) == 1
    EventFactory()
    SavedSearch.objects.update(last_sent_at=timezone.now() - timedelta(days=1))
    call_command("send_alerts")

    assert collect() == []


def test_the_mails_cost_the_same_for_each_search(clock):
    EventFactory.create_batch(5, themes=[ThemeFactory()])
    SavedSearchFactory()
    clock.shift(timedelta(days=1))
    with CaptureQueriesContext(connection) as one:
        send_alerts()
    SavedSearch.objects.all().delete()
    SavedSearchFactory.create_batch(3, confirmed_at=timezone.now() - timedelta(days=2))
    with CaptureQueriesContext(connection) as three:
        send_alerts()

    assert len(three) - 1 == 3 * (len(one) - 1)


# --- How often, to whom ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("frequency", "expected"), [("daily", [1] * 8), ("weekly", [0, 0, 0, 0, 0, 0, 1, 0])])
def test_a_mail_comes_every_day_or_once_a_week(clock, frequency, expected):
    SavedSearchFactory(frequency=frequency, confirmed_at=timezone.now() - timedelta(minutes=1))
    mails = []
    for _day in range(8):
        EventFactory()
        mails.append(len(morning(clock)))

    assert mails == expected


@pytest.mark.parametrize("change", [{"unconfirmed": True}, {"is_paused": True}])
def test_whoever_has_not_confirmed_or_pauses_is_not_written_to(clock, change):
    SavedSearchFactory(**change)
    EventFactory()

    assert morning(clock) == []


def test_an_account_that_is_closed_or_has_no_address_is_not_written_to(clock):
    for fields in ({"is_active": False}, {"email": ""}):
        SavedSearchFactory(user=EditorFactory(**fields), email="")
    EventFactory()

    assert morning(clock) == []


def test_what_is_taken_down_before_the_mail_leaves_is_not_in_it(clock):
    SavedSearchFactory()
    kept, gone = EventFactory(title="Kept"), EventFactory(title="Gone")
    clock.shift(timedelta(days=1))
    send_alerts()
    gone.unpublish()

    [message] = collect()
    assert (kept.title in message.body, gone.title in message.body) == (True, False)


@pytest.mark.parametrize("change", [{"is_paused": True}, None])
def test_a_mail_of_a_search_that_was_stopped_meanwhile_does_not_leave(clock, change):
    search = SavedSearchFactory()
    EventFactory()
    clock.shift(timedelta(days=1))
    send_alerts()
    SavedSearch.objects.filter(pk=search.pk).update(**change) if change else search.delete()

    assert collect() == []
    assert OutgoingMail.objects.get().status == "dropped"


def test_mails_wait_for_the_morning(clock):
    SavedSearchFactory()
    EventFactory()
    clock.move_to(timezone.localtime().replace(hour=23) + timedelta(days=1))
    call_command("send_alerts")
    call_command("deliver_mail")
    assert not mail.outbox

    clock.shift(timedelta(hours=9))
    assert len(collect()) == 1
