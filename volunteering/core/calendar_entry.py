"""Entries for a calendar program: one to go with a mail, or somebody's own as a feed (RFC 5545, 5546, 7986)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

import icalendar
from django.utils import timezone

PRODUCT = "-//wagtail-volunteering//FR"
# How often programs are asked to look again.
EVERY = timedelta(hours=1)


class EntryStatus(StrEnum):
    """RFC 5545, 3.8.1.11."""

    TENTATIVE = "TENTATIVE"
    CONFIRMED = "CONFIRMED"
    CANCELLED = "CANCELLED"


@dataclass(frozen=True, kw_only=True)
class Entry:
    """Aware datetimes. A later entry of the same `uid` replaces an earlier one when its `sequence` is higher.

    `changed_at`: since when it says this; by default since now.
    """

    uid: str
    sequence: int
    start: datetime
    end: datetime
    summary: str
    location: str = ""
    description: str = ""
    url: str = ""
    status: EntryStatus = EntryStatus.CONFIRMED
    changed_at: datetime | None = None


def calendar_of(entry: Entry) -> bytes:
    """A whole VCALENDAR. Not METHOD:REQUEST, which would name people and ask for an answer by mail."""
    calendar = _calendar("CANCEL" if entry.status == EntryStatus.CANCELLED else "PUBLISH")
    return _written(calendar, [entry])


def calendar_feed(entries: Iterable[Entry], *, name: str) -> bytes:
    """The same bytes for the same entries that know since when they say this."""
    calendar = _calendar("PUBLISH")
    calendar.add("name", name)
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval", EVERY, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", icalendar.vDuration(EVERY))
    return _written(calendar, entries)


def _calendar(method: str) -> icalendar.Calendar:
    calendar = icalendar.Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", method)
    return calendar


def _written(calendar: icalendar.Calendar, entries: Iterable[Entry]) -> bytes:
    for entry in entries:
        calendar.add_component(_event(entry))
    calendar.add_missing_timezones()
    return calendar.to_ical()


def _event(entry: Entry) -> icalendar.Event:
    event = icalendar.Event()
    event.add("uid", entry.uid)
    event.add("sequence", entry.sequence)
    event.add("dtstamp", entry.changed_at or timezone.now())
    event.add("dtstart", timezone.localtime(entry.start))
    event.add("dtend", timezone.localtime(entry.end))
    event.add("summary", entry.summary)
    event.add("status", entry.status)
    for name in ("location", "description", "url"):
        if value := getattr(entry, name):
            event.add(name, value)
    return event
