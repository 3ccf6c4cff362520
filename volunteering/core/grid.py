"""A grid over the ground: what is shown or kept of where somebody lives. Pure."""

from math import cos, radians

from volunteering.core.geo import KM_PER_DEGREE, Point


def on_grid(point: Point, *, km: float) -> Point:
    """The middle of the cell of `km` by `km` that the point lies in.

    The same cell always gives the same point, so that asking again tells no more than asking once.
    """
    rows = km / KM_PER_DEGREE
    lat = (int(point.lat // rows) + 0.5) * rows
    columns = rows / max(cos(radians(lat)), 0.01)
    lng = (int(point.lng // columns) + 0.5) * columns
    return Point(lat=round(max(-90.0, min(90.0, lat)), 6), lng=round(max(-180.0, min(180.0, lng)), 6))
