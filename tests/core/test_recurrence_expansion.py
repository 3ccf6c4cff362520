"""Dates in UTC: what the clock on the wall says, what repeats, what is left out."""

from datetime import UTC, datetime, timedelta

import pytest

from tests.core.recurrence_rules import PARIS, clocks, day, local, rule, starts
from volunteering.core.holidays import is_school_holiday
from volunteering.core.recurrence import (
    Frequency,
    InvalidRule,
    Slot,
    aligned,
    excluded_starts,
    expand,
)

TUESDAY = "2026-09-08T14:00"


def test_a_weekly_event_keeps_its_hour_across_both_clock_changes():
    slots = expand(rule(TUESDAY, frequency="weekly"), since=day("2026-09-01"), until=day("2027-09-01"), zone=PARIS)
    assert len(slots) == 52
    assert {local(slot)[0][-5:] for slot in slots} == {"14:00"}
    assert {slot.start.hour for slot in slots} == {12, 13}


def test_a_slot_is_in_utc_and_known_by_its_start():
    start, end = datetime(2026, 9, 8, 12, tzinfo=UTC), datetime(2026, 9, 8, 14, tzinfo=UTC)
    assert expand(rule(TUESDAY), since=day("2026-01-01"), until=day("2027-01-01"), zone=PARIS) == [
        Slot(start, end, start)
    ]


def test_an_hour_that_spring_skips_is_read_before_the_gap_and_keeps_its_length():
    event = rule("2026-03-28T02:30", "2026-03-28T03:00", frequency="daily", count=3)
    assert clocks(event)[1] == ("2026-03-29 03:30", "2026-03-29 04:00")
    assert [end for _start, end in clocks(event)] == ["2026-03-28 03:00", "2026-03-29 04:00", "2026-03-30 03:00"]


def test_an_hour_that_comes_twice_in_autumn_is_the_first_one():
    [slot] = expand(rule("2026-10-25T02:30"), since=day("2026-10-25"), until=day("2026-10-26"), zone=PARIS)
    assert slot.start == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


def test_an_end_that_comes_twice_in_autumn_is_the_first_one():
    event = rule("2026-10-25T01:00", "2026-10-25T02:30")
    [slot] = expand(event, since=day("2026-10-25"), until=day("2026-10-26"), zone=PARIS)
    assert slot.end - slot.start == timedelta(hours=1, minutes=30)


@pytest.mark.parametrize("night", ["2026-03-28", "2026-10-24"])
def test_a_night_shelter_closes_at_six_on_the_clock_even_when_the_clock_changes(night):
    event = rule(f"{night}T22:00", f"{day(night) + timedelta(days=1)}T06:00")
    assert [end[-5:] for _start, end in clocks(event)] == ["06:00"]


def test_an_all_day_event_goes_from_midnight_to_midnight_on_a_day_of_23_hours():
    [slot] = expand(rule("2026-03-29"), since=day("2026-03-29"), until=day("2026-03-30"), zone=PARIS)
    assert local(slot) == ("2026-03-29 00:00", "2026-03-30 00:00")
    assert slot.end - slot.start == timedelta(hours=23)


def test_every_other_week_counts_from_the_week_of_the_first_date():
    event = rule("2026-09-10T09:00", frequency="weekly", interval=2, weekdays=("TH", "MO"), count=3)
    assert starts(event) == ["2026-09-10 09:00", "2026-09-21 09:00", "2026-09-24 09:00"]


def test_a_start_on_another_weekday_waits_for_the_first_day_that_is_said():
    event = rule("2026-09-07T09:00", frequency="weekly", weekdays=("WE",), count=2)
    assert starts(event) == ["2026-09-09 09:00", "2026-09-16 09:00"]


def test_the_second_tuesday_stays_the_second_tuesday():
    event = rule(TUESDAY, frequency="monthly_by_weekday", count=3)
    assert starts(event) == ["2026-09-08 14:00", "2026-10-13 14:00", "2026-11-10 14:00"]


def test_a_fifth_friday_means_the_last_one():
    event = rule("2026-05-29T20:00", frequency="monthly_by_weekday", count=3)
    assert event.frequency == Frequency.MONTHLY_LAST_WEEKDAY
    assert starts(event) == ["2026-05-29 20:00", "2026-06-26 20:00", "2026-07-31 20:00"]


def test_a_fourth_friday_that_is_the_last_stays_the_fourth_unless_the_last_is_chosen():
    fourth, last = (
        rule("2026-06-26T20:00", frequency=f"monthly_{kind}", count=2) for kind in ("by_weekday", "last_weekday")
    )
    assert starts(fourth)[1] == "2026-07-24 20:00"
    assert starts(last)[1] == "2026-07-31 20:00"


def test_the_last_friday_can_be_told_from_any_friday():
    event = rule("2026-06-05T20:00", frequency="monthly_last_weekday", count=2)
    assert starts(event) == ["2026-06-26 20:00", "2026-07-31 20:00"]


