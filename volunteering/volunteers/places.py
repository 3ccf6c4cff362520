"""From an address to the cell of the ground it lies in. The address itself is kept nowhere."""

from datetime import timedelta

from volunteering.core.geo import Point
from volunteering.core.geocoding import get_geocoder
from volunteering.core.grid import on_grid
from volunteering.core.ratelimit import Limit

CELL = 0.5  # kilometres
# Below, the State's geocoder guesses: it finds something for any text.
LEAST_SCORE = 0.4
# Of one account: the city's geocoder is no plaything.
SEARCHES = Limit("volunteers.addresses", times=20, within=timedelta(hours=1))


class AddressNotFound(Exception):
    """No geocoder of ours knows it."""


class TooManyAddresses(Exception):
    """That was a lot of addresses for one person."""


def cell_of(address: str, *, near: Point | None, who: str) -> Point:
    """The middle of its cell. Raises `AddressNotFound`, `TooManyAddresses`, `GeocodingUnavailable`.

    `who`: for whom the searches are counted.
    """
    if not SEARCHES.take(who):
        raise TooManyAddresses
    matches = get_geocoder().search(address, near=near, remember=False)
    if not matches or matches[0].score < LEAST_SCORE:
        raise AddressNotFound
    return on_grid(matches[0].point, km=CELL)
