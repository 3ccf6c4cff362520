"""The same things on the map as in the list beside it, under the same numbers."""

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest

# What leads from an item to its page, when it is none itself.
LEADS = ("event", "mission")


def pin(items: Iterable[Any], request: HttpRequest) -> list[dict[str, Any]]:
    """Number the items that have a point (`item.pin`, from 1; the others None) and give the map's points in that order.

    An item is a located page, or something with one (`item.event`, `item.mission`).
    """
    points: list[dict[str, Any]] = []
    for item in items:
        page = next((getattr(item, lead) for lead in LEADS if hasattr(item, lead)), item)
        item.pin = len(points) + 1 if page.point else None
        if page.point:
            points.append({"lat": page.lat, "lng": page.lng, "title": page.title, "url": page.get_url(request)})
    return points
