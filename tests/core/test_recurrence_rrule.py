"""RRULE text, ours and other people's."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from tests.core.recurrence_rules import PARIS, rule
from volunteering.core.recurrence import InvalidRule, UnsupportedRule, from_rrule, to_rrule

TUESDAY = "2026-09-08T14:00"


def read(text, start=TUESDAY, zone=PARIS):
    begins = datetime.fromisoformat(start)
    return from_rrule(text, start=begins, end=begins + timedelta(hours=2), zone=zone)


@pytest.mark.parametrize(
    ("attributes", "text"),
    [
        ({}, ""),
        ({"frequency": "daily", "interval": 2}, "FREQ=DAILY;INTERVAL=2"),
        ({"frequency": "weekly", "weekdays": ("TH", "TU"), "count": 5}, "FREQ=WEEKLY;BYDAY=TU,TH;COUNT=5"),
        ({"frequency": "monthly_by_weekday"}, "FREQ=MONTHLY;BYDAY=2TU"),
        ({"frequency": "monthly_last_weekday"}, "FREQ=MONTHLY;BYDAY=-1TU"),
        ({"frequency": "monthly_by_date"}, "FREQ=MONTHLY;BYMONTHDAY=8"),
        ({"frequency": "yearly"}, "FREQ=YEARLY;BYMONTH=9;BYMONTHDAY=8"),
    ],
)
def test_a_rule_is_written_as_calendars_read_it(attributes, text):
    assert to_rrule(rule(TUESDAY, **attributes)) == text


@pytest.mark.parametrize(
    ("start", "zone", "until"),
    [
        ("2026-09-08", PARIS, "20261201"),
        (TUESDAY, None, "20261201T235959"),
        (TUESDAY, PARIS, "20261201T225959Z"),
        (TUESDAY, ZoneInfo("Indian/Reunion"), "20261201T195959Z"),
    ],
)
def test_the_last_day_is_written_in_the_form_of_the_start(start, zone, until):
    event = rule(start, frequency="daily", until=date(2026, 12, 1))
    assert to_rrule(event, zone=zone) == f"FREQ=DAILY;UNTIL={until}"


@pytest.mark.parametrize(
    ("text", "attributes"),
    [
        ("RRULE:freq=weekly;", {"frequency": "weekly"}),
        ("FREQ=DAILY;BYDAY=TU,WE", {"frequency": "weekly", "weekdays": ("TU", "WE")}),
        ("FREQ=MONTHLY;BYDAY=TU", {"frequency": "weekly"}),
        (
            "FREQ=WEEKLY;WKST=SU;INTERVAL=2;BYDAY=TU,SA",
            {"frequency": "weekly", "interval": 2, "weekdays": ("TU", "SA")},
        ),
        ("FREQ=WEEKLY;WKST=SU;BYDAY=TU,SU", {"frequency": "weekly", "weekdays": ("TU", "SU")}),
        ("FREQ=MONTHLY;BYDAY=+2TU", {"frequency": "monthly_by_weekday"}),
        ("FREQ=MONTHLY;BYDAY=TU;BYSETPOS=2", {"frequency": "monthly_by_weekday"}),
        ("FREQ=MONTHLY;INTERVAL=3", {"frequency": "monthly_by_date", "interval": 3}),
        ("FREQ=YEARLY", {"frequency": "yearly"}),
        ("FREQ=YEARLY;BYMONTH=9", {"frequency": "yearly"}),
    ],
)
def test_other_people_s_writings_of_the_same_rule_are_read(text, attributes):
    assert read(text) == rule(TUESDAY, **attributes)


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("FREQ=MONTHLY;BYDAY=1SA", "2026-10-03"),
        ("FREQ=MONTHLY;BYDAY=SA;BYSETPOS=-1", "2026-09-26"),
        ("FREQ=MONTHLY;BYMONTHDAY=31", "2026-10-31"),
        ("FREQ=WEEKLY;BYDAY=MO", "2026-09-14"),
        ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", "2028-02-29"),
        ("FREQ=YEARLY;BYMONTH=3", "2027-03-08"),
    ],
)
def test_a_start_outside_its_own_rule_moves_to_the_first_date(text, start):
    event = read(text)
    assert event.start == datetime.fromisoformat(f"{start}T14:00")
    assert event.duration == timedelta(hours=2)


@pytest.mark.parametrize(
    ("until", "last"),
    [
        ("20261208", date(2026, 12, 8)),
        ("20261208T140000", date(2026, 12, 8)),
        ("20261208T135959", date(2026, 12, 7)),
        ("20261208T130000Z", date(2026, 12, 8)),
        ("20261208T125959Z", date(2026, 12, 7)),
        ("20261208T233000Z", date(2026, 12, 8)),
    ],
)
def test_the_last_moment_of_others_becomes_our_last_day(until, last):
    assert read(f"FREQ=DAILY;UNTIL={until}").until == last


@pytest.mark.parametrize(
    "text",
    [
        "FREQ=HOURLY",
        "FREQ=WEEKLY;BYDAY=1TU",
        "FREQ=WEEKLY;BYDAY=TU;BYHOUR=9,14",
        "FREQ=WEEKLY;WKST=SU;INTERVAL=2;BYDAY=TU,SU",
        "FREQ=WEEKLY;BYDAY=TU;BYMONTH=9",
        "FREQ=DAILY;INTERVAL=2;BYDAY=TU",
        "FREQ=DAILY;BYMONTHDAY=8",
        "FREQ=MONTHLY;BYDAY=5TU",
        "FREQ=MONTHLY;BYDAY=2TU,4TU",
        "FREQ=MONTHLY;BYDAY=TU,TH;BYSETPOS=2",
        "FREQ=MONTHLY;BYDAY=TU;BYSETPOS=2,4",
        "FREQ=MONTHLY;BYDAY=2TU;BYSETPOS=1",
        "FREQ=MONTHLY;BYDAY=2TU;BYMONTHDAY=8",
        "FREQ=MONTHLY;BYMONTHDAY=-1",
        "FREQ=MONTHLY;BYMONTHDAY=1,15",
        "FREQ=MONTHLY;INTERVAL=2;BYDAY=TU",
        "FREQ=MONTHLY;BYSETPOS=1",
        "FREQ=YEARLY;BYMONTH=6,9",
        "FREQ=YEARLY;BYMONTH=9;BYDAY=2TU",
        "FREQ=YEARLY;BYMONTHDAY=8",
        "FREQ=YEARLY;BYWEEKNO=20",
        "FREQ=YEARLY;BYYEARDAY=100",
        "RSCALE=GREGORIAN;FREQ=YEARLY;SKIP=FORWARD",
    ],
)
def test_a_rule_we_cannot_say_in_words_is_refused(text):
    with pytest.raises(UnsupportedRule) as caught:
        read(text)
    assert caught.value.code == "unsupported"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "TUESDAY",
        "COUNT=3",
        "FREQ=",
        "FREQ=DAILY;FREQ=WEEKLY",
        "FREQ=DAILY;COUNT=-1",
        "FREQ=DAILY;COUNT=9999999",
        "FREQ=DAILY;INTERVAL=1.5",
        "FREQ=DAILY;UNTIL=20261332",
        "FREQ=DAILY;UNTIL=00010101T000000",
        "FREQ=DAILY;UNTIL=99991231T235959Z",
        "FREQ=WEEKLY;BYDAY=MARDI",
        "FREQ=WEEKLY;BYDAY=",
        "FREQ=WEEKLY;WKST=XX",
        "FREQ=DAILY\r\nX-EVIL:1",
        "FREQ=DAILY;BYDAY=" + "MO," * 200 + "TU",
    ],
)
def test_a_text_that_is_no_rule_is_refused_and_not_a_crash(text):
    with pytest.raises(UnsupportedRule) as caught:
        read(text)
    assert caught.value.code == "malformed"


def test_a_first_sunday_in_a_week_that_starts_on_sunday_is_refused_when_weeks_are_skipped():
    with pytest.raises(UnsupportedRule) as caught:
        read("FREQ=WEEKLY;WKST=SU;INTERVAL=2;BYDAY=MO", start="2026-09-06T14:00")
    assert caught.value.part == "WKST=SU"


@pytest.mark.parametrize("text", ["FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=9", "FREQ=YEARLY;INTERVAL=2;BYMONTH=3"])
def test_a_start_outside_a_rule_that_skips_months_is_refused(text):
    with pytest.raises(UnsupportedRule) as caught:
        read(text)
    assert caught.value.code == "start_not_in_rule"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("FREQ=DAILY;INTERVAL=0", "interval_too_small"),
        ("FREQ=DAILY;COUNT=0", "count_too_small"),
        ("FREQ=DAILY;COUNT=3;UNTIL=20261201", "until_and_count"),
        ("FREQ=WEEKLY;UNTIL=20991231T235959Z", "too_long"),
        ("FREQ=WEEKLY;UNTIL=20260907", "until_before_start"),
    ],
)
def test_a_readable_rule_that_contradicts_itself_says_how(text, code):
    with pytest.raises(InvalidRule) as caught:
        read(text)
    assert caught.value.code == code


@pytest.mark.parametrize("start", ["0001-01-01T00:00", "9999-12-31T00:00"])
def test_a_start_out_of_time_is_refused_before_any_reckoning(start):
    with pytest.raises(InvalidRule) as caught:
        from_rrule("FREQ=MONTHLY;BYDAY=1SA", start=datetime.fromisoformat(start), end=datetime.max, zone=PARIS)
    assert caught.value.code == "year_out_of_range"


def test_exceptions_and_added_dates_stay_beside_the_rule():
    added = ((datetime(2026, 9, 12, 10), datetime(2026, 9, 12, 12)),)
    begins = datetime.fromisoformat(TUESDAY)
    event = from_rrule(
        "FREQ=WEEKLY", start=begins, end=begins, zone=PARIS, exceptions=frozenset({date(2026, 9, 15)}), extra=added
    )
    assert event == rule(TUESDAY, TUESDAY, frequency="weekly", exceptions={date(2026, 9, 15)}, extra=added)
