"""schema.org descriptions of our pages, as JSON-LD. No phone or e-mail but an office's own, when it chose so."""

from functools import singledispatch
from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from wagtail.images.models import AbstractImage
from wagtail.models import Page

from volunteering.agenda.models import Attendance, EventPage, EventStatus, Occurrence
from volunteering.core.location import LocatedMixin
from volunteering.directory.models import AssociationPage
from volunteering.directory.models import Kind as AssociationKind
from volunteering.missions.models import MissionPage

Node = dict[str, Any]
SCHEMA = "https://schema.org/"
OCCURRENCES_SHOWN = 10
# The same rendition as the OpenGraph tags, in the one format every service reads.
IMAGE_SPEC = "fill-1200x630|format-jpeg"

# Source: schema.org, EventStatusType. "Full" is no status there.
STATUSES = {
    EventStatus.SCHEDULED: "EventScheduled",
    EventStatus.FULL: "EventScheduled",
    EventStatus.RESCHEDULED: "EventRescheduled",
    EventStatus.MOVED_ONLINE: "EventMovedOnline",
    EventStatus.POSTPONED: "EventPostponed",
    EventStatus.CANCELLED: "EventCancelled",
}
ATTENDANCES = {
    Attendance.ON_SITE: "OfflineEventAttendanceMode",
    Attendance.ONLINE: "OnlineEventAttendanceMode",
    Attendance.MIXED: "MixedEventAttendanceMode",
}


@singledispatch
def describe(page: Page, request: HttpRequest) -> list[Node]:
    """The nodes that describe a page; a type nobody registered has none. Sites may register their own types."""
    return []


@describe.register
def _association(page: AssociationPage, request: HttpRequest) -> list[Node]:
    public = page.kind in {AssociationKind.CITY_SERVICE, AssociationKind.PUBLIC_BODY}
    identifiers = [("RNA", page.rna), ("SIREN", page.siret[:9])]
    return [
        _without_blanks(
            {
                "@context": SCHEMA,
                "@type": "GovernmentOrganization" if public else "NGO",
                "@id": page.get_full_url(request),
                "url": page.get_full_url(request),
                "name": page.title,
                "alternateName": page.acronym,
                "description": page.summary,
                "foundingDate": str(page.founded or ""),
                "identifier": [
                    {"@type": "PropertyValue", "propertyID": name, "value": value}
                    for name, value in identifiers
                    if value
                ],
                "sameAs": [page.website, *page.social_links] if page.website else list(page.social_links),
                "email": page.public_email,
                "telephone": page.public_phone,
                "knowsLanguage": page.languages,
                "image": _image(page.social_image, request),
                "address": _address(page),
                "location": _place(page),
            }
        )
    ]


@describe.register
def _event(page: EventPage, request: HttpRequest) -> list[Node]:
    """One node per coming date, each with its own address."""
    rows = page.occurrences.upcoming().soonest()[:OCCURRENCES_SHOWN]
    organisers = [_organizer(each, request) for each in page.public_organisers]
    return [_occurrence(page, row, organisers, request) for row in rows]


@describe.register
def _mission(page: MissionPage, request: HttpRequest) -> list[Node]:
    """A dated mission is an event one can register for; one without dates has no place in schema.org."""
    now = timezone.now()
    shifts = sorted((shift for shift in page.shifts.all() if shift.end > now), key=lambda shift: shift.start)
    url = page.get_full_url(request)
    common = {
        "@context": SCHEMA,
        "@type": "Event",
        "name": page.title,
        "description": page.summary,
        "url": url,
        "eventStatus": SCHEMA + "EventScheduled",
        "eventAttendanceMode": SCHEMA
        + ("OnlineEventAttendanceMode" if page.format == "remote" else "OfflineEventAttendanceMode"),
        "image": _image(page.social_image, request),
        "location": _place(page),
        "organizer": _organizer(page.public_organiser, request) if page.public_organiser else None,
        "isAccessibleForFree": True,
        "potentialAction": {"@type": "RegisterAction", "target": url} if page.takes_volunteers else None,
    }
    return [
        _without_blanks({**common, "startDate": _iso(shift.start), "endDate": _iso(shift.end)})
        for shift in shifts[:OCCURRENCES_SHOWN]
    ]


def _occurrence(page: EventPage, row: Occurrence, organisers: list[Node], request: HttpRequest) -> Node:
    row.event = page
    moved = row.start != row.recurrence_id
    status = "EventCancelled" if row.is_cancelled else STATUSES[EventStatus(page.status)]
    virtual = {"@type": "VirtualLocation", "url": page.online_url} if page.online_url else None
    ages = f"{page.age_min or 0}-{page.age_max or ''}" if page.age_min or page.age_max else ""
    return _without_blanks(
        {
            "@context": SCHEMA,
            "@type": "Event",
            "name": page.title,
            "description": page.summary,
            "url": f"{page.get_full_url(request)}#{row.uid}",
            "startDate": timezone.localdate(row.start).isoformat() if row.all_day else _iso(row.start),
            "endDate": row.last_day.isoformat() if row.all_day else _iso(row.end),
            "previousStartDate": _iso(row.recurrence_id) if moved else "",
            "eventStatus": SCHEMA + ("EventRescheduled" if moved and status == "EventScheduled" else status),
            "eventAttendanceMode": SCHEMA + ATTENDANCES[Attendance(page.attendance)],
            "location": [place for place in (_place(page), virtual) if place],
            "organizer": organisers,
            # Said nowhere, a price is unknown: neither free nor to be paid for.
            "isAccessibleForFree": page.is_free if page.is_free or page.price else None,
            "typicalAgeRange": ages,
            "image": _image(page.social_image, request),
        }
    )


def _organizer(association: AssociationPage, request: HttpRequest) -> Node:
    return {"@type": "Organization", "name": association.title, "url": association.get_full_url(request)}


def _place(page: LocatedMixin) -> Node | None:
    if not (page.place_name or page.full_address or page.point):
        return None
    geo = {"@type": "GeoCoordinates", "latitude": page.lat, "longitude": page.lng} if page.point else None
    return _without_blanks({"@type": "Place", "name": page.where, "address": _address(page), "geo": geo})


def _address(page: LocatedMixin) -> Node | None:
    if not page.full_address:
        return None
    return _without_blanks(
        {
            "@type": "PostalAddress",
            "streetAddress": page.address,
            "postalCode": page.postal_code,
            "addressLocality": page.city,
        }
    )


def _image(image: AbstractImage | None, request: HttpRequest) -> str:
    return request.build_absolute_uri(image.get_rendition(IMAGE_SPEC).url) if image else ""


def _iso(moment) -> str:
    return timezone.localtime(moment).isoformat()


def _without_blanks(node: Node) -> Node:
    """Drop what is unknown; False and 0 are known."""
    return {key: value for key, value in node.items() if value not in ("", None, [], {})}
