"""Many people at the same moment, each in a process of their own."""

import pytest
from django.db import connection

from tests.applications.invariants import places_are_right
from tests.factories import VolunteerFactory, apply, shift_of
from tests.rig.race import race
from volunteering.applications.models import Application
from volunteering.applications.states import State
from volunteering.core.outbox.models import OutgoingMail
from volunteering.volunteers.models import Volunteer

pytestmark = [pytest.mark.databases, pytest.mark.slow, pytest.mark.django_db(transaction=True)]

RIVALS = "tests.applications.rivals"


# On SQLite writers queue for the one lock, in no order: on a busy machine forty of them wait longer than it lets them.
SOME = {"sqlite": 15}.get(connection.vendor, 60)
MANY = {"sqlite": 40}.get(connection.vendor, 60)


@pytest.mark.parametrize("number", [SOME, pytest.param(MANY, marks=pytest.mark.long)], ids=["some", "many"])
def test_one_of_many_gets_the_last_place_and_the_others_wait(number):
    capacity = shift_of(places=1)
    assert sum(race(number, f"{RIVALS}:join", capacity.pk)) == 1
    assert Application.objects.filter(state=State.WAITING).count() == number - 1
    assert places_are_right()


def test_a_button_pressed_twenty_times_at_once_signs_up_once():
    capacity, volunteer = shift_of(places=30), VolunteerFactory()
    race(20, f"{RIVALS}:join", capacity.pk, str(volunteer.pk))
    assert Application.objects.count() == 1
    assert OutgoingMail.objects.count() == 1
    assert places_are_right()


@pytest.mark.long
def test_coming_and_going_never_blocks_and_counts_right():
    capacity = shift_of(places=3)
    assert sum(race(40, f"{RIVALS}:come_and_go", capacity.pk)) == 40
    assert places_are_right()


@pytest.mark.long
def test_withdrawing_twenty_times_at_once_frees_one_place():
    capacity = shift_of(places=3)
    application = apply(capacity)
    assert sum(race(20, f"{RIVALS}:leave", str(application.pk))) == 1
    assert places_are_right()


@pytest.mark.long
def test_an_address_proven_twenty_times_at_once_is_one_volunteer():
    assert len(set(race(20, f"{RIVALS}:prove", "jeanne@people.example"))) == 1
    assert Volunteer.objects.count() == 1
