"""Dates that a source lists one by one, as the value of an event's `dates`. Pure, but for the site's zone."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise
from typing import Any
from zoneinfo import ZoneInfo

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from volunteering.core.recurrence import MAX_DATES, InvalidRule, Rule, expand
from volunteering.imports.page_fields import Values

Slot = tuple[datetime, datetime]

DAY = timedelta(days=1)


def read_timings(timings: Any) -> list[Slot]:
    """OpenAgenda's [{"begin", "end"}] with offsets, sorted, in UTC. Raises ValidationError naming the faulty one."""
    if not isinstance(timings, list) or not timings:
        raise ValidationError(_("there is no date."), code="none")
    if len(timings) > MAX_DATES:
        raise ValidationError(_("there are more than %(most)s dates."), params={"most": MAX_DATES})
    slots = sorted(_read_timing(rank, timing) for rank, timing in enumerate(timings, start=1))
    for (_begin, end), (following, _end) in pairwise(slots):
        if following < end:
            moment = f"{following:%Y-%m-%d %H:%M} UTC"
            raise ValidationError(_("two dates overlap (%(when)s)."), params={"when": moment})
    return slots


def one_by_one(slots: list[Slot], zone: ZoneInfo) -> list[Values]:
    """Aware slots as one date whose added dates are the others, each with its own end, on the clock of `zone`.

    Raises ValidationError when the wall clock cannot say them: the hour that comes twice when summer time ends.
    """
    (start, end), *others = [(_on_clock(begin, zone), _on_clock(finish, zone)) for begin, finish in slots]
    try:
        rule = Rule(start=start, end=end, extra=tuple(others))
    except InvalidRule as error:
        raise ValidationError(str(error)) from error
    told = [(slot.start, slot.end) for slot in expand(rule, since=slots[0][0], until=slots[-1][1] + DAY, zone=zone)]
    if told != slots:
        raise ValidationError(_("a date falls in the hour that comes twice when the clocks change."))
    return [rule_row(rule)]


def rule_row(rule: Rule) -> Values:
    """A rule as one row of an event's `dates`."""
    last_day = rule.end - DAY if rule.all_day else rule.end
    tells_its_end = rule.end <= rule.start + DAY if rule.all_day else _is_evident(rule.start, rule.end)
    return {
        "first_day": rule.start.date().isoformat(),
        "last_day": None if tells_its_end else last_day.date().isoformat(),
        "all_day": rule.all_day,
        "start_time": None if rule.all_day else rule.start.time().isoformat(),
        "end_time": None if rule.all_day else rule.end.time().isoformat(),
        "frequency": rule.frequency.value,
        "interval": rule.interval,
        "weekdays": list(rule.weekdays),
        "until": rule.until.isoformat() if rule.until else None,
        "count": rule.count,
        "exceptions": sorted(day.isoformat() for day in rule.exceptions),
        "extra_dates": [{"start": _text(begin), "end": _text(finish)} for begin, finish in rule.extra],
    }


def _read_timing(rank: int, timing: Any) -> Slot:
    fields = timing if isinstance(timing, dict) else {}
    begin, end = (_read_moment(rank, fields.get(name)) for name in ("begin", "end"))
    if end <= begin:
        raise _fault(rank, _("date %(rank)s ends before it starts."))
    if end - begin > DAY:
        raise _fault(rank, _("date %(rank)s lasts more than 24 hours."))
    return begin, end


def _read_moment(rank: int, text: Any) -> datetime:
    try:
        moment = datetime.fromisoformat(text)
    except (TypeError, ValueError) as error:
        raise _fault(rank, _("date %(rank)s cannot be read: “%(text)s”."), text=str(text)[:40]) from error
    if moment.tzinfo is None:
        raise _fault(rank, _("date %(rank)s does not say its time zone."))
    if not 1900 <= moment.year < 2200:
        raise _fault(rank, _("date %(rank)s is in the year %(year)s."), year=moment.year)
    return moment.astimezone(UTC)


def _is_evident(start: datetime, end: datetime) -> bool:
    """Whether the hours alone tell on which day it ends: the same, or in the night after."""
    return end.date() == start.date() or (end.time() <= start.time() and end.date() == start.date() + DAY)


def _on_clock(moment: datetime, zone: ZoneInfo) -> datetime:
    return moment.astimezone(zone).replace(tzinfo=None, fold=0)


def _text(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds" if moment.second else "minutes")


def _fault(rank: int, message: Any, **params: Any) -> ValidationError:
    return ValidationError(message, params={"rank": rank, **params})
