from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from tests.factories import EventFactory, once
from volunteering.agenda.actions import OccurrenceOver, annotate_occurrence, cancel_occurrence, move_occurrence
from volunteering.agenda.materialise import materialise, refill
from volunteering.agenda.models import Occurrence

pytestmark = [pytest.mark.databases, pytest.mark.django_db]
PARIS = ZoneInfo("Europe/Paris")


def test_a_published_weekly_event_has_its_dates_for_eighteen_months(clock):
    event = EventFactory(weekly=True)
    last = event.occurrences.latest("start")
    assert event.occurrences.count() == 78
    assert timezone.now() + timedelta(days=540) < last.start < timezone.now() + timedelta(days=549)


def test_a_weekly_event_keeps_its_hour_across_the_clock_change(clock):
    event = EventFactory(children={"dates": [once(date(2026, 3, 25), frequency="weekly", count=2)]})
    assert [row.start.astimezone(PARIS).time() for row in event.occurrences.all()] == [time(14), time(14)]
    assert [row.start.hour for row in event.occurrences.all()] == [13, 12]


def test_a_draft_has_no_dates_in_the_agenda(clock):
    assert EventFactory(weekly=True, draft=True).occurrences.count() == 0


def test_publishing_again_changes_no_date(clock):
    event = EventFactory(weekly=True)
    before = list(event.occurrences.values_list("uid", "start"))
    event.save_revision().publish()
    assert list(event.occurrences.values_list("uid", "start")) == before


def test_a_new_hour_in_the_rule_re_times_the_dates_to_come(clock):
    event = EventFactory(children={"dates": [once(frequency="weekly", count=3)]})
    rule = event.dates.get()
    rule.start_time, rule.end_time = time(18), time(20)
    event.dates = [rule]
    event.save_revision().publish()
    assert {row.start.astimezone(PARIS).hour for row in event.occurrences.all()} == {18}
    assert event.occurrences.count() == 3


def test_a_cancelled_date_follows_its_day_when_the_hour_changes(clock):
    event = EventFactory(children={"dates": [once(frequency="weekly", count=3)]})
    cancelled = cancel_occurrence(occurrence=event.occurrences.all()[1], reason="Storm", by=None)
    rule = event.dates.get()
    rule.start_time, rule.end_time = time(18), time(20)
    event.dates = [rule]
    event.save_revision().publish()
    again = Occurrence.objects.get(uid=cancelled.uid)
    assert (again.status, again.reason, again.start.astimezone(PARIS).hour) == ("cancelled", "Storm", 18)
    assert event.occurrences.count() == 3


def test_a_moved_date_keeps_its_place_when_the_event_is_published_again(clock):
    event = EventFactory(weekly=True)
    row = event.occurrences.first()
    moved = move_occurrence(
        occurrence=row, start=row.start + timedelta(days=1), end=row.end + timedelta(days=1), by=None
    )
    event.save_revision().publish()
    again = Occurrence.objects.get(uid=moved.uid)
    assert again.start == moved.start
    assert again.recurrence_id == row.recurrence_id


def test_a_date_with_a_note_survives_the_end_of_its_rule(clock):
    event = EventFactory(children={"dates": [once(frequency="weekly", count=3)]})
    noted = annotate_occurrence(occurrence=event.occurrences.last(), note="In the small hall", by=None)
    event.dates = [once(frequency="weekly", count=2)]
    event.save_revision().publish()
    assert Occurrence.objects.filter(uid=noted.uid).exists()


def test_dates_that_took_place_stay_when_the_rule_changes(clock):
    event = EventFactory(children={"dates": [once(date(2026, 2, 4), frequency="weekly", count=8)]})
    event.dates = [once(date(2026, 3, 18))]
    event.save_revision().publish()
    days = [row.first_day for row in event.occurrences.all()]
    assert days == [date(2026, 2, day) for day in (4, 11, 18, 25)] + [date(2026, 3, 18)]


def test_refilling_adds_the_dates_that_time_brought_near(clock):
    event = EventFactory(weekly=True)
    before = event.occurrences.count()
    clock.shift(timedelta(days=14))
    assert refill().created == 2
    assert event.occurrences.count() == before + 2
    assert not refill()


def test_two_rules_with_the_same_date_make_one(clock):
    event = EventFactory(children={"dates": [once(), once()]})
    assert event.occurrences.count() == 1


def test_an_event_over_midnight_ends_the_day_after(clock):
    event = EventFactory(children={"dates": [once(start_time=time(21), end_time=time(1))]})
    row = event.occurrences.get()
    assert row.end - row.start == timedelta(hours=4)
    assert not row.spans_days


def test_an_all_day_event_ends_at_the_next_midnight(clock):
    event = EventFactory(children={"dates": [once(all_day=True, start_time=None, end_time=None)]})
    row = event.occurrences.get()
    assert row.start.astimezone(PARIS).time() == row.end.astimezone(PARIS).time() == time(0)
    assert row.first_day == row.last_day


def test_an_event_years_ahead_has_its_date(clock):
    event = EventFactory(children={"dates": [once(date(2029, 6, 16))]})
    assert event.occurrences.get().first_day == date(2029, 6, 16)


def test_a_past_date_cannot_be_cancelled(clock):
    row = EventFactory(past=True).occurrences.get()
    with pytest.raises(OccurrenceOver):
        cancel_occurrence(occurrence=row, reason="Too late", by=None)


def test_an_event_that_ends_today_is_upcoming_until_it_ends(clock):
    event = EventFactory(children={"dates": [once(date(2026, 3, 4))]})
    clock.move_to(datetime(2026, 3, 4, 15, 59, tzinfo=PARIS))
    assert event.occurrences.upcoming().exists()
    clock.move_to(datetime(2026, 3, 4, 16, 0, tzinfo=PARIS))
    assert not event.occurrences.upcoming().exists()


def test_materialising_twice_writes_nothing_the_second_time(clock, django_assert_num_queries):
    event = EventFactory(weekly=True)
    with django_assert_num_queries(4):
        assert not materialise(event)
