"""One entry for a calendar program, to go with a mail (RFC 5545, RFC 5546)."""

from dataclasses import dataclass
from datetime import datetime

import icalendar
from django.utils import timezone

PRODUCT = "-//wagtail-volunteering//FR"


@dataclass(frozen=True, kw_only=True)
class Entry:
    """Aware datetimes. A later entry of the same `uid` replaces an earlier one when its `sequence` is higher."""

    uid: str
    sequence: int
    start: datetime
    end: datetime
    summary: str
    location: str = ""
    description: str = ""
    url: str = ""
    is_cancelled: bool = False


def calendar_of(entry: Entry) -> bytes:
    """A whole VCALENDAR. Not METHOD:REQUEST, which would name people and ask for an answer by mail."""
    calendar = icalendar.Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "CANCEL" if entry.is_cancelled else "PUBLISH")
    event = icalendar.Event()
    event.add("uid", entry.uid)
    event.add("sequence", entry.sequence)
    event.add("dtstamp", timezone.now())
    event.add("dtstart", timezone.localtime(entry.start))
    event.add("dtend", timezone.localtime(entry.end))
    event.add("summary", entry.summary)
    event.add("status", "CANCELLED" if entry.is_cancelled else "CONFIRMED")
    for name in ("location", "description", "url"):
        if value := getattr(entry, name):
            event.add(name, value)
    calendar.add_component(event)
    calendar.add_missing_timezones()
    return calendar.to_ical()
