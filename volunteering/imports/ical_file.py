"""An iCalendar file (RFC 5545), cut into its events, each with the number of its first line.

Events are parsed one by one: a faulty one is refused alone, and the others are read.
"""

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from django.utils import timezone
from django.utils.translation import gettext as _
from icalendar import Calendar, Event
from icalendar.error import BrokenCalendarProperty
from icalendar.timezone import tzp

from volunteering.imports.importer import Row
from volunteering.imports.reading import Unreadable, check_number, read_text

# A zone that changes its clocks more than a few times a year is made to keep the reader busy.
ODD_ZONE = re.compile(r"^RRULE.*FREQ=(?!YEARLY)", re.IGNORECASE | re.MULTILINE)


@dataclass
class CalendarEvent:
    """A VEVENT, and those that change single dates of it. No `master`: only such changes are in the file."""

    uid: str
    line: int
    zone: ZoneInfo  # of hours that do not say theirs
    master: Event | None = None
    overrides: list[Event] = field(default_factory=list)
    fault: str = ""


def read_calendar(path: Path) -> list[Row]:
    """Rows whose data is a CalendarEvent, in the file's order. Raises `Unreadable`."""
    text = read_text(path)
    blocks = _blocks(text)
    check_number(len(blocks["VEVENT"]))
    zone = _zone_of_calendar(text)
    _learn_zones([block for _line, block in blocks["VTIMEZONE"]])
    events: list[CalendarEvent] = []
    by_uid: dict[str, CalendarEvent] = {}
    for line, block in blocks["VEVENT"]:
        _sort_in(_parse(block, line, zone), events, by_uid)
    return [Row(event.line, event) for event in events]


def value(component: Event, name: str) -> Any:
    """A property, or None. Raises ValueError when it is there but cannot be read, or is there twice."""
    found = component.get(name)
    if isinstance(found, list):
        raise ValueError(_("%(name)s is given twice.") % {"name": name})
    try:
        return getattr(found, "dt", found)
    except BrokenCalendarProperty as error:
        raise ValueError(_("%(name)s cannot be read.") % {"name": name}) from error


def text(component: Event, name: str) -> str:
    """A text property, its first value when there are several."""
    found = component.get(name, "")
    return str(found[0] if isinstance(found, list) else found)


def _blocks(text: str) -> dict[str, list[tuple[int, str]]]:
    """The text of each VEVENT and VTIMEZONE with its first line's number."""
    lines = re.split(r"\r\n|\n|\r", text.strip("\ufeff \r\n\t"))
    if lines[0].strip().upper() != "BEGIN:VCALENDAR":
        raise Unreadable(_("this is not a calendar: it should begin with BEGIN:VCALENDAR."), line=1)
    if lines[-1].strip().upper() != "END:VCALENDAR":
        raise Unreadable(_("the calendar stops before its end. Fetch it again."), line=len(lines))
    blocks: dict[str, list[tuple[int, str]]] = {"VEVENT": [], "VTIMEZONE": []}
    name, start = "", 0
    for number, line in enumerate(lines):
        verb, _colon, what = line.strip().upper().partition(":")
        if verb == "BEGIN" and what in blocks:
            if name:
                raise Unreadable(_("an event begins before the one above has ended."), line=number + 1)
            name, start = what, number
        elif verb == "END" and what == name:
            blocks[name].append((start + 1, "\r\n".join([*lines[start : number + 1], ""])))
            name = ""
    if name:
        raise Unreadable(_("this event never ends."), line=start + 1)
    return blocks


def _learn_zones(blocks: list[str]) -> None:
    """icalendar keeps the zones of every file it reads: forget those of other calendars first."""
    tzp.use(tzp.name)
    for block in blocks:
        if ODD_ZONE.search(re.sub(r"\r\n[ \t]", "", block)):
            raise Unreadable(_("The calendar has a time zone of its own that we do not understand."))
        try:
            Calendar.from_ical(f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{block}END:VCALENDAR\r\n")
        except (ValueError, OverflowError) as error:
            raise Unreadable(_("The calendar has a time zone of its own that we do not understand.")) from error


def _zone_of_calendar(text: str) -> ZoneInfo:
    """What Google and others write for hours without a zone; else the site's own."""
    found = re.search(r"^X-WR-TIMEZONE:([A-Za-z_+\-/0-9]+)\s*$", text, re.MULTILINE)
    try:
        return ZoneInfo(found[1]) if found else timezone.get_default_timezone()
    except (ValueError, OSError):  # unknown, or no name of a zone
        return timezone.get_default_timezone()


def _parse(block: str, line: int, zone: ZoneInfo) -> CalendarEvent:
    try:
        event = Event.from_ical(block)
    except (ValueError, KeyError, IndexError, OverflowError):
        return CalendarEvent(uid="", line=line, zone=zone, fault=_("This event cannot be read."))
    parsed = CalendarEvent(uid=text(event, "UID").strip(), line=line, zone=zone, master=event)
    if event.errors:
        # The reader says why in English, for developers; the line and its name are what one looks for.
        name, _why = event.errors[0]
        parsed.fault = _("%(name)s cannot be read.") % {"name": name or _("A line")}
    return parsed


def _sort_in(parsed: CalendarEvent, events: list[CalendarEvent], by_uid: dict[str, CalendarEvent]) -> None:
    """A changed date joins its event; whatever comes first, the row has the line of the event itself."""
    change = parsed.master if parsed.master is not None and "RECURRENCE-ID" in parsed.master else None
    known = by_uid.get(parsed.uid) if parsed.uid else None
    if change is not None:
        parsed.master, parsed.overrides = None, [change]
    if known is None or (known.master is not None and parsed.master is not None) or parsed.fault:
        events.append(parsed)
        by_uid.setdefault(parsed.uid, parsed)
    elif change is not None:
        known.overrides.append(change)
    else:
        known.master, known.line, known.fault = parsed.master, parsed.line, parsed.fault
