"""Distances against known ones, boxes against distances, and the SQL of "nearest" against the haversine."""

import sqlite3
from contextlib import closing
from itertools import pairwise
from math import inf, nan

import pytest
from django.db import models
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from volunteering.core.geo import InvalidPoint, Point, bounding_box, distance_km, format_point, parse_point, within

PARIS, LYON = Point(48.8566, 2.3522), Point(45.7640, 4.8357)
TOWN = Point(45.9, 4.06)
ANYWHERE = st.builds(Point, st.floats(-90, 90), st.floats(-180, 180))
IN_FRANCE = st.builds(Point, st.floats(42, 51), st.floats(-5, 9))


class Spot(models.Model):
    """A table of points for the SQL of `within`; never migrated."""

    lat = models.FloatField(null=True)
    lng = models.FloatField(null=True)

    class Meta:
        app_label = "tests_geo"
        managed = False

    def __str__(self):
        return f"{self.lat} {self.lng}"


def found(points, centre, km):
    """The rows of a real SQLite table that the queryset finds, in its order, without a Django database."""
    sql, parameters = within(Spot.objects.all(), centre, km).query.sql_with_params()
    with closing(sqlite3.connect(":memory:")) as database:
        database.execute("CREATE TABLE tests_geo_spot (id INTEGER PRIMARY KEY, lat REAL, lng REAL)")
        database.executemany("INSERT INTO tests_geo_spot VALUES (?, ?, ?)", [(n, *p) for n, p in enumerate(points)])
        return [row[0] for row in database.execute(sql.replace("%s", "?"), parameters)]


@pytest.mark.parametrize(("lat", "lng"), [(90.001, 0), (-91, 0), (0, 180.5), (0, -181), (nan, 0), (0, inf)])
def test_a_point_must_be_on_earth(lat, lng):
    with pytest.raises(InvalidPoint):
        Point(lat, lng)


@pytest.mark.parametrize(
    ("one", "other", "km"),
    [
        (PARIS, LYON, 391.5),
        (PARIS, PARIS, 0),
        (Point(0, 0), Point(0, 180), 20015.1),
        (Point(0, 179.9), Point(0, -179.9), 22.24),
        (Point(90, 0), Point(90, 120), 0),
    ],
)
def test_a_distance_is_measured_on_the_globe(one, other, km):
    assert distance_km(one, other) == pytest.approx(km, rel=1e-3, abs=1e-6)


@given(ANYWHERE, ANYWHERE)
def test_a_distance_is_the_same_both_ways(one, other):
    assert distance_km(one, other) == pytest.approx(distance_km(other, one), abs=1e-6)


@given(ANYWHERE, ANYWHERE)
def test_a_box_holds_every_point_within_its_radius(centre, other):
    box = bounding_box(centre, distance_km(centre, other) * 1.000001 + 1e-6)  # a millimetre, for floats
    assert box.south <= other.lat <= box.north
    assert box.west <= other.lng <= box.east


@pytest.mark.parametrize("lng", [179.9, -179.9])
def test_a_box_reaches_across_the_180th_meridian(lng):
    box = bounding_box(Point(-16.5, lng), 50)
    assert (box.west, box.east) == (-180, 180)


@given(IN_FRANCE, st.floats(0.1, 500))
def test_a_box_is_no_larger_than_it_must_be(centre, km):
    box = bounding_box(centre, km)
    assert distance_km(centre, Point(box.north, centre.lng)) == pytest.approx(km, rel=1e-6)
    assert distance_km(centre, Point(centre.lat, box.east)) == pytest.approx(km, rel=1e-2)


@pytest.mark.parametrize("km", [-1, nan, inf])
def test_a_radius_must_be_a_positive_number(km):
    with pytest.raises(ValueError, match="radius"):
        bounding_box(PARIS, km)


@given(st.lists(st.tuples(st.floats(-0.4, 0.4), st.floats(-0.5, 0.5)), max_size=30), st.floats(1, 25))
def test_the_nearest_rows_are_found_in_order_and_none_is_forgotten(offsets, km):
    points = [(TOWN.lat + up, TOWN.lng + right) for up, right in offsets]
    distances = [distance_km(TOWN, Point(*point)) for point in points]
    rows = found(points, TOWN, km)
    assert {n for n, far in enumerate(distances) if far <= km * 0.998} <= {*rows}
    assert all(distances[n] <= km * 1.002 for n in rows)
    assert all(distances[one] <= distances[two] * 1.002 + 1e-6 for one, two in pairwise(rows))


@pytest.mark.parametrize("km", [1, 5, 25, 100])
def test_a_corner_of_the_box_is_too_far(km):
    box = bounding_box(TOWN, km)
    corners = [(lat, lng) for lat in (box.south, box.north) for lng in (box.west, box.east)]
    assert found([*corners, (TOWN.lat, box.east), (box.north, TOWN.lng)], TOWN, km * 1.001) == [5, 4]


def test_rows_without_a_place_are_left_out():
    assert found([(None, None), (45.9, None), (45.9, 4.06)], TOWN, 5) == [2]


def test_the_nearest_rows_carry_no_distance():
    assert within(Spot.objects.all(), TOWN, 5).query.annotation_select == {}


@pytest.mark.parametrize("text", ["", "  ", None])
def test_an_empty_value_is_no_point(text):
    assert parse_point(text) is None
    assert format_point(None) == ""


@pytest.mark.parametrize(
    "text", ["SRID=4326;POINT(4.06 45.9)", " SRID=4326;POINT (4.06 45.9) ", "SRID=4326;POINT(4.060 45.90)"]
)
def test_the_widget_s_value_is_read_longitude_first(text):
    assert parse_point(text) == TOWN


@pytest.mark.parametrize(
    "text",
    [
        "45.9, 4.06",
        "POINT(4.06 45.9)",
        "SRID=2154;POINT(4.06 45.9)",
        "SRID=4326;POINT(4.06 95)",
        "SRID=4326;POINT(190 45)",
        "SRID=4326;POINT(1e2 45)",
        "SRID=4326;POINT(nan nan)",
        "SRID=4326;POINT(4.06 45.9",
        "SRID=4326;POINT(4.06 45.9); DROP TABLE",
        "SRID=4326;POINT(٤ ٤٥)",
        "SRID=4326;POINT(4." + "0" * 10_000 + " 45.9)",
    ],
)
def test_garbage_is_refused_with_a_message(text):
    with pytest.raises(InvalidPoint) as caught:
        parse_point(text)
    with override("en"):
        assert str(caught.value.message).endswith("Place the pin on the map again.")


@given(ANYWHERE)
def test_a_point_comes_back_from_the_widget_s_value(point):
    back = parse_point(format_point(point))
    assert (back.lat, back.lng) == pytest.approx((point.lat, point.lng), abs=1e-6)