def test_the_31st_skips_the_months_that_have_none():
    event = rule("2026-01-31T10:00", frequency="monthly_by_date", count=4)
    assert [start[:10] for start in starts(event)] == ["2026-01-31", "2026-03-31", "2026-05-31", "2026-07-31"]


def test_29_february_comes_in_leap_years_only():
    event = rule("2024-02-29T10:00", frequency="yearly")
    assert [start[:4] for start in starts(event, "2024-01-01", "2037-01-01")] == ["2024", "2028", "2032", "2036"]


def test_29_february_skips_2100():
    event = rule("2096-02-29T10:00", frequency="yearly")
    assert [start[:4] for start in starts(event, "2096-01-01", "2105-01-01")] == ["2096", "2104"]


def test_until_includes_its_own_day():
    event = rule("2026-09-08T23:30", frequency="daily", until=day("2026-09-10"))
    assert starts(event) == ["2026-09-08 23:30", "2026-09-09 23:30", "2026-09-10 23:30"]


def test_a_count_includes_the_dates_that_exceptions_then_remove():
    event = rule(TUESDAY, frequency="weekly", count=3, exceptions={day("2026-09-15")})
    assert starts(event) == ["2026-09-08 14:00", "2026-09-22 14:00"]


def test_a_count_is_told_from_the_start_whatever_the_window():
    event = rule(TUESDAY, frequency="weekly", count=3)
    assert starts(event, since="2026-09-16") == ["2026-09-22 14:00"]


def test_school_holidays_of_the_zone_are_left_out_and_only_they():
    free, busy = (rule(TUESDAY, frequency="weekly", skip_school_holidays=zone) for zone in ("", "A"))
    left_out = {*starts(free, until="2027-09-01")} - {*starts(busy, until="2027-09-01")}
    assert left_out == {s for s in starts(free, until="2027-09-01") if is_school_holiday(day(s[:10]), "A")}
    assert {"2026-10-20 14:00", "2027-02-16 14:00"} <= left_out


def test_an_overnight_event_is_on_holiday_by_the_day_it_starts():
    event = rule("2026-10-16T23:30", frequency="daily", count=3, skip_school_holidays="A")  # holidays from the 17th
    assert starts(event) == ["2026-10-16 23:30"]


def test_a_date_added_by_hand_takes_place_in_school_holidays():
    party = (datetime(2026, 12, 22, 18), datetime(2026, 12, 22, 22))
    event = rule(TUESDAY, frequency="weekly", skip_school_holidays="A", extra=(party,))
    assert ("2026-12-22 18:00", "2026-12-22 22:00") in clocks(event)


def test_a_single_date_takes_place_in_school_holidays():
    assert starts(rule("2026-12-22T18:00", skip_school_holidays="A")) == ["2026-12-22 18:00"]


def test_dates_added_by_hand_come_sorted_and_once():
    again = (datetime(2026, 9, 8, 14), datetime(2026, 9, 8, 19))
    earlier = (datetime(2026, 9, 1, 10), datetime(2026, 9, 1, 12))
    event = rule(TUESDAY, frequency="weekly", count=2, extra=(again, earlier))
    assert clocks(event) == [
        ("2026-09-01 10:00", "2026-09-01 12:00"),
        ("2026-09-08 14:00", "2026-09-08 19:00"),
        ("2026-09-15 14:00", "2026-09-15 16:00"),
    ]


def test_an_exception_frees_the_day_for_another_hour():
    evening = (datetime(2026, 9, 15, 20), datetime(2026, 9, 15, 22))
    event = rule(TUESDAY, frequency="weekly", count=2, exceptions={day("2026-09-15")}, extra=(evening,))
    assert starts(event) == ["2026-09-08 14:00", "2026-09-15 20:00"]


def test_a_rule_without_a_matching_day_has_no_date_and_no_start():
    event = rule("2026-09-07T09:00", frequency="weekly", weekdays=("SU",), until=day("2026-09-12"))
    assert starts(event) == []
    with pytest.raises(InvalidRule) as caught:
        aligned(event)
    assert (caught.value.code, caught.value.field) == ("no_date", "until")


def test_aligning_moves_the_start_to_the_first_date_and_changes_no_date():
    event = rule("2026-09-10T09:00", frequency="weekly", interval=2, weekdays=("MO",))
    assert aligned(event).start == datetime(2026, 9, 21, 9)
    assert starts(aligned(event)) == starts(event)


def test_the_starts_taken_away_are_told_for_other_calendars():
    event = rule(
        TUESDAY, frequency="weekly", exceptions={day("2026-09-15"), day("2026-09-16")}, skip_school_holidays="A"
    )
    assert excluded_starts(event, until=day("2026-10-20")) == [datetime(2026, 9, 15, 14), datetime(2026, 10, 20, 14)]
