"""From a rule to dated slots in UTC, through the wall clock of a time zone.

A weekly event stays at 14:00 on the clock all year. On the two nights the clocks change (RFC 5545 3.3.5):
a time that does not exist (02:30 in spring) is read with the offset before the gap, so it takes place at
03:30, end included; a time that comes twice (02:30 in autumn) is the first of the two. The end is
told on the wall clock as well: 22:00–06:00 ends at 06:00 on those nights too.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from heapq import merge
from itertools import islice
from operator import attrgetter
from typing import NamedTuple
from zoneinfo import ZoneInfo

from volunteering.core.holidays import is_school_holiday
from volunteering.core.recurrence.patterns import LAST_DAY, pattern_days
from volunteering.core.recurrence.problems import FIRST_YEAR, LAST_YEAR, MAX_DATES, InvalidRule
from volunteering.core.recurrence.rules import Rule

# 18 months of a daily rule (549 days) beside the free dates one rule may carry: nothing an editor means is cut.
MAX_SLOTS = 550 + MAX_DATES

EARLIEST = datetime(FIRST_YEAR, 1, 1, tzinfo=UTC)
LATEST = datetime(LAST_YEAR + 1, 1, 2, tzinfo=UTC)  # the last midnight has passed in every zone
DAY = timedelta(days=1)


class Slot(NamedTuple):
    """One date, aware and in UTC. `recurrence_id` is its start as the rule says it: its identity, even moved."""

    start: datetime
    end: datetime
    recurrence_id: datetime


def expand(rule: Rule, *, since: date | datetime, until: date | datetime, zone: ZoneInfo) -> list[Slot]:
    """The slots that overlap [since, until), sorted by start, each start once, the first MAX_SLOTS of them.

    A day means its local midnight, a naive datetime is local. A slot without length overlaps from its start on.
    """
    return list(islice(_slots(rule, _instant(since, zone), _instant(until, zone), zone), MAX_SLOTS))


def next_dates(rule: Rule, *, after: date | datetime, count: int = 10, zone: ZoneInfo) -> list[Slot]:
    """The first `count` slots that start at `after` or later (a day means its local midnight)."""
    since = _instant(after, zone)
    coming = (slot for slot in _slots(rule, since, LATEST, zone) if slot.start >= since)
    return list(islice(coming, max(0, min(count, MAX_SLOTS))))


def aligned(rule: Rule) -> Rule:
    """The same dates, told from a start that is one of them, as DTSTART beside an RRULE must be.

    Raises InvalidRule("no_date") when the rule has none. Exceptions and holidays do not move the start.
    """
    first = next(pattern_days(rule, first=rule.start.date()), None)
    if first is None:
        raise InvalidRule("no_date")
    shift = first - rule.start.date()
    return replace(rule, start=rule.start + shift, end=rule.end + shift) if shift else rule


def excluded_starts(rule: Rule, *, until: date) -> list[datetime]:
    """Naive local starts that the bare repetition says and the rule takes away, `until` included: the EXDATEs."""
    days = pattern_days(rule, first=rule.start.date(), last=until)
    return [_at(rule, day) for day in islice(days, MAX_SLOTS) if _is_left_out(rule, day)]


def _slots(rule: Rule, since: datetime, until: datetime, zone: ZoneInfo) -> Iterator[Slot]:
    """Lazily, so that ten dates of an endless rule cost ten dates."""
    previous = None
    # At the same start, the date picked by hand comes first and the rule's own is the duplicate.
    for slot in merge(_picked(rule, zone), _repeated(rule, since, until, zone), key=attrgetter("start")):
        if slot.start >= until:
            return
        if slot.start != previous and (slot.end > since or slot.start >= since):
            yield slot
        previous = slot.start


def _repeated(rule: Rule, since: datetime, until: datetime, zone: ZoneInfo) -> Iterator[Slot]:
    # A day of margin on both sides: the clock may shift, and the exact test is made in UTC afterwards.
    first = max(since - rule.duration - DAY, EARLIEST).astimezone(zone).date()
    last = until.astimezone(zone).date()
    for day in pattern_days(rule, first=first, last=min(last, LAST_DAY)):
        if not _is_left_out(rule, day):
            yield _slot(_at(rule, day), rule.duration, zone)


def _picked(rule: Rule, zone: ZoneInfo) -> list[Slot]:
    """An exception removes what the rule says that day, and a free date only if it says exactly the same (RFC 5545)."""
    removed = {_at(rule, day) for day in rule.exceptions} if rule.extra else set()
    return sorted(_slot(start, end - start, zone) for start, end in rule.extra if start not in removed)


def _is_left_out(rule: Rule, day: date) -> bool:
    zone = rule.skip_school_holidays
    return day in rule.exceptions or bool(zone and is_school_holiday(day, zone))


def _at(rule: Rule, day: date) -> datetime:
    return datetime.combine(day, rule.start.time())


def _slot(start: datetime, duration: timedelta, zone: ZoneInfo) -> Slot:
    """fold=0 is RFC 5545's reading of both nights (PEP 495): offset before a gap, first of an ambiguous pair."""
    begins = start.replace(tzinfo=zone, fold=0).astimezone(UTC)
    does_exist = begins.astimezone(zone).replace(tzinfo=None, fold=0) == start
    if not does_exist:  # the end moves with its start, or 02:30–03:00 would end before it starts
        return Slot(begins, begins + duration, begins)
    return Slot(begins, (start + duration).replace(tzinfo=zone, fold=0).astimezone(UTC), begins)


def _instant(moment: date | datetime, zone: ZoneInfo) -> datetime:
    """In UTC, kept where the arithmetic is safe."""
    if moment.year < FIRST_YEAR:
        return EARLIEST
    if moment.year > LAST_YEAR:
        return LATEST
    if not isinstance(moment, datetime):
        moment = datetime.combine(moment, time.min)
    return (moment if moment.tzinfo else moment.replace(tzinfo=zone)).astimezone(UTC)
