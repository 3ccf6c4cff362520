"""schema.org descriptions of our pages, as JSON-LD. No phone or e-mail but an office's own, when it chose so."""

import logging
import re
from functools import singledispatch
from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from wagtail.images.models import AbstractImage
from wagtail.models import Page

from volunteering.agenda.models import Attendance, EventPage, EventStatus, Occurrence
from volunteering.core.location import LocatedMixin
from volunteering.core.recurrence import Frequency, InvalidRule, Rule, Weekday, aligned, to_rrule
from volunteering.directory.models import AssociationPage
from volunteering.directory.models import Kind as AssociationKind
from volunteering.missions.models import MissionPage

logger = logging.getLogger(__name__)

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
# Source: schema.org, Schedule: an ISO 8601 duration for every n of these.
PERIODS = {Frequency.DAILY: "D", Frequency.WEEKLY: "W", Frequency.YEARLY: "Y"}
# One amount and nothing beside it: "6 €", "€6", "6,50 euros". Several prices are no price a machine could compare.
ONE_PRICE = re.compile(r"(?:€\s*)?(\d{1,5}(?:[.,]\d{1,2})?)(?:\s*(?:€|euros?|eur))?", re.IGNORECASE)


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
    """One node per coming date, each with its own address; the first one also tells the rule they follow."""
    rows = page.occurrences.upcoming().soonest()[:OCCURRENCES_SHOWN]
    organisers = [_organizer(each, request) for each in page.public_organisers]
    nodes = [_occurrence(page, row, organisers, request) for row in rows]
    series = _series(page, request) if nodes else None
    for node in nodes if series else []:
        node["superEvent"] = series if node is nodes[0] else {"@id": series["@id"]}
    return nodes


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
            "offers": _offer(page),
            "typicalAgeRange": ages,
            "image": _image(page.social_image, request),
        }
    )


def _offer(page: EventPage) -> Node | None:
    """Where one registers, and what it costs when that is one certain amount, in euros."""
    amount = ONE_PRICE.fullmatch(page.price.strip())
    price = "0" if page.is_free else amount[1].replace(",", ".") if amount else ""
    if not (price or page.registration_url):
        return None
    return _without_blanks(
        {
            "@type": "Offer",
            "price": price,
            "priceCurrency": "EUR" if price else "",
            "url": page.registration_url,
            "availability": SCHEMA + "SoldOut" if page.status == EventStatus.FULL else "",
        }
    )


def _series(page: EventPage, request: HttpRequest) -> Node | None:
    """What the dates of a repeating event belong to, with the rules they follow."""
    rules = [date.to_rule() for date in page.dates.all() if date.is_complete]
    schedules = [_schedule(told) for rule in rules if (told := _regular(rule))]
    url = page.get_full_url(request)
    series = {"@type": "EventSeries", "@id": f"{url}#series", "name": page.title, "url": url}
    return {**series, "eventSchedule": schedules} if schedules else None


def _regular(rule: Rule) -> Rule | None:
    """The rule from its first date on, when it repeats in a way that a Schedule can say."""
    # None leaves out school holidays; a wrong one would send people to a closed door.
    if not rule.repeats or rule.skip_school_holidays:
        return None
    try:
        return aligned(rule)
    except InvalidRule:  # it has no date of its own: only those added by hand take place
        return None


def _schedule(rule: Rule) -> Node:
    """A schema.org Schedule, on the wall clock of the site's zone. Dates added by hand are events of their own."""
    parts = dict(part.split("=") for part in to_rrule(rule).split(";"))
    days = [SCHEMA + Weekday(day).name.capitalize() for day in rule.weekdays]
    return _without_blanks(
        {
            "@type": "Schedule",
            "startDate": rule.start.date().isoformat(),
            "endDate": rule.until.isoformat() if rule.until else "",
            "repeatCount": rule.count,
            "repeatFrequency": f"P{rule.interval}{PERIODS.get(rule.frequency, 'M')}",
            # The place in the month ("2TU", "-1FR") as RFC 5545 writes it, which Schedule allows.
            "byDay": days or parts.get("BYDAY", ""),
            "byMonth": int(parts["BYMONTH"]) if "BYMONTH" in parts else None,
            "byMonthDay": int(parts["BYMONTHDAY"]) if "BYMONTHDAY" in parts else None,
            "startTime": "" if rule.all_day else rule.start.time().isoformat(),
            "endTime": "" if rule.all_day else rule.end.time().isoformat(),
            "scheduleTimezone": timezone.get_default_timezone_name(),
            "exceptDate": sorted(day.isoformat() for day in rule.exceptions),
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
    try:
        return request.build_absolute_uri(image.get_rendition(IMAGE_SPEC).url) if image else ""
    except OSError:
        # No room for one more file: the page comes without, and the next visitor tries again.
        logger.exception("A picture could not be drawn.")
        return ""


def _iso(moment) -> str:
    return timezone.localtime(moment).isoformat()


def _without_blanks(node: Node) -> Node:
    """Drop what is unknown; False and 0 are known."""
    return {key: value for key, value in node.items() if value not in ("", None, [], {})}
