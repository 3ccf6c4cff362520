"""Events as the national open-data portal exports them (data set "evenements-publics-openagenda"), for other agendas.

The shape that `imports.openagenda` reads: {"next": address or null, "records": [{"recordid", "fields", "geometry"}]}.
"""

import json
from collections import defaultdict
from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta
from typing import Any

from django.core.paginator import EmptyPage
from django.db.models import Exists, OuterRef, QuerySet
from django.http import Http404, HttpResponseBase
from django.utils import timezone
from django.utils.functional import cached_property
from wagtail.rich_text import expand_db_html

from volunteering.agenda.models import Attendance, EventPage, EventStatus
from volunteering.agenda.models.occurrence import OccurrenceStatus
from volunteering.core.pagination import BoundedPage, BoundedPaginator
from volunteering.feeds.characters import clean
from volunteering.feeds.pictures import PICTURES, drawn_picture
from volunteering.feeds.subjects import AGENDA
from volunteering.feeds.versions import today
from volunteering.feeds.views import Feed

PER_PAGE = 300
# Limits of OpenAgenda's own: dates of one event, and how long each lasts.
MOST_TIMINGS, DAY = 800, timedelta(days=1)
DATASET = "evenements-publics-openagenda"
STATUSES = {
    EventStatus.SCHEDULED: 1,
    EventStatus.RESCHEDULED: 2,
    EventStatus.MOVED_ONLINE: 3,
    EventStatus.POSTPONED: 4,
    EventStatus.FULL: 5,
    EventStatus.CANCELLED: 6,
}
ATTENDANCES = {Attendance.ON_SITE: 1, Attendance.ONLINE: 2, Attendance.MIXED: 3}
# The portal's texts are French, whatever language the site speaks.
FREE = "Gratuit"

Fields = dict[str, Any]
Timings = list[tuple[datetime, datetime]]


class OpenAgenda(Feed):
    """GET /engagement/agenda.json, `?page=2` for the following events."""

    subject = AGENDA
    content_type, extension = "application/json", "json"

    def answer(self, etag: str) -> HttpResponseBase:
        # Before the first byte: a page that does not exist is no half-written answer.
        self.page  # noqa: B018
        return super().answer(etag)

    @cached_property
    def page(self) -> BoundedPage:
        coming = self.rows.filter(event=OuterRef("pk"), end__gt=today())
        events = EventPage.objects.filter(Exists(coming)).select_related("neighbourhood", "image")
        asked = self.request.GET.get("page", "1")
        number = int(asked) if asked.isdecimal() and len(asked) < 9 else 1
        try:
            return BoundedPaginator(events.prefetch_related("themes", PICTURES).order_by("pk"), per_page=PER_PAGE).page(
                max(number, 1)
            )
        except EmptyPage as error:
            raise Http404(str(error)) from error

    def chunks(self, rows: QuerySet) -> Iterator[str]:
        timings = self._timings(rows)
        following = self._address_of(self.page.next) if self.page.next else None
        yield f'{{"next":{json.dumps(following)},"records":['
        records = (self._record(event, timings[event.pk]) for event in self.page if timings[event.pk])
        for number, record in enumerate(records):
            yield f"{',' if number else ''}{json.dumps(record, ensure_ascii=False, separators=(',', ':'))}"
        yield "]}"

    def _address_of(self, number: int) -> str:
        query = self.request.GET.copy()
        query["page"] = str(number)
        return self.addresses.of(f"{self.request.path}?{query.urlencode()}")

    def _timings(self, rows: QuerySet) -> dict[int, Timings]:
        """By event. A cancelled date has no place there: only a whole event has a status."""
        found: dict[int, Timings] = defaultdict(list)
        dates = rows.filter(event__in=[event.pk for event in self.page], end__gt=today())
        dates = dates.exclude(status=OccurrenceStatus.CANCELLED).filter(end__isnull=False).order_by("start", "pk")
        for event, start, end in dates.values_list("event_id", "start", "end").iterator():
            found[event] += [piece for piece in in_days(start, end) if len(found[event]) < MOST_TIMINGS]
        return found

    def _record(self, event: EventPage, timings: Timings) -> Fields:
        fields = {name: value for name, value in self._fields(event, timings).items() if value not in (None, "", [])}
        point = {"geometry": {"type": "Point", "coordinates": [event.lng, event.lat]}} if event.point else {}
        return {"datasetid": DATASET, "recordid": event.translation_key.hex, "fields": fields, **point}

    def _fields(self, event: EventPage, timings: Timings) -> Fields:
        return {
            "uid": str(event.translation_key),
            "slug": event.slug,
            "canonicalurl": event.source_url or self.addresses.of_page(event.url_path),
            "title_fr": clean(event.title),
            "description_fr": clean(event.summary),
            "longdescription_fr": clean(self._with_whole_addresses(expand_db_html(event.body))),
            "conditions_fr": clean(event.price or (FREE if event.is_free else "")),
            "keywords_fr": [clean(theme.name) for theme in event.themes.all()],
            "image": self._image(event),
            "imagecredits": clean(event.image_credit),
            "updatedat": _iso(event.last_published_at) if event.last_published_at else None,
            **_place(event),
            **_dates(timings),
            "age_min": event.age_min,
            "age_max": event.age_max,
            "accessibility": event.access_codes,
            "attendancemode": _code(ATTENDANCES[Attendance(event.attendance)], event.get_attendance_display()),
            "onlineaccesslink": event.online_url,
            "status": _code(STATUSES[EventStatus(event.status)], event.get_status_display()),
            "registration": json.dumps([{"type": "link", "value": event.registration_url}])
            if event.registration_url
            else "",
        }

    def _image(self, event: EventPage) -> str:
        picture = drawn_picture(event.image)
        return self.addresses.of(picture) if picture else ""

    def _with_whole_addresses(self, html: str) -> str:
        return html.replace('href="/', f'href="{self.addresses.root}/')


def in_days(start: datetime, end: datetime) -> Timings:
    """What lasts longer than OpenAgenda allows, cut at the site's midnights (and after 24 h of a day that has 25)."""
    pieces = []
    # On one clock an hour is lost or won between two days; in UTC none is.
    start, end = start.astimezone(UTC), end.astimezone(UTC)
    while end - start > DAY:
        midnight = datetime.combine(timezone.localdate(start) + DAY, time.min)
        cut = min(timezone.make_aware(midnight, timezone.get_default_timezone()), start + DAY)
        pieces.append((start, cut))
        start = cut
    return [*pieces, (start, end)] if end > start else pieces


def _place(event: EventPage) -> Fields:
    return {
        "location_name": clean(event.place_name),
        "location_address": clean(event.address),
        "location_postalcode": event.postal_code,
        "location_city": clean(event.city),
        "location_district": clean(event.neighbourhood.name) if event.neighbourhood else "",
        "location_coordinates": [event.lat, event.lng] if event.point else None,
    }


def _dates(timings: Timings) -> Fields:
    """The portal gives the list as JSON within the JSON."""
    (first_begin, first_end), (last_begin, last_end) = timings[0], timings[-1]
    return {
        "timings": json.dumps([{"begin": _iso(begin), "end": _iso(end)} for begin, end in timings]),
        "firstdate_begin": _iso(first_begin),
        "firstdate_end": _iso(first_end),
        "lastdate_begin": _iso(last_begin),
        "lastdate_end": _iso(last_end),
    }


def _code(number: int, label: str) -> str:
    return json.dumps({"id": number, "label": {"fr": label}}, ensure_ascii=False)


def _iso(moment: datetime) -> str:
    return timezone.localtime(moment).isoformat(timespec="seconds")
