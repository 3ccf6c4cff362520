"""GeoJSON outlines (RFC 7946), as far as a neighbourhood needs them. Pure: no model, no GDAL."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from django.utils.translation import gettext as _

from volunteering.core.geo import Point

Ring = list[list[float]]


class InvalidPolygon(ValueError):
    """The outline cannot be drawn; the message says why, for the person who pasted it."""


def check_polygon(geometry: Any) -> None:
    """Raise `InvalidPolygon` unless `geometry` is empty or a closed (Multi)Polygon in degrees, longitude first."""
    if not geometry:
        return
    rings = list(outer_rings(geometry))
    if not rings:
        raise InvalidPolygon(_("Paste a GeoJSON geometry of type Polygon or MultiPolygon."))
    for ring in rings:
        if len(ring) < 4 or ring[0] != ring[-1]:
            raise InvalidPolygon(_("The outline is not closed: its last point must be the same as its first."))
        if not all(_is_position(position) for position in ring):
            raise InvalidPolygon(_("Each point must be [longitude, latitude], in degrees."))


def outer_rings(geometry: Any) -> Iterator[Ring]:
    """The outer rings, each a list of [lng, lat]; nothing when the shape of the data is not GeoJSON's."""
    if not isinstance(geometry, dict) or not isinstance(geometry.get("coordinates"), list):
        return
    polygons = {"Polygon": [geometry["coordinates"]], "MultiPolygon": geometry["coordinates"]}
    for polygon in polygons.get(geometry.get("type"), []):
        if isinstance(polygon, list) and polygon and isinstance(polygon[0], list):
            yield polygon[0]


def centre_of(geometry: Any) -> Point | None:
    """The centroid of the largest outer ring (shoelace formula), or None without an outline."""
    rings = [ring for ring in outer_rings(geometry) if len(ring) > 3]
    if not rings:
        return None
    ring = max(rings, key=lambda each: abs(_area(each)))
    area = _area(ring)
    if not area:
        return Point(lat=ring[0][1], lng=ring[0][0])
    pairs = list(pairwise(ring))
    lng = sum((a[0] + b[0]) * (a[0] * b[1] - b[0] * a[1]) for a, b in pairs) / (6 * area)
    lat = sum((a[1] + b[1]) * (a[0] * b[1] - b[0] * a[1]) for a, b in pairs) / (6 * area)
    return Point(lat=lat, lng=lng)


def contains(geometry: Any, point: Point) -> bool:
    """Whether the point lies inside one of the outer rings (even-odd rule)."""
    return any(_inside(ring, point) for ring in outer_rings(geometry))


def _inside(ring: Ring, point: Point) -> bool:
    inside = False
    for (x1, y1), (x2, y2) in pairwise(ring):
        if (y1 > point.lat) != (y2 > point.lat) and point.lng < (x2 - x1) * (point.lat - y1) / (y2 - y1) + x1:
            inside = not inside
    return inside


def _area(ring: Ring) -> float:
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(ring)) / 2


def _is_position(position: Any) -> bool:
    return (
        isinstance(position, list)
        and len(position) >= 2
        and all(isinstance(number, int | float) for number in position)
        and abs(position[0]) <= 180
        and abs(position[1]) <= 90
    )
