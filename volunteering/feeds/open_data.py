"""Associations and dates of events as open data: flat rows, as CSV and as JSON. Nothing about a person.

An association's office e-mail and phone appear when the association publishes them on its page, never otherwise.
"""

import csv
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from volunteering.agenda.models import EventPage, Occurrence
from volunteering.core.pages import ContentMixin
from volunteering.core.spreadsheets import BYTE_ORDER_MARK, neutralised
from volunteering.directory.models import AssociationPage
from volunteering.feeds.characters import clean
from volunteering.feeds.subjects import AGENDA
from volunteering.feeds.versions import today
from volunteering.feeds.views import Feed

CHUNK = 1000
# Dates of events, soonest first. Associations are told all: a city has thousands, not hundreds of thousands.
MOST_DATES = 10_000

Row = dict[str, Any]


class OpenData(Feed):
    """The rows; the formats below say how they are written."""

    def records(self, rows: QuerySet) -> Iterator[Row]:
        yield from (self._dates(rows) if self.subject is AGENDA else self._associations(rows))

    @property
    def columns(self) -> tuple[str, ...]:
        return DATE_COLUMNS if self.subject is AGENDA else ASSOCIATION_COLUMNS

    @property
    def file_name(self) -> str:
        return "events" if self.subject is AGENDA else super().file_name

    def _associations(self, rows: QuerySet) -> Iterator[Row]:
        themes = theme_names(AssociationPage)
        pages = rows.alphabetical().select_related("neighbourhood").only(*ASSOCIATION_FIELDS)
        for page in pages.iterator(chunk_size=CHUNK):
            yield {
                "id": str(page.translation_key),
                "name": page.title,
                "acronym": page.acronym,
                "kind": page.kind,
                "rna": page.rna,
                "siret": page.siret,
                "founded": page.founded,
                "summary": page.summary,
                "website": page.website,
                "email": page.public_email,
                "phone": page.public_phone,
                **_common(page, self.addresses.of_page(page.url_path), themes[page.pk]),
            }

    def _dates(self, rows: QuerySet) -> Iterator[Row]:
        themes = theme_names(EventPage)
        columns = ["uid", "start", "end", "all_day", "status", *(f"event__{name}" for name in EVENT_FIELDS)]
        dates = rows.filter(end__gt=today()).select_related("event", "event__neighbourhood").only(*columns)
        for date in dates.soonest()[:MOST_DATES].iterator(chunk_size=CHUNK):
            event = date.event
            yield {
                "id": str(date.uid),
                "event": str(event.translation_key),
                "title": event.title,
                "start": _moment(date.start, date),
                "end": _moment(date.end, date),
                "all_day": date.all_day,
                "status": date.status if date.status == "cancelled" else event.status,
                "summary": event.summary,
                "attendance": event.attendance,
                "free": event.is_free,
                "price": event.price,
                "age_min": event.age_min,
                "age_max": event.age_max,
                **_common(event, self.addresses.of_page(event.url_path), themes[event.pk]),
            }


class OpenCsv(OpenData):
    """GET /engagement/associations.csv, /engagement/events.csv"""

    content_type, extension = "text/csv", "csv"

    def chunks(self, rows: QuerySet) -> Iterator[str]:
        writer = csv.DictWriter(Echo(), fieldnames=self.columns)
        yield BYTE_ORDER_MARK
        yield writer.writerow({name: name for name in self.columns})
        for record in self.records(rows):
            yield writer.writerow({name: _cell(record[name]) for name in self.columns})


class OpenJson(OpenData):
    """GET /engagement/associations.json, /engagement/events.json"""

    content_type, extension = "application/json", "json"

    def chunks(self, rows: QuerySet) -> Iterator[str]:
        yield "["
        for number, record in enumerate(self.records(rows)):
            yield f"{',' if number else ''}{json.dumps(record, ensure_ascii=False, separators=(',', ':'))}"
        yield "]"


class Echo:
    """A file that gives back what is written into it."""

    def write(self, text: str) -> str:
        return text


def theme_names(model: type[ContentMixin]) -> dict[int, list[str]]:
    """Of all pages of a type in one query: a prefetch per portion would make the queries grow with the city."""
    found: dict[int, list[str]] = defaultdict(list)
    field = model._meta.get_field("themes")
    ties = field.remote_field.through.objects.order_by("theme__sort_order", "theme__name")
    for page, name in ties.values_list(field.m2m_field_name(), "theme__name").iterator(chunk_size=CHUNK):
        found[page].append(name)
    return found


PLACE_FIELDS = ("place_name", "address", "postal_code", "city", "lat", "lng", "neighbourhood__name")
SHARED_FIELDS = ("title", "url_path", "translation_key", "last_published_at", "summary", *PLACE_FIELDS)
ASSOCIATION_FIELDS = (
    *SHARED_FIELDS,
    *("acronym", "kind", "rna", "siret", "founded", "website", "publish_contact", "office_email", "office_phone"),
)
EVENT_FIELDS = (*SHARED_FIELDS, "status", "attendance", "is_free", "price", "age_min", "age_max")
SHARED_COLUMNS = (
    *("themes", "place", "address", "postal_code", "city", "neighbourhood", "lat", "lng"),
    *("url", "updated"),
)
ASSOCIATION_COLUMNS = (
    *("id", "name", "acronym", "kind", "rna", "siret", "founded", "summary", "website", "email", "phone"),
    *SHARED_COLUMNS,
)
DATE_COLUMNS = (
    *("id", "event", "title", "start", "end", "all_day", "status", "summary", "attendance", "free", "price"),
    *("age_min", "age_max", *SHARED_COLUMNS),
)


def _common(page: Any, address: str, themes: Iterable[str]) -> Row:
    return {
        "themes": list(themes),
        "place": page.place_name,
        "address": page.address,
        "postal_code": page.postal_code,
        "city": page.city,
        "neighbourhood": page.neighbourhood.name if page.neighbourhood else "",
        "lat": page.lat,
        "lng": page.lng,
        "url": address,
        "updated": timezone.localtime(page.last_published_at).isoformat(timespec="seconds")
        if page.last_published_at
        else None,
    }


def _moment(moment: Any, date: Occurrence) -> str:
    """With its offset; a day without hours when it lasts all day (the end is exclusive, as in iCalendar)."""
    local = timezone.localtime(moment)
    return local.date().isoformat() if date.all_day else local.isoformat(timespec="seconds")


def _cell(value: Any) -> Any:
    if isinstance(value, list):
        value = " | ".join(value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return neutralised(clean(value)) if isinstance(value, str) else value
