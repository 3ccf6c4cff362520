"""Days and dates picked by hand beside a rule, as stored and as typed. Local wall clock throughout. Pure.

A day left out: "2027-06-14". A date added: "2027-06-14" (at the rule's hours), "2027-06-14T18:00" (for as long as
the rule's own) or {"start": "2027-06-14T18:00", "end": "2027-06-14T20:00"}.
Typed: "14/06/2027", "14/06/2027 18:00", "14/06/2027 18:00 – 20:00", "14/06/2027 22:00 – 15/06/2027 02:00".
"""

import re
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

Entry = str | dict[str, str]

_DAY = r"(?:(\d{1,2})/(\d{1,2})/(\d{4})|(\d{4})-(\d{2})-(\d{2}))"
_HOUR = r"(\d{1,2})(?:\s?h\s?|:)(\d{2})?"
DAY = re.compile(_DAY)
DATE = re.compile(rf"(?P<day>{_DAY})(?:\s+(?P<start>{_HOUR})(?:\s*[-–—]\s*(?:(?P<last>{_DAY})\s+)?(?P<end>{_HOUR}))?)?")
HOUR = re.compile(_HOUR)


def read_day(line: str) -> str:
    """ "14/06/2027" → "2027-06-14"."""
    if not DAY.fullmatch(line):
        raise _unreadable(line, _("Write each date like this: 14/06/2027. “%(line)s” cannot be read."))
    return _day(line).isoformat()


def write_day(day: str) -> str:
    try:
        return f"{date.fromisoformat(day):%d/%m/%Y}"
    except (TypeError, ValueError):  # not ours: shown as it is, and refused when it is read back
        return str(day)


def read_date(line: str) -> Entry:
    """A line of added dates; a lone end hour earlier than the start means the day after."""
    found = DATE.fullmatch(line)
    if not found:
        hint = _("Write each date like this: 14/06/2027 18:00 – 20:00. “%(line)s” cannot be read.")
        raise _unreadable(line, hint)
    day = _day(found["day"])
    if not found["start"]:
        return day.isoformat()
    start = datetime.combine(day, _hour(found["start"]))
    if not found["end"]:
        return _write(start)
    end = datetime.combine(_day(found["last"]) if found["last"] else day, _hour(found["end"]))
    if end <= start and not found["last"]:
        end += timedelta(days=1)
    if end <= start:
        raise _unreadable(line, _("“%(line)s” ends before it starts. Check its two dates."))
    return {"start": _write(start), "end": _write(end)}


def write_date(entry: Entry) -> str:
    try:
        if isinstance(entry, dict):
            return _write_span(datetime.fromisoformat(entry["start"]), datetime.fromisoformat(entry["end"]))
        return write_day(entry) if len(entry) <= 10 else f"{datetime.fromisoformat(entry):%d/%m/%Y %H:%M}"
    except (KeyError, TypeError, ValueError):  # not ours: shown as it is, and refused when it is read back
        return str(entry)


def slots(entries: Iterable[Entry], *, start: datetime, end: datetime) -> tuple[tuple[datetime, datetime], ...]:
    """The added dates as naive local (start, end); what an entry leaves unsaid is the rule's first slot's."""
    return tuple(_slot(entry, start, end - start) for entry in entries)


def _slot(entry: Entry, first: datetime, duration: timedelta) -> tuple[datetime, datetime]:
    if isinstance(entry, dict):
        begins = datetime.fromisoformat(entry["start"])
        return begins, datetime.fromisoformat(entry["end"]) if entry.get("end") else begins + duration
    moment = datetime.fromisoformat(entry)
    begins = datetime.combine(moment, first.time()) if len(entry) <= 10 else moment
    return begins, begins + duration


def _write_span(start: datetime, end: datetime) -> str:
    until = f"{end:%H:%M}" if start < end <= start + timedelta(days=1) and end != start else f"{end:%d/%m/%Y %H:%M}"
    return f"{start:%d/%m/%Y %H:%M} – {until}"


def _write(moment: datetime) -> str:
    return moment.isoformat(timespec="minutes")


def _day(text: str) -> date:
    numbers = [int(number) for number in DAY.fullmatch(text).groups() if number]
    year, month, day = numbers if "-" in text else reversed(numbers)
    try:
        return date(year, month, day)
    except ValueError as error:
        raise _unreadable(text, _("“%(line)s” is not in the calendar. Check the day and the month.")) from error


def _hour(text: str) -> time:
    hour, minute = HOUR.fullmatch(text).groups()
    try:
        return time(int(hour), int(minute or 0))
    except ValueError as error:
        raise _unreadable(text, _("“%(line)s” is not an hour of the day. Write it like this: 18:30.")) from error


def _unreadable(line: str, hint: str) -> ValidationError:
    return ValidationError(hint, code="unreadable", params={"line": line[:60]})
