"""Calendar arithmetic without a clock."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.recurrence_rules import rule
from volunteering.core.recurrence import same_weekday_next_year
from volunteering.core.recurrence.patterns import nth_weekday, pattern_days, place_in_month


@pytest.mark.parametrize(
    ("this_year", "next_year"),
    [
        (date(2026, 6, 13), date(2027, 6, 12)),  # second Saturday of June
        (date(2026, 9, 19), date(2027, 9, 18)),  # heritage days, third Saturday of September
        (date(2026, 5, 30), date(2027, 5, 29)),  # fifth Saturday of May, then the last one, a fifth again
        (date(2026, 8, 29), date(2027, 8, 28)),  # fifth Saturday of August, then the last one, a fourth
        (date(2028, 2, 29), date(2029, 2, 27)),  # fifth Tuesday of February
        (date(2026, 12, 31), date(2027, 12, 30)),
    ],
)
def test_next_year_s_edition_is_proposed_on_the_same_weekday(this_year, next_year):
    assert same_weekday_next_year(this_year) == next_year


@given(st.dates(date(1950, 1, 1), date(2150, 1, 1)))
def test_next_year_s_edition_is_the_same_weekday_of_the_same_month(day):
    proposed = same_weekday_next_year(day)
    assert (proposed.year, proposed.month, proposed.weekday()) == (day.year + 1, day.month, day.weekday())


@given(st.dates(date(1950, 1, 1), date(2150, 1, 1)))
def test_a_day_is_found_again_from_its_place_in_the_month(day):
    assert nth_weekday(day.year, day.month, day.weekday(), place_in_month(day)) == day


def test_an_old_rule_is_read_from_the_window_and_not_from_its_start():
    days = pattern_days(rule("1900-01-01T10:00", frequency="daily", interval=5), first=date(2198, 1, 2))
    assert next(days) == date(2198, 1, 3)
