"""School holidays, against the ministry's calendar of 2026–2027 (education.gouv.fr)."""

from datetime import date, timedelta

import pytest

from volunteering.core.holidays import SchoolZone, is_school_holiday, known_from, known_until, school_holidays

DAY = timedelta(days=1)
# First and last day without class, as told to families: from a Saturday to the day before class starts again.
WINTER_2027 = {
    "A": (date(2027, 2, 13), date(2027, 2, 28)),
    "B": (date(2027, 2, 20), date(2027, 3, 7)),
    "C": (date(2027, 2, 6), date(2027, 2, 21)),
}


@pytest.mark.parametrize("zone", WINTER_2027)
def test_each_zone_has_its_own_winter_holidays(zone):
    first, last = WINTER_2027[zone]
    assert [is_school_holiday(day, zone) for day in (first - DAY, first, last, last + DAY)] == [
        False,
        True,
        True,
        False,
    ]


def test_zones_are_those_the_data_holds():
    assert SchoolZone.values == ["A", "B", "C"]


def test_a_zone_without_data_is_an_error_and_not_a_school_day():
    with pytest.raises(ValueError, match="Corse"):
        is_school_holiday(date(2027, 2, 15), "Corse")


def test_a_year_holds_only_its_own_days():
    days = school_holidays("B", 2027)
    assert {day.year for day in days} == {2027}
    assert {day for day in days if day.month == 2} == {date(2027, 2, n) for n in range(20, 29)}


@pytest.mark.parametrize("year", [1, 1989, 9999])
def test_a_year_without_data_has_no_holiday_and_raises_nothing(year):
    assert school_holidays("A", year) == frozenset()
    assert not is_school_holiday(date(year, 7, 14), "A")


def test_what_is_known_ends_with_a_summer_and_covers_the_eighteen_months_of_an_agenda():
    assert (known_until().month, known_until().day) == (8, 31)
    assert known_until() >= date(2028, 8, 31)
    assert known_from().year == 1990


def test_nothing_is_said_of_the_school_years_not_published_yet():
    assert not any(is_school_holiday(known_until() + n * DAY, zone) for zone in SchoolZone for n in range(1, 800))
