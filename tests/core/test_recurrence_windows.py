"""What falls in a window, what comes next, and what bounds the work."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from tests.core.recurrence_rules import PARIS, clocks, day, local, rule, starts
from volunteering.core.recurrence import MAX_SLOTS, expand, next_dates

TUESDAY = "2026-09-08T14:00"


def test_an_event_under_way_is_in_the_window_and_one_that_ended_is_not():
    event = rule("2026-09-08T22:00", "2026-09-09T00:00", frequency="daily", count=2)
    during, after = datetime(2026, 9, 8, 23, 59), day("2026-09-09")
    assert len(expand(event, since=during, until=day("2027-01-01"), zone=PARIS)) == 2
    assert len(expand(event, since=after, until=day("2027-01-01"), zone=PARIS)) == 1


def test_an_event_that_starts_when_the_window_ends_is_outside():
    assert starts(rule("2026-09-08T00:00"), until="2026-09-08") == []


def test_an_event_without_a_known_end_is_in_the_window_from_its_start():
    moment = rule(TUESDAY, TUESDAY)
    assert clocks(moment, "2026-09-08", "2026-09-09") == [("2026-09-08 14:00", "2026-09-08 14:00")]
    assert expand(moment, since=datetime(2026, 9, 8, 14, 1), until=day("2027-01-01"), zone=PARIS) == []


def test_a_long_exhibition_is_found_from_its_middle():
    event = rule("2026-01-10", "2026-12-20")
    assert clocks(event, "2026-06-01", "2026-06-02") == [("2026-01-10 00:00", "2026-12-20 00:00")]


def test_a_window_may_be_told_in_utc():
    since = datetime(2026, 9, 8, 14, tzinfo=UTC)
    assert expand(rule(TUESDAY), since=since, until=since + timedelta(days=1), zone=PARIS) == []


def test_an_endless_rule_is_bounded_over_all_of_time():
    slots = expand(rule(TUESDAY, frequency="daily"), since=date.min, until=date.max, zone=PARIS)
    assert len(slots) == MAX_SLOTS
    assert local(slots[0])[0] == "2026-09-08 14:00"


def test_eighteen_months_of_every_day_with_the_most_added_dates_lose_nothing():
    first = datetime(2026, 9, 8, 9)
    added = tuple((first + timedelta(hours=12 * n),) * 2 for n in range(800))
    event = rule("2026-09-08T14:00", frequency="daily", extra=added)
    assert len(expand(event, since=day("2026-09-08"), until=day("2028-03-08"), zone=PARIS)) == 547 + 800


def test_zones_at_the_ends_of_the_world_survive_the_ends_of_time():
    for name in ("Pacific/Kiritimati", "Pacific/Pago_Pago"):
        event = rule("2199-12-30T23:00", frequency="daily")
        assert len(expand(event, since=date.min, until=date.max, zone=ZoneInfo(name))) == 2


def test_the_next_dates_start_now_or_later():
    slots = next_dates(rule(TUESDAY, frequency="weekly"), after=datetime(2026, 9, 8, 14), count=2, zone=PARIS)
    assert [local(slot)[0] for slot in slots] == ["2026-09-08 14:00", "2026-09-15 14:00"]
    later = next_dates(rule(TUESDAY, frequency="weekly"), after=datetime(2026, 9, 8, 14, 1), count=1, zone=PARIS)
    assert [local(slot)[0] for slot in later] == ["2026-09-15 14:00"]


def test_the_next_ten_dates_of_a_leap_day_are_found_far_away():
    slots = next_dates(rule("2024-02-29T10:00", frequency="yearly"), after=day("2026-01-01"), zone=PARIS)
    assert len(slots) == 10
    assert slots[-1].start.year == 2064
