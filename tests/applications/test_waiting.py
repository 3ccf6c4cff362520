"""A place that comes free is offered to the first who waits, for a while, then to the next."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from tests.applications.invariants import places_are_right
from tests.factories import apply, shift_of
from volunteering.applications.actions import decline, expire_overdue, take, withdraw
from volunteering.applications.models import Application
from volunteering.applications.states import Actor, DeclineReason, State

pytestmark = [pytest.mark.databases, pytest.mark.django_db]


@pytest.fixture(autouse=True)
def _clock(clock):
    """Time stands still."""


def queue_of(number, capacity):
    """Somebody has the one place, so many wait."""
    return apply(capacity), *(apply(capacity) for _ in range(number))


def states(*applications):
    return [Application.objects.get(pk=each.pk).state for each in applications]


def test_a_freed_place_is_offered_to_the_first_who_waits():
    holder, first, second = queue_of(2, shift_of(places=1))
    withdraw(application=holder)
    assert states(first, second) == [State.OFFERED, State.WAITING]
    first.refresh_from_db()
    assert first.until == timezone.now() + timedelta(hours=48)
    assert places_are_right()


def test_nobody_else_gets_the_place_while_it_is_offered():
    capacity = shift_of(places=1)
    holder, _first = queue_of(1, capacity)
    withdraw(application=holder)
    assert apply(capacity).state == State.WAITING


@pytest.mark.parametrize(("automatic", "state"), [(False, State.REQUESTED), (True, State.ACCEPTED)])
def test_whoever_takes_the_offer_is_where_they_would_have_been(automatic, state):
    holder, first = queue_of(1, shift_of(places=1, automatic=automatic))
    withdraw(application=holder)
    taken = take(application=first, by=Actor.VOLUNTEER)
    assert (taken.state, taken.until) == (state, None)
    assert places_are_right()


def test_a_refused_offer_goes_to_the_next():
    holder, first, second = queue_of(2, shift_of(places=1))
    decline(application=holder, reason=DeclineReason.OTHER, by=Actor.ASSOCIATION)
    withdraw(application=first)
    assert states(first, second) == [State.WITHDRAWN, State.OFFERED]
    assert places_are_right()


def test_an_offer_nobody_answers_goes_to_the_next(clock):
    holder, first, second = queue_of(2, shift_of(places=1))
    withdraw(application=holder)
    clock.shift(timedelta(hours=47))
    assert expire_overdue() == 0
    clock.shift(timedelta(hours=1))
    call_command("refresh_applications", verbosity=0)
    assert states(first, second) == [State.EXPIRED, State.OFFERED]
    assert places_are_right()


def test_an_offer_ends_an_hour_before_the_shift_and_too_late_is_no_offer():
    holder, first = queue_of(1, shift_of(places=1, days=1))
    withdraw(application=holder)
    first.refresh_from_db()
    assert first.until == first.capacity.start - timedelta(hours=1)

    holder, first = queue_of(1, shift_of(places=1, days=1.5 / 24))
    withdraw(application=holder)
    assert states(first) == [State.WAITING]


def test_a_group_waits_on_while_the_next_one_fits():
    capacity = shift_of(places=3, group_size=3)
    apply(capacity, people=2)
    alone = apply(capacity)
    group, single = apply(capacity, people=2), apply(capacity)
    withdraw(application=alone)
    assert states(group, single) == [State.WAITING, State.OFFERED]
    assert places_are_right()


def test_the_leaving_of_a_group_makes_room_for_several():
    capacity = shift_of(places=2, group_size=2)
    group = apply(capacity, people=2)
    first, second, third = (apply(capacity) for _ in range(3))
    withdraw(application=group)
    assert states(first, second, third) == [State.OFFERED, State.OFFERED, State.WAITING]


def test_more_places_are_offered_to_those_who_wait():
    capacity = shift_of(places=1)
    _holder, first, second = queue_of(2, capacity)
    mission = capacity.mission
    [row] = mission.shifts.all()
    row.places = 2
    mission.shifts = [row]
    mission.save_revision().publish()
    assert states(first, second) == [State.OFFERED, State.WAITING]
    assert places_are_right()
