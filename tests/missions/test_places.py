"""Places of a shift: taken once, given back, never more than there are."""

import pytest
from django.db import transaction
from django.utils import timezone

from tests.factories import AssociationFactory, MissionFactory, shift
from tests.missions.rivals import take
from tests.rig.race import race
from volunteering.missions.capacity import NoPlaceLeft, give_back_places, take_places
from volunteering.missions.models import Capacity

pytestmark = [pytest.mark.databases, pytest.mark.django_db]

RIVALS = "tests.missions.rivals"
MANY = 60


def capacity_of(places: int | None, *, taken: int = 0, **kwargs) -> Capacity:
    mission = MissionFactory(children={"shifts": [shift(places=places)]}, **kwargs)
    mission.capacities.update(taken=taken)
    return mission.capacities.get()


def taken(capacity: Capacity) -> int:
    capacity.refresh_from_db()
    return capacity.taken


def test_a_place_is_taken_and_given_back(clock):
    capacity = capacity_of(2)
    take_places(capacity=capacity)
    assert taken(capacity) == 1
    give_back_places(capacity=capacity)
    assert taken(capacity) == 0


@pytest.mark.parametrize(("places", "before", "number"), [(2, 2, 1), (5, 3, 3), (0, 0, 1)])
def test_nobody_takes_more_places_than_are_left(places, before, number, clock):
    capacity = capacity_of(places, taken=before)
    with pytest.raises(NoPlaceLeft):
        take_places(capacity=capacity, number=number)
    assert taken(capacity) == before


def test_a_group_takes_all_its_places_or_none(clock):
    capacity = capacity_of(5, taken=2)
    take_places(capacity=capacity, number=3)
    assert taken(capacity) == 5


def test_there_is_always_room_where_there_is_no_limit(clock):
    capacity = capacity_of(None, taken=400)
    take_places(capacity=capacity, number=30)
    assert taken(capacity) == 430


def test_nobody_takes_a_place_in_a_cancelled_shift_but_everyone_may_leave_it(clock):
    capacity = capacity_of(5, taken=1)
    Capacity.objects.update(cancelled_at=timezone.now())
    with pytest.raises(NoPlaceLeft):
        take_places(capacity=capacity)
    give_back_places(capacity=capacity)
    assert taken(capacity) == 0


def test_more_places_than_are_held_cannot_be_given_back(clock):
    capacity = capacity_of(5, taken=1)
    with pytest.raises(ValueError, match="2"):
        give_back_places(capacity=capacity, number=2)
    assert taken(capacity) == 1


def test_an_association_recruits_until_its_last_place_is_taken_and_again_once_one_is_free(clock):
    association = AssociationFactory()
    capacity = capacity_of(2, taken=1, organiser=association)

    def recruits() -> bool:
        association.refresh_from_db()
        return association.recruits

    take_places(capacity=capacity)
    assert not recruits()
    give_back_places(capacity=capacity)
    assert recruits()


def test_a_place_is_taken_with_all_that_belongs_to_it_or_not_at_all(clock):
    capacity = capacity_of(2)
    with transaction.atomic():
        take_places(capacity=capacity)
        transaction.set_rollback(True)
    assert taken(capacity) == 0


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
class TestAtTheSameMoment:
    def test_one_of_sixty_gets_the_last_place(self):
        capacity = capacity_of(10, taken=9)
        assert sum(race(MANY, f"{RIVALS}:take", capacity.pk)) == 1
        assert taken(capacity) == 10

    @pytest.mark.long
    def test_groups_fill_a_shift_to_its_last_place_and_no_further(self):
        capacity = capacity_of(20)
        assert sum(race(MANY, f"{RIVALS}:take", capacity.pk, 3)) == 6
        assert taken(capacity) == 18

    @pytest.mark.long
    def test_every_place_that_is_given_back_is_counted_once(self):
        capacity = capacity_of(MANY, taken=MANY)
        race(MANY, f"{RIVALS}:give_back", capacity.pk)
        assert taken(capacity) == 0

    def test_whoever_counts_first_oversells(self):
        """The control: these processes really meet."""
        capacity = capacity_of(None, taken=9)
        assert sum(race(MANY, f"{RIVALS}:count_first", capacity.pk, 10)) > 1
        assert taken(capacity) > 10


def test_rivals_say_whether_there_was_room(clock):
    capacity = capacity_of(1)
    assert [take(capacity.pk), take(capacity.pk)] == [True, False]
