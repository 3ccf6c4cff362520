import pytest

from tests.factories import SQUARE
from volunteering.core.geo import Point
from volunteering.core.polygons import InvalidPolygon, centre_of, check_polygon, contains

OPEN = {"type": "Polygon", "coordinates": [[[4.0, 45.8], [4.1, 45.8], [4.1, 45.9], [4.0, 45.9]]]}
WILD = {"type": "Polygon", "coordinates": [[[400, 45.8], [4.1, 45.8], [4.1, 45.9], [400, 45.8]]]}


def test_the_middle_of_a_square_is_its_centre():
    centre = centre_of(SQUARE)
    assert (centre.lat, centre.lng) == (pytest.approx(45.85), pytest.approx(4.05))


def test_a_point_inside_is_found_and_one_outside_is_not():
    assert contains(SQUARE, Point(lat=45.85, lng=4.05))
    assert not contains(SQUARE, Point(lat=45.95, lng=4.05))


def test_a_neighbourhood_without_outline_has_no_centre():
    assert centre_of(None) is None


@pytest.mark.parametrize(
    "geometry",
    [OPEN, WILD, {"type": "Point", "coordinates": [4, 45]}, {"type": "Polygon", "coordinates": []}, ["x"], "x"],
)
def test_an_outline_that_cannot_be_drawn_is_refused(geometry):
    with pytest.raises(InvalidPolygon):
        check_polygon(geometry)
