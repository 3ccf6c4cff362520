"""VEVENTs. What the dates of one event share is written once, then repeated: most events have many dates."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any, NamedTuple
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from volunteering.agenda.models import Attendance, EventPage, EventStatus
from volunteering.agenda.models.occurrence import OccurrenceStatus
from volunteering.core.location import LocatedMixin
from volunteering.core.models import Neighbourhood
from volunteering.feeds import ical_text as ical
from volunteering.feeds.addresses import Addresses

# SEQUENCE must grow with every change and fit into 31 bits: seconds since this day, until 2088.
FIRST_SEQUENCE = int(datetime(2020, 1, 1, tzinfo=UTC).timestamp())
# What is not here is confirmed. The states of the other formats stand beside these in docs/reference/formats.md.
STATUSES = {EventStatus.POSTPONED: "TENTATIVE", EventStatus.CANCELLED: "CANCELLED"}


class Date(NamedTuple):
    event_id: int
    uid: UUID
    start: datetime
    end: datetime
    all_day: bool
    status: str
    reason: str
    note: str
    updated_at: datetime


class Event(NamedTuple):
    """What is read of an event: a model instance for each of thousands would cost more than all the rest."""

    pk: int
    title: str
    url_path: str
    last_published_at: datetime | None
    summary: str
    status: str
    status_note: str
    attendance: str
    online_url: str
    place_name: str
    address: str
    postal_code: str
    city: str
    lat: float | None
    lng: float | None
    neighbourhood: Neighbourhood | None

    where = LocatedMixin.where
    town = LocatedMixin.town
    full_address = LocatedMixin.full_address


class Shared(NamedTuple):
    """What all dates of one event say; `lines` and `description` are content lines."""

    status: str
    changed: datetime
    announcement: str
    summary: str
    address: str
    lines: str
    description: str


class Writer:
    """`addresses` of the site's pages; `domain` is what makes UIDs unique in the world."""

    DATE_COLUMNS = Date._fields

    def __init__(self, addresses: Addresses, *, domain: str) -> None:
        self.addresses = addresses
        self.domain = domain
        self.zone = timezone.get_default_timezone()

    def vevents(self, rows: list[tuple[Any, ...]]) -> Iterator[str]:
        """A VEVENT for each row of `DATE_COLUMNS`, in their order."""
        shared = self._shared({row[0] for row in rows})
        for row in rows:
            date = Date(*row)
            yield self._vevent(date, shared[date.event_id])

    def _vevent(self, date: Date, event: Shared) -> str:
        changed = max(date.updated_at, event.changed)
        stamp = ical.utc(changed)
        cancelled = date.status == OccurrenceStatus.CANCELLED
        return (
            f"BEGIN:VEVENT\r\nUID:{date.uid}@{self.domain}\r\nDTSTAMP:{stamp}\r\nLAST-MODIFIED:{stamp}\r\n"
            f"SEQUENCE:{max(0, int(changed.timestamp()) - FIRST_SEQUENCE)}\r\n"
            f"{self._times(date)}STATUS:{'CANCELLED' if cancelled else event.status}\r\n"
            f"{event.lines}{self._description(date, event, cancelled)}END:VEVENT\r\n"
        )

    def _times(self, date: Date) -> str:
        if date.all_day:
            first, after = (timezone.localdate(moment, self.zone) for moment in (date.start, date.end))
            return ical.day("DTSTART", first) + (ical.day("DTEND", after) if after > first else "")
        start = ical.moment("DTSTART", date.start, self.zone)
        # The RFC wants an end after the start; what has none ends when it starts.
        return start + (ical.moment("DTEND", date.end, self.zone) if date.end > date.start else "")

    def _description(self, date: Date, event: Shared, cancelled: bool) -> str:
        if not (date.reason or date.note or cancelled):
            return event.description
        said = _("Cancelled") if cancelled else ""
        return _described(said or event.announcement, date.reason, date.note, event.summary, event.address)

    def _shared(self, ids: set[int]) -> dict[int, Shared]:
        rows = EventPage.objects.filter(pk__in=ids).values_list(*Event._fields)
        quarters = {quarter.pk: quarter for quarter in Neighbourhood.objects.only("name")}
        themes = defaultdict(list)
        ties = EventPage.themes.through.objects.filter(eventpage__in=ids).order_by("theme__sort_order", "theme__name")
        for event_id, name in ties.values_list("eventpage_id", "theme__name"):
            themes[event_id].append(name)
        events = (Event(*row[:-1], quarters.get(row[-1])) for row in rows)
        return {event.pk: self._of(event, themes[event.pk]) for event in events}

    def _of(self, event: Event, themes: list[str]) -> Shared:
        address = self.addresses.of_page(event.url_path)
        announcement = _announcement(event)
        lines = [
            ical.text("SUMMARY", event.title),
            ical.text("LOCATION", _where(event)),
            f"GEO:{event.lat:.6f};{event.lng:.6f}{ical.LINE}"
            if event.lat is not None and event.lng is not None
            else "",
            ical.texts("CATEGORIES", themes),
            ical.line("URL", address),
        ]
        return Shared(
            status=STATUSES.get(event.status, "CONFIRMED"),
            changed=event.last_published_at or datetime(1970, 1, 1, tzinfo=UTC),
            announcement=announcement,
            summary=event.summary,
            address=address,
            lines="".join(lines),
            description=_described(announcement, event.summary, address),
        )


def _described(*paragraphs: str) -> str:
    """DESCRIPTION; its last paragraph is the address of the page."""
    return ical.text("DESCRIPTION", "\n\n".join(part for part in paragraphs if part))


def _announcement(event: Event) -> str:
    """What changed for the whole event, like "Postponed: the new date follows."."""
    status = "" if event.status == EventStatus.SCHEDULED else str(EventStatus(event.status).label)
    return " – ".join(part for part in (status, event.status_note) if part)


def _where(event: Event) -> str:
    """The place with its address; the link when it is online only."""
    if event.attendance == Attendance.ONLINE or event.status == EventStatus.MOVED_ONLINE:
        return event.online_url or _("Online")
    name = "" if event.where in (event.address, event.city) else event.where
    return ", ".join(part for part in (name, event.full_address) if part)
