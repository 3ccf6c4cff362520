"""Where somebody lives cannot be found out by asking again and again from elsewhere."""

from itertools import product
from uuid import UUID

import pytest
from django.urls import reverse

from tests.factories import AssociationFactory, VolunteerFactory, shift_of
from tests.trust.roles import Role, browser
from volunteering.core.geo import Point, distance_km
from volunteering.core.grid import on_grid
from volunteering.missions.models import MissionPage
from volunteering.volunteers.models import Volunteer
from volunteering.volunteers.places import CELL

pytestmark = pytest.mark.django_db

# Two doors of one square, as far from each other as it allows, and how far around an association asks from.
HOME = on_grid(Point(lat=45.9, lng=4.06), km=CELL)
DOORS = (Point(lat=HOME.lat - 0.0021, lng=HOME.lng - 0.003), Point(lat=HOME.lat + 0.0021, lng=HOME.lng + 0.003))
STEPS = range(-3, 4)
PROBES = [Point(lat=HOME.lat + row * 0.006, lng=HOME.lng + each * 0.009) for row, each in product(STEPS, repeat=2)]
SAME = UUID(int=1)


@pytest.fixture
def asking(found_city):
    """An association's mission that can be anywhere, and its browser."""
    mission = shift_of(organiser=AssociationFactory(), location=f"SRID=4326;POINT({HOME.lng} {HOME.lat})").mission
    return browser(Role.ASSOCIATION), mission


def answers(asking, door: Point) -> list[str]:
    """What the association reads about whoever lives behind this door, from each place it says its mission is at."""
    client, mission = asking
    cell = on_grid(door, km=CELL)
    Volunteer.objects.all().delete()
    VolunteerFactory(pk=SAME, first_name="Jeanne", may_be_found=True, lat=cell.lat, lng=cell.lng, radius=2)
    told = []
    for probe in PROBES:
        MissionPage.objects.filter(pk=mission.pk).update(lat=probe.lat, lng=probe.lng)
        told.append(client.get(reverse("volunteering:space_find", args=[mission.pk])).text.partition("<main")[2])
    return told


def test_two_people_of_one_square_are_told_alike_from_everywhere(asking):
    assert distance_km(*DOORS) > CELL
    one, other = (answers(asking, door) for door in DOORS)
    assert len(set(one)) == 3
    assert one == other


def test_somebody_of_another_square_is_told_otherwise(asking):
    """The other test would notice."""
    farther = Point(lat=HOME.lat + 3 * 0.0045, lng=HOME.lng)
    assert answers(asking, DOORS[0]) != answers(asking, farther)
