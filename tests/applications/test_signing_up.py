"""A person asks for shifts: a place, the waiting list, or a reason why not."""

from datetime import timedelta

import pytest
from django.db import IntegrityError
from django.utils import timezone

from tests.applications.invariants import places_are_right
from tests.factories import MissionFactory, VolunteerFactory, apply, shift, shift_of
from volunteering.applications.actions import cancel_shift, sign_up, withdraw
from volunteering.applications.actions.signing_up import Closed, Overlaps, TooMany, TooManyPeople
from volunteering.applications.models import Application
from volunteering.applications.states import Actor, State
from volunteering.core.outbox.models import OutgoingMail

pytestmark = [pytest.mark.databases, pytest.mark.django_db]


@pytest.fixture(autouse=True)
def _clock(clock):
    """Time stands still."""


def refusal(capacity, volunteer=None, **answers):
    [outcome] = sign_up(volunteer=volunteer or VolunteerFactory(), capacities=[capacity], **answers)
    assert outcome.application is None
    return type(outcome.refusal)


def test_a_place_is_kept_while_the_association_answers():
    capacity = shift_of(places=2)
    assert apply(capacity).state == State.REQUESTED
    assert capacity.left == 1


def test_everyone_is_accepted_at_once_where_the_mission_says_so():
    assert apply(shift_of(automatic=True)).state == State.ACCEPTED


def test_whoever_comes_when_it_is_full_waits_in_order():
    capacity = shift_of(places=1)
    apply(capacity)
    late, later = apply(capacity), apply(capacity)
    assert (late.state, later.state) == (State.WAITING, State.WAITING)
    assert list(Application.objects.queue()) == [late, later]
    assert capacity.waiting == 2
    assert places_are_right()


def test_a_group_takes_all_its_places_or_waits():
    capacity = shift_of(places=3, group_size=5)
    apply(capacity, people=2)
    assert apply(capacity, people=2).state == State.WAITING
    assert apply(capacity, people=1).state == State.REQUESTED
    assert places_are_right()


@pytest.mark.parametrize("people", [0, -1, 4])
def test_a_group_is_no_larger_than_the_mission_allows(people):
    assert refusal(shift_of(group_size=3), people=people) is TooManyPeople


def test_signing_up_twice_is_signing_up_once():
    capacity, volunteer = shift_of(), VolunteerFactory()
    first = apply(capacity, volunteer)
    mails = OutgoingMail.objects.count()
    [again] = sign_up(volunteer=volunteer, capacities=[capacity])
    assert (again.application, again.is_new) == (first, False)
    assert (capacity.taken, OutgoingMail.objects.count()) == (1, mails)


def test_whoever_withdrew_may_come_back():
    capacity, volunteer = shift_of(), VolunteerFactory()
    withdraw(application=apply(capacity, volunteer))
    assert apply(capacity, volunteer).state == State.REQUESTED
    assert Application.objects.count() == 2
    assert places_are_right()


def test_nobody_is_at_two_places_at_once():
    volunteer = VolunteerFactory()
    apply(shift_of(), volunteer)
    assert refusal(shift_of(), volunteer) is Overlaps


def test_whoever_only_waits_elsewhere_is_free():
    volunteer, full = VolunteerFactory(), shift_of(places=0)
    apply(full, volunteer)
    assert apply(shift_of(), volunteer).state == State.REQUESTED


def test_shifts_that_touch_do_not_overlap_but_somebody_says_that_it_is_tight():
    volunteer = VolunteerFactory()
    first = apply(shift_of(days=7), volunteer)
    [outcome] = sign_up(volunteer=volunteer, capacities=[shift_of(days=7 + 3 / 24)])
    assert outcome.neighbour == first
    [outcome] = sign_up(volunteer=volunteer, capacities=[shift_of(days=7 + 6.5 / 24)])
    assert outcome.neighbour is None


def test_of_several_dates_those_that_can_be_had_are_had():
    mission = MissionFactory(children={"shifts": [shift(days=7), shift(days=7.05), shift(days=9)]})
    outcomes = sign_up(volunteer=VolunteerFactory(), capacities=mission.capacities.all())
    assert [bool(outcome.application) for outcome in outcomes] == [True, False, True]
    assert places_are_right()


@pytest.mark.parametrize("fields", [{"signup_open": False}, {"days": -7}])
def test_nobody_signs_up_where_sign_up_is_closed(fields):
    assert refusal(shift_of(**fields)) is Closed


def test_nobody_signs_up_for_a_cancelled_shift():
    capacity = shift_of()
    cancel_shift(capacity=capacity, reason="It rains.", by=Actor.ASSOCIATION)
    capacity.refresh_from_db()
    assert refusal(capacity) is Closed


def test_a_mission_without_shifts_has_its_own_places():
    capacity = MissionFactory(places=1).capacities.get()
    assert [apply(capacity).state, apply(capacity).state] == [State.REQUESTED, State.WAITING]


def test_nobody_books_a_whole_festival():
    volunteer = VolunteerFactory()
    for number in range(20):
        apply(shift_of(days=number + 1), volunteer)
    assert refusal(shift_of(days=30), volunteer) is TooMany


def test_a_word_for_the_association_begins_the_conversation():
    application = apply(shift_of(), message="Bonjour, je sais cuisiner.")
    said, told = application.conversation.messages.all()
    assert (said.author.role, said.text) == ("volunteer", "Bonjour, je sais cuisiner.")
    assert (told.author, told.event) == (None, "requested")


def test_two_applications_of_one_person_to_one_shift_cannot_exist():
    """The database keeps it, not the code in front of it."""
    application = apply(shift_of())
    with pytest.raises(IntegrityError):
        Application.objects.create(
            volunteer=application.volunteer,
            capacity=application.capacity,
            conversation=apply(shift_of()).conversation,
            state=State.ACCEPTED,
        )


def test_a_promise_is_dated():
    application = apply(shift_of())
    assert application.asked_at == timezone.now()
    assert timezone.now() - application.changed_at < timedelta(seconds=1)
