"""Rules as sentences, in English: the source."""

from datetime import date, datetime, timedelta

import pytest
from django.utils.translation import override
from hypothesis import given

from tests.core.recurrence_rules import rule, rules
from volunteering.core.recurrence import Weekday, describe

WEEKLY = {"frequency": "weekly"}
AFTERNOON = ("2026-09-08T14:00", "2026-09-08T16:00")


def english(*arguments, today=None, **attributes):
    with override("en"):
        return describe(rule(*arguments, **attributes), today=today)


@pytest.mark.parametrize(
    ("moments", "words"),
    [
        (AFTERNOON, "on Tuesday 8 September 2026 from 2 pm to 4 pm"),
        (("2026-09-01T09:05", "2026-09-01T12:00"), "on Tuesday 1 September 2026 from 9:05 am to noon"),
        (("2026-09-08T14:00", "2026-09-08T14:00"), "on Tuesday 8 September 2026 at 2 pm"),
        (("2026-09-08T20:00", "2026-09-09T00:00"), "on Tuesday 8 September 2026 from 8 pm to midnight"),
        (("2026-09-08T22:00", "2026-09-09T02:00"), "on Tuesday 8 September 2026 from 10 pm to 2 am the next day"),
        (
            ("2026-09-08T14:00", "2026-09-10T18:00"),
            "from Tuesday 8 September 2026 at 2 pm to Thursday 10 September 2026 at 6 pm",
        ),
        (("2026-09-08",), "on Tuesday 8 September 2026, all day"),
        (("2026-09-08", "2026-09-10"), "from Tuesday 8 September 2026 to Wednesday 9 September 2026"),
    ],
)
def test_a_resident_reads_when_a_single_event_takes_place(moments, words):
    assert english(*moments) == words


@pytest.mark.parametrize(
    ("attributes", "words"),
    [
        ({"frequency": "daily"}, "every day"),
        ({"frequency": "daily", "interval": 3}, "every 3 days"),
        (WEEKLY, "every Tuesday"),
        (WEEKLY | {"weekdays": ("FR", "MO", "WE")}, "every Monday, Wednesday and Friday"),
        (WEEKLY | {"weekdays": tuple(Weekday.values[:5])}, "every weekday"),
        (WEEKLY | {"weekdays": tuple(Weekday.values)}, "every day"),
        (WEEKLY | {"interval": 2}, "every other Tuesday"),
        (WEEKLY | {"interval": 2, "weekdays": ("TU", "TH")}, "every 2 weeks on Tuesday and Thursday"),
        (WEEKLY | {"interval": 3}, "every 3 weeks on Tuesday"),
        ({"frequency": "monthly_by_weekday"}, "on the second Tuesday of every month"),
        ({"frequency": "monthly_by_weekday", "interval": 2}, "every 2 months on the second Tuesday"),
        ({"frequency": "monthly_last_weekday"}, "on the last Tuesday of every month"),
        ({"frequency": "monthly_by_date"}, "on the 8th of every month"),
        ({"frequency": "monthly_by_date", "interval": 6}, "every 6 months on the 8th"),
        ({"frequency": "yearly"}, "every year on 8 September"),
        ({"frequency": "yearly", "interval": 2}, "every 2 years on 8 September"),
    ],
)
def test_a_resident_reads_how_an_event_repeats(attributes, words):
    assert english(*AFTERNOON, **attributes) == f"{words} from 2 pm to 4 pm"


@pytest.mark.parametrize(
    ("day", "words"), [(1, "1st"), (2, "2nd"), (3, "3rd"), (11, "11th"), (12, "12th"), (21, "21st")]
)
def test_a_day_of_the_month_is_an_ordinal(day, words):
    assert english(f"2026-01-{day:02}", frequency="monthly_by_date") == f"on the {words} of every month, all day"


def test_a_resident_reads_that_short_months_are_skipped():
    assert english("2026-01-31", frequency="monthly_by_date") == "on the 31st of every month that has one, all day"
    assert english("2028-02-29", frequency="yearly") == "on 29 February of every leap year, all day"


def test_a_resident_reads_how_long_a_repeated_event_lasts():
    assert english("2026-07-01", "2026-07-04", frequency="yearly") == "every year on 1 July, for 3 days"
    friday_to_sunday = ("2026-09-11T18:00", "2026-09-13T12:00")
    assert english(*friday_to_sunday, **WEEKLY) == "every Friday from 6 pm to noon, 2 days later"


@pytest.mark.parametrize(
    ("attributes", "words"),
    [
        ({"until": date(2027, 6, 1)}, "until 1 June 2027"),
        ({"count": 1}, "once only"),
        ({"count": 10}, "10 times"),
        ({"skip_school_holidays": "A"}, "except school holidays (zone A)"),
        ({"exceptions": {date(2026, 9, 15)}}, "except on 15 September 2026"),
        ({"exceptions": {date(2026, 9, n) for n in (15, 22)}}, "except on 15 September 2026 and 22 September 2026"),
        ({"exceptions": {date(2026, 9, n) for n in range(10, 14)}}, "except 4 dates"),
    ],
)
def test_a_resident_reads_what_limits_a_repetition(attributes, words):
    assert english(*AFTERNOON, **WEEKLY, **attributes) == f"every Tuesday from 2 pm to 4 pm, {words}"


def test_a_resident_reads_everything_at_once_in_order():
    limits = {"until": date(2027, 6, 30), "skip_school_holidays": "B", "exceptions": {date(2026, 11, 10)}}
    assert english(*AFTERNOON, **WEEKLY, **limits) == (
        "every Tuesday from 2 pm to 4 pm, until 30 June 2027, except school holidays (zone B), "
        "except on 10 November 2026"
    )


def test_a_resident_reads_added_dates_with_their_hours_only_when_these_differ():
    same = (datetime(2026, 9, 12, 14), datetime(2026, 9, 12, 16))
    other = (datetime(2026, 12, 20, 18), datetime(2026, 12, 20, 22))
    assert english(*AFTERNOON, extra=(same, other)).endswith(
        ", and also on 12 September 2026 and 20 December 2026 from 6 pm to 10 pm"
    )


def test_many_added_dates_are_counted():
    moments = [datetime(2026, 10, 1, 14) + timedelta(days=n) for n in range(40)]
    assert english(*AFTERNOON, extra=tuple((m, m) for m in moments)).endswith(", and 40 other dates")


def test_dates_gone_by_are_no_longer_listed():
    gone = {"exceptions": {date(2026, 9, 15)}, "extra": ((datetime(2026, 9, 12, 14), datetime(2026, 9, 12, 16)),)}
    assert english(*AFTERNOON, **WEEKLY, **gone, today=date(2026, 9, 16)) == "every Tuesday from 2 pm to 4 pm"


def test_a_date_of_today_is_still_listed():
    today = {"exceptions": {date(2026, 9, 15)}, "extra": ((datetime(2026, 9, 15, 9), datetime(2026, 9, 15, 11)),)}
    assert english(*AFTERNOON, **WEEKLY, **today, today=date(2026, 9, 15)) == (
        "every Tuesday from 2 pm to 4 pm, except on 15 September 2026, and also on 15 September 2026 from 9 am to 11 am"
    )


@given(rules(with_extra=True))
def test_every_rule_has_a_sentence_without_a_hole(event):
    with override("en"):
        words = describe(event)
    assert words == words.strip()
    assert not {"  ", "%", "None", " ,"} & {words[n : n + size] for size in (1, 2, 4) for n in range(len(words))}
