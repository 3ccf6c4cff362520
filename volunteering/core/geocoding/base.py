"""What every geocoding backend promises."""

from dataclasses import dataclass

from volunteering.core.geo import Point

MAX_MATCHES = 5
MAX_QUERY = 200


class GeocodingUnavailable(Exception):
    """The service did not answer in time, or not as it should."""


@dataclass(frozen=True, slots=True)
class Match:
    """One place an address may mean; `score` goes from 0 to 1."""

    label: str
    point: Point
    score: float


class Geocoder:
    """Base class of the backends."""

    asks_somebody = True

    def search(self, query: str, *, near: Point | None = None, remember: bool = True) -> list[Match]:
        """At most MAX_MATCHES places, best first; `near` prefers what is close. Raises `GeocodingUnavailable`.

        `remember`: whether the answer may be kept for whoever asks next. Not that of somebody's home.
        """
        raise NotImplementedError


class NullGeocoder(Geocoder):
    """Asks nobody and finds nothing: the pin is placed by hand."""

    asks_somebody = False

    def search(self, query: str, *, near: Point | None = None, remember: bool = True) -> list[Match]:
        return []
