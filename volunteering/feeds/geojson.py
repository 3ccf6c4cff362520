"""The items of a list as points (RFC 7946), for maps: ours, and other people's."""

import json
from collections.abc import Iterator
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone
from wagtail.models import Page

from volunteering.feeds.subjects import AGENDA, ASSOCIATIONS, MISSIONS
from volunteering.feeds.views import Feed
from volunteering.feeds.words import when, when_needed

# More pins than anybody can tell apart; the list beside the map is paginated.
MOST_FEATURES = 1000
# Dates read to find so many events: those that come back every week fill the next weeks.
DATES_READ = 3000
PLACE = ("title", "url_path", "translation_key", "lat", "lng", "neighbourhood__name")

Feature = dict[str, Any]


class GeoJson(Feed):
    """GET /engagement/<subject>.geojson"""

    content_type, extension = "application/geo+json", "geojson"
    is_kept = True

    def chunks(self, rows: QuerySet) -> Iterator[str]:
        yield '{"type":"FeatureCollection","features":['
        for number, feature in enumerate(self.features(rows)):
            yield f"{',' if number else ''}{json.dumps(feature, ensure_ascii=False, separators=(',', ':'))}"
        yield "]}"

    def features(self, rows: QuerySet) -> Iterator[Feature]:
        if self.subject is AGENDA:
            yield from self._events(rows.filter(event__lat__isnull=False, event__lng__isnull=False))
            return
        pages = rows.filter(lat__isnull=False, lng__isnull=False).select_related("neighbourhood")
        if self.subject is MISSIONS:
            pages = pages.soonest().only(*PLACE, "period_start", "period_end", "sort_at")
        if self.subject is ASSOCIATIONS:
            pages = pages.alphabetical().only(*PLACE)
        for page in pages[:MOST_FEATURES]:
            yield self._feature(page, said=when_needed(page) if self.subject is MISSIONS else "")

    def _events(self, rows: QuerySet) -> Iterator[Feature]:
        """An event once, with its next date."""
        now, seen = timezone.now(), set()
        columns = ["start", "end", "all_day", *(f"event__{name}" for name in PLACE)]
        located = rows.select_related("event", "event__neighbourhood").only(*columns)
        for found in (located.long(now), located.short(now)):
            for date in found.soonest()[:DATES_READ]:
                if date.event_id not in seen and len(seen) < MOST_FEATURES:
                    seen.add(date.event_id)
                    yield self._feature(date.event, said=when(date))

    def _feature(self, page: Page, *, said: str) -> Feature:
        told = {
            "kind": self.subject.key,
            "title": page.title,
            "url": self.addresses.of_page(page.url_path),
            "when": said,
            "neighbourhood": page.neighbourhood.name if page.neighbourhood else "",
        }
        return {
            "type": "Feature",
            "id": str(page.translation_key),
            "geometry": {"type": "Point", "coordinates": [round(page.lng, 6), round(page.lat, 6)]},
            "properties": {name: value for name, value in told.items() if value},
        }
