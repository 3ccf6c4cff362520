"""All events of the demo city: what a calendar program shows over 18 months is what our pages show."""

from collections import defaultdict
from datetime import UTC, date, datetime, time, timedelta

import icalendar
import pytest
import recurring_ical_events
from django.db import transaction
from django.test import Client
from django.utils import timezone

from home.demo import ground
from home.demo.content import Builder
from home.demo.data_files import read as data
from home.demo.seed import seed_pages
from home.demo.tree import seed_tree
from tests.feeds.reading import read
from volunteering.agenda.models import EventPage, Occurrence
from volunteering.feeds.ical import MOST_DATES
from volunteering.feeds.versions import today

pytestmark = pytest.mark.slow

HORIZON = timedelta(days=548)


@pytest.fixture(scope="module")
def city(django_db_setup, django_db_blocker):
    """Associations and events; one picture stands for all."""
    with django_db_blocker.unblock(), transaction.atomic():
        images = ground.seed_pictures({"village-fete"})
        seed_tree(images)
        ground.seed_taxonomy()
        (picture,) = images.values()
        builder = Builder(today=timezone.localdate(), images=defaultdict(lambda: picture))
        for kind in ("association", "event"):
            list(seed_pages(kind, data(f"{kind}s.json"), builder=builder))
        yield
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def shown(city) -> list[icalendar.Event]:
    """What a calendar program shows of our feed."""
    found = icalendar.Calendar.from_ical(read(Client(HTTP_HOST="localhost"), "agenda.ics"))
    return recurring_ical_events.of(found).between(today(), timezone.now() + HORIZON)


def moment(value: date | datetime) -> datetime:
    if not isinstance(value, datetime):
        value = timezone.make_aware(datetime.combine(value, time.min), timezone.get_default_timezone())
    return value.astimezone(UTC)


def test_a_calendar_program_shows_every_date_of_the_demo_city(shown):
    ours = Occurrence.objects.filter(end__gt=today(), start__lt=timezone.now() + HORIZON)
    told = {
        str(each["UID"]).partition("@")[0]: (moment(each["DTSTART"].dt), moment(each["DTEND"].dt)) for each in shown
    }

    assert len(shown) == len(told)
    assert 300 < len(told) < MOST_DATES
    assert told == {str(uid): (start, end) for uid, start, end in ours.values_list("uid", "start", "end")}


def test_no_event_of_the_demo_city_is_missing(shown):
    coming = EventPage.objects.filter(occurrences__end__gt=today(), occurrences__start__lt=timezone.now() + HORIZON)

    assert {str(each["URL"]) for each in shown} == {f"http://localhost{page.url}" for page in coming.distinct()}


def test_what_is_off_is_off_in_the_calendar_too(shown):
    cancelled = {str(each["UID"]).partition("@")[0] for each in shown if each["STATUS"] == "CANCELLED"}
    dates = Occurrence.objects.filter(end__gt=today(), start__lt=timezone.now() + HORIZON).select_related("event")

    assert cancelled == {str(date.uid) for date in dates if date.is_cancelled}
