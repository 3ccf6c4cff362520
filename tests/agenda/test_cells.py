"""How dates are laid out on the days of a calendar."""

from datetime import UTC, date, datetime, timedelta

from volunteering.agenda.calendars import Month, Week
from volunteering.agenda.cells import Moment, lay_out

MARCH = Month(date(2026, 3, 1))
HOUR = timedelta(hours=1)


def moment(day: int, hour: int = 12, *, hours: float = 1, kind: int = 0, pk: int = 1, month: int = 3) -> Moment:
    start = datetime(2026, month, day, hour, tzinfo=UTC)
    return Moment(start, start + hours * HOUR, kind, pk)


def days(moments, stretch=MARCH, **kwargs) -> dict:
    weeks = lay_out(stretch, moments, today=date(2026, 3, 4), **kwargs)
    return {day.date: day for week in weeks for day in week}


def held(moments, stretch=MARCH) -> list[str]:
    return [f"{day:%m-%d}" for day, cell in days(moments, stretch).items() if cell.moments]


def test_a_date_late_in_the_evening_in_utc_stands_on_the_next_local_day():
    assert held([moment(9, 22, hours=0.5)]) == ["03-09"]
    assert held([moment(9, 23, hours=0.5)]) == ["03-10"]


def test_days_are_local_on_both_sides_of_the_change_of_the_clocks():
    assert held([moment(28, 23), moment(29, 22), moment(29, 21)]) == ["03-29", "03-30"]


def test_a_night_stands_on_its_first_day_alone():
    assert held([moment(9, 20, hours=9)]) == ["03-09"]


def test_what_lasts_stands_on_each_of_its_days_and_not_on_the_one_it_ends_before():
    assert held([moment(9, 23, hours=72)]) == ["03-10", "03-11", "03-12"]


def test_what_begins_before_and_ends_after_fills_the_days_that_are_shown():
    assert held([moment(1, 9, hours=24 * 60)], Week.of(date(2026, 3, 4))) == [f"03-0{day}" for day in range(2, 9)]


def test_what_lasts_comes_first_then_the_soonest():
    lasting, early, late = moment(4, 20, hours=30, pk=1), moment(5, 8, pk=2), moment(5, 18, pk=3)
    assert days([late, early, lasting])[date(2026, 3, 5)].moments == [lasting, early, late]


def test_one_more_than_there_is_room_for_is_shown_and_two_more_are_counted():
    one_more = days([moment(5, pk=pk) for pk in range(5)])[date(2026, 3, 5)]
    two_more = days([moment(5, pk=pk) for pk in range(6)])[date(2026, 3, 5)]
    assert (len(one_more.shown), one_more.more) == (5, 0)
    assert (len(two_more.shown), two_more.more) == (4, 2)


def test_what_lasts_leaves_room_for_what_is_on_that_day_alone():
    lasting = [moment(1, hours=24 * 20, pk=pk) for pk in range(5)]
    cell = days([*lasting, *(moment(5, pk=pk) for pk in (10, 11, 12))])[date(2026, 3, 5)]
    assert [each.pk for each in cell.shown] == [0, 1, 2, 10, 11]
    assert cell.more == 3


def test_only_the_days_from_which_on_nothing_was_read_are_not_whole():
    cells = days([moment(5), moment(6, 9)], read_until=moment(6, 9).start)
    assert [day for day, cell in cells.items() if cell.is_whole][-1] == date(2026, 3, 5)
    assert all(cell.is_whole for cell in days([moment(5)]).values())
