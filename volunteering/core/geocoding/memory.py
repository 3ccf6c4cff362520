"""A geocoder that knows what it was told, for tests and for a demo without a network."""

from typing import ClassVar

from volunteering.core.geo import Point
from volunteering.core.geocoding.base import MAX_MATCHES, Geocoder, GeocodingUnavailable, Match
from volunteering.core.sorting import sort_key


class MemoryGeocoder(Geocoder):
    """`MemoryGeocoder.places["12 rue du Port"] = Point(lat=45.9, lng=4.06)`; `is_down` plays a service out of order."""

    places: ClassVar[dict[str, Point]] = {}
    is_down: ClassVar[bool] = False

    def search(self, query: str, *, near: Point | None = None, remember: bool = True) -> list[Match]:
        if self.is_down:
            raise GeocodingUnavailable
        wanted = sort_key(query)
        found = [label for label in self.places if wanted in sort_key(label) or sort_key(label) in wanted]
        return [Match(label=label, point=self.places[label], score=1.0) for label in found[:MAX_MATCHES]]
