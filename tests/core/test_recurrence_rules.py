"""What an editor may not say, and that the answer says how to repair it."""

from datetime import UTC, date, datetime, timedelta

import pytest

from tests.core.recurrence_rules import rule
from volunteering.core.recurrence import PROBLEMS, Frequency, InvalidRule, Rule, Weekday

START = "2026-09-08T14:00"
MOMENT = datetime(2026, 9, 8, 14)
DAYS = [date(2026, 9, 8) + timedelta(days=n) for n in range(801)]

WRONG = [
    ("not_local", {"extra": ((MOMENT.replace(tzinfo=UTC), MOMENT.replace(tzinfo=UTC)),)}),
    ("year_out_of_range", {"extra": ((datetime(2200, 1, 1), datetime(2200, 1, 2)),)}),
    ("end_before_start", {"end": "2026-09-08T13:59"}),
    ("end_before_start", {"start": "2026-09-08", "end": "2026-09-08"}),
    ("all_day_not_midnight", {"all_day": True}),
    ("all_day_not_midnight", {"start": "2026-09-08", "extra": ((MOMENT, MOMENT + timedelta(days=1)),)}),
    ("interval_too_small", {"interval": 0}),
    ("interval_too_large", {"interval": 100}),
    ("until_and_count", {"until": date(2026, 12, 1), "count": 3}),
    ("until_before_start", {"until": date(2026, 9, 7)}),
    ("count_too_small", {"count": 0}),
    ("count_too_large", {"count": 801}),
    ("too_long", {"until": date(2036, 9, 9)}),
    ("too_long", {"end": "2036-09-09T14:00"}),
    ("too_long", {"frequency": "yearly", "count": 12}),
    ("too_long", {"count": 523}),
    ("too_many_exceptions", {"exceptions": frozenset(DAYS)}),
    ("too_many_extra", {"extra": tuple((MOMENT + timedelta(days=n), MOMENT + timedelta(days=n)) for n in range(801))}),
    ("extra_end_before_start", {"extra": ((MOMENT, MOMENT - timedelta(minutes=1)),)}),
    ("unknown_school_zone", {"skip_school_holidays": "Corse"}),
    ("unknown_frequency", {"frequency": "hourly"}),
    ("unknown_weekday", {"weekdays": ("MO", "XX")}),
]


@pytest.mark.parametrize(("code", "changes"), WRONG)
def test_an_editor_cannot_write_a_rule_that_contradicts_itself(code, changes):
    with pytest.raises(InvalidRule) as caught:
        rule(**{"start": START, "frequency": "weekly"} | changes)
    assert caught.value.code == code


def test_every_problem_but_the_absence_of_dates_is_tried_above():
    assert {code for code, _changes in WRONG} == PROBLEMS.keys() - {"no_date"}


@pytest.mark.parametrize("code", PROBLEMS)
def test_every_problem_names_a_field_and_reads_as_a_sentence(code):
    error = InvalidRule(code)
    assert error.field in Rule.__dataclass_fields__
    assert str(error).endswith(".")


@pytest.mark.parametrize(
    "changes",
    [
        {"until": date(2036, 9, 8)},
        {"count": 522},
        {"frequency": "daily", "count": 800},
        {"end": START},
        {"interval": 99},
    ],
)
def test_an_editor_can_go_as_far_as_the_limits(changes):
    assert rule(**{"start": START, "frequency": "weekly"} | changes)


def test_a_count_over_several_weekdays_is_measured_in_weeks():
    assert rule(START, frequency="weekly", weekdays=("MO", "TU"), count=800).count == 800


def test_a_single_date_forgets_what_only_a_repetition_means():
    left_overs = {
        "interval": 3,
        "weekdays": ("MO",),
        "until": date(2026, 9, 1),
        "count": 4,
        "skip_school_holidays": "A",
    }
    assert rule(START, **left_overs) == rule(START)


def test_the_weekday_of_the_start_is_the_default_of_a_weekly_rule():
    assert rule(START, frequency="weekly") == rule(START, frequency="weekly", weekdays=("TU",))


def test_weekdays_are_kept_once_in_the_order_of_the_week():
    assert rule(START, frequency="weekly", weekdays=("SU", "MO", "SU")).weekdays == ("MO", "SU")


def test_a_rule_can_be_a_key():
    assert len({rule(START), rule(START), rule(START, frequency="daily")}) == 2


def test_a_frequency_fits_the_column_that_keeps_it():
    assert max(map(len, Frequency.values)) <= 20


def test_the_weekday_of_a_day_has_its_rfc_5545_code():
    assert [Weekday.of(date(2026, 9, 7) + timedelta(days=n)) for n in range(7)] == Weekday.values
