from datetime import date, datetime

import pytest
from django.utils import translation

from volunteering.core import moments

TODAY = date(2026, 6, 10)  # a Wednesday


@pytest.fixture(autouse=True)
def english():
    with translation.override("en"):
        yield


def at(day: int, hour: int = 0, minute: int = 0) -> datetime:
    return datetime(2026, 6, day, hour, minute)


def span(start: datetime, end: datetime, *, all_day: bool = False) -> str:
    return moments.span_in_words(start, end, all_day=all_day, today=TODAY)


def test_an_afternoon_is_one_day_and_its_hours():
    assert span(at(13, 14), at(13, 17, 30)) == "Saturday 13 June, 2 pm – 5:30 pm"


def test_another_year_is_said():
    assert moments.day_in_words(date(2027, 1, 2), today=TODAY) == "Saturday 2 January 2027"


def test_an_evening_that_ends_in_the_night_is_one_day():
    assert span(at(13, 20), at(14, 2)) == "Saturday 13 June, 8 pm – 2 am"


def test_a_whole_day_ends_on_its_own_day():
    assert span(at(13), at(14), all_day=True) == "Saturday 13 June, all day"


def test_an_exhibition_names_its_first_and_its_last_day():
    assert span(at(13), at(29), all_day=True) == "from Saturday 13 June to Sunday 28 June"


def test_two_days_with_hours_say_both():
    assert span(at(13, 14), at(14, 18)) == "from Saturday 13 June at 2 pm to Sunday 14 June at 6 pm"


def test_what_ends_when_it_starts_has_no_end_to_tell():
    assert moments.hours_in_words(at(13, 14), at(13, 14)) == "2 pm"


@pytest.mark.parametrize(("day", "words"), [(10, "Today"), (11, "Tomorrow"), (12, ""), (9, "")])
def test_only_today_and_tomorrow_have_a_name(day, words):
    assert moments.nearness(date(2026, 6, day), today=TODAY) == words


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (date(2026, 7, 1), date(2026, 8, 30), "from Wednesday 1 July to Sunday 30 August"),
        (None, date(2026, 8, 30), "until Sunday 30 August"),
        (date(2026, 7, 1), None, "from Wednesday 1 July on"),
        (None, None, ""),
    ],
)
def test_a_period_may_be_open(first, last, words):
    assert moments.period_in_words(first, last, today=TODAY) == words


def test_a_short_period_has_neither_weekday_nor_year():
    assert moments.short_period_in_words(date(2026, 7, 1), date(2027, 1, 3)) == "from 1 July to 3 January"


@pytest.mark.parametrize(("minutes", "words"), [(45, "45 min"), (120, "2 h"), (95, "1 h 35"), (65, "1 h 05")])
def test_a_duration_is_said_in_hours_and_minutes(minutes, words):
    assert moments.duration_in_words(minutes) == words


@pytest.mark.parametrize(
    ("ages", "words"),
    [
        ((3, 6), "from 3 to 6 years"),
        ((16, None), "from 16 years on"),
        ((None, 12), "up to 12 years"),
        ((None, None), ""),
    ],
)
def test_ages_may_be_open(ages, words):
    assert moments.ages_in_words(*ages) == words


@pytest.mark.parametrize(("today", "expected"), [(8, 13), (12, 13), (13, 13), (14, 14), (15, 20)])
def test_the_weekend_is_the_one_people_still_have(today, expected):
    assert moments.coming_weekend(date(2026, 6, today)) == date(2026, 6, expected)


@pytest.mark.parametrize(
    ("first", "last", "short", "whole"),
    [
        (date(2026, 11, 9), date(2026, 11, 15), "9 – 15 Nov.", "Week from 9 to 15 November 2026"),
        (date(2026, 11, 30), date(2026, 12, 6), "30 Nov. – 6 Dec.", "Week from 30 November to 6 December 2026"),
        (date(2026, 12, 28), date(2027, 1, 3), "28 Dec. – 3 Jan.", "Week from 28 December to 3 January 2027"),
    ],
)
def test_a_week_says_its_month_once(first, last, short, whole):
    assert moments.days_in_words(first, last) == short
    assert moments.week_in_words(first, last) == whole
