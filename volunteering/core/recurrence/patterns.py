"""From a rule to local calendar days: pure calendar arithmetic, no clock and no time zone."""

from calendar import monthrange
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import islice

from volunteering.core.recurrence.problems import LAST_YEAR
from volunteering.core.recurrence.rules import Frequency, Rule, Weekday

LAST_DAY = date(LAST_YEAR, 12, 31)
LAST = -1  # the place of the last weekday of a month, as RFC 5545 writes it


def pattern_days(rule: Rule, *, first: date, last: date = LAST_DAY) -> Iterator[date]:
    """The local days the rule says within [first, last], sorted, exceptions and holidays still there.

    Jumps straight to `first`, whatever the age of the rule; only a count must be told from the start.
    """
    begin = rule.start.date()
    last = min(last, LAST_DAY, rule.until or LAST_DAY)
    days = _PATTERNS[rule.frequency](rule, begin if rule.count else max(begin, first), last)
    days = (day for day in days if begin <= day <= last)
    return (day for day in islice(days, rule.count) if day >= first)


def place_in_month(day: date) -> int:
    """1 for the first Tuesday of the month to 4 for the fourth; LAST for a fifth, which most months have not."""
    place = (day.day - 1) // 7 + 1
    return place if place < 5 else LAST


def place_of(rule: Rule) -> int:
    """The place in its month of a rule that repeats by month and weekday."""
    return LAST if rule.frequency == Frequency.MONTHLY_LAST_WEEKDAY else place_in_month(rule.start)


def nth_weekday(year: int, month: int, weekday: int, place: int) -> date:
    """The day at a place from `place_in_month`; `weekday` is 0 for Monday. Every month has one."""
    if place == LAST:
        end = date(year, month, monthrange(year, month)[1])
        return end - timedelta(days=(end.weekday() - weekday) % 7)
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (place - 1))


def same_weekday_next_year(day: date) -> date:
    """The day to propose for the next edition: second Saturday of June → second Saturday of June.

    This is how French towns fix their yearly events, more than by ISO week. A fifth weekday becomes the last
    one of the month. To carry over an event of several days, move all of it by the distance its first day moves.
    """
    return nth_weekday(day.year + 1, day.month, day.weekday(), place_in_month(day))


def _once(rule: Rule, first: date, last: date) -> Iterator[date]:
    yield rule.start.date()


def _daily(rule: Rule, first: date, last: date) -> Iterator[date]:
    begin = rule.start.toordinal()
    ordinals = range(_jump(begin, first.toordinal(), rule.interval), last.toordinal() + 1, rule.interval)
    return map(date.fromordinal, ordinals)


def _weekly(rule: Rule, first: date, last: date) -> Iterator[date]:
    """Weeks start on Monday (RFC 5545's default WKST): it decides which days "every other week" keeps together."""
    offsets = [Weekday(code).number for code in rule.weekdays]
    monday = rule.start.toordinal() - rule.start.weekday()
    step = 7 * rule.interval
    for week in range(_jump(monday, first.toordinal(), step), last.toordinal() + 1, step):
        for offset in offsets:
            yield date.fromordinal(week + offset)


def _monthly_by_weekday(rule: Rule, first: date, last: date) -> Iterator[date]:
    place = place_of(rule)
    for year, month in _months(rule, first, last, rule.interval):
        yield nth_weekday(year, month, rule.start.weekday(), place)


def _monthly_by_date(rule: Rule, first: date, last: date) -> Iterator[date]:
    return _same_date(rule, _months(rule, first, last, rule.interval))


def _yearly(rule: Rule, first: date, last: date) -> Iterator[date]:
    return _same_date(rule, _months(rule, first, last, 12 * rule.interval))


def _same_date(rule: Rule, months: Iterator[tuple[int, int]]) -> Iterator[date]:
    for year, month in months:
        if rule.start.day <= monthrange(year, month)[1]:
            yield date(year, month, rule.start.day)


def _months(rule: Rule, first: date, last: date, step: int) -> Iterator[tuple[int, int]]:
    """Every `step` months from the rule's own month: (year, month)."""
    begin = rule.start.year * 12 + rule.start.month - 1
    for months in range(_jump(begin, first.year * 12 + first.month - 1, step), last.year * 12 + last.month, step):
        yield months // 12, months % 12 + 1


def _jump(begin: int, target: int, step: int) -> int:
    """The last step from `begin` that is not after `target`, which is never before `begin`."""
    return begin + (target - begin) // step * step


_PATTERNS: dict[Frequency, Callable[[Rule, date, date], Iterator[date]]] = {
    Frequency.ONCE: _once,
    Frequency.DAILY: _daily,
    Frequency.WEEKLY: _weekly,
    Frequency.MONTHLY_BY_WEEKDAY: _monthly_by_weekday,
    Frequency.MONTHLY_LAST_WEEKDAY: _monthly_by_weekday,
    Frequency.MONTHLY_BY_DATE: _monthly_by_date,
    Frequency.YEARLY: _yearly,
}
