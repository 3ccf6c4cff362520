"""The association answers, the volunteer changes their mind, the date comes: each leaves its line and log entry."""

from datetime import timedelta

import pytest
from wagtail.models import ModelLogEntry

from tests.applications.invariants import places_are_right
from tests.factories import VolunteerFactory, apply, shift_of
from volunteering.applications.actions import (
    accept,
    cancel,
    cancel_shift,
    decline,
    discuss,
    mark_done,
    mark_no_show,
    withdraw,
)
from volunteering.applications.models import Application
from volunteering.applications.states import Actor, DeclineReason, NotPossible, State
from volunteering.missions.capacity import NoPlaceLeft

pytestmark = [pytest.mark.databases, pytest.mark.django_db]
BY = Actor.ASSOCIATION


@pytest.fixture(autouse=True)
def _clock(clock):
    """Time stands still."""


def test_an_accepted_volunteer_keeps_the_place():
    capacity = shift_of(places=1)
    accepted = accept(application=apply(capacity), by=BY)
    assert (accepted.state, places_are_right()) == (State.ACCEPTED, True)


def test_a_declined_volunteer_gives_the_place_back():
    capacity = shift_of(places=1)
    declined = decline(application=apply(capacity), reason=DeclineReason.CONDITIONS, words="Désolés.", by=BY)
    assert (declined.state, declined.reason, declined.words) == (State.DECLINED, "conditions", "Désolés.")
    capacity.refresh_from_db()
    assert capacity.left == 1


def test_an_association_may_accept_from_the_waiting_list_when_it_added_a_place():
    capacity = shift_of(places=1)
    apply(capacity)
    waiting = apply(capacity)
    with pytest.raises(NoPlaceLeft):
        accept(application=waiting, by=BY)
    capacity.places = 2
    capacity.save()
    assert accept(application=waiting, by=BY).state == State.ACCEPTED
    assert places_are_right()


def test_talking_first_keeps_the_place():
    application = discuss(application=apply(shift_of()), by=BY)
    assert application.holds_places
    assert accept(application=application, by=BY).state == State.ACCEPTED


def test_an_answer_cannot_be_given_twice():
    application = accept(application=apply(shift_of()), by=BY)
    with pytest.raises(NotPossible):
        decline(application=application, reason=DeclineReason.OTHER, by=BY)


def test_an_old_page_cannot_change_what_has_moved_on():
    stale = apply(shift_of())
    withdraw(application=stale)
    with pytest.raises(NotPossible):
        accept(application=stale, by=BY)
    assert places_are_right()


def test_the_association_cannot_withdraw_for_the_volunteer():
    with pytest.raises(NotPossible):
        withdraw(application=apply(shift_of()), by=BY)


def test_a_yes_can_be_taken_back_with_a_word():
    application = cancel(application=accept(application=apply(shift_of()), by=BY), words="La salle est fermée.", by=BY)
    assert (application.state, application.words) == (State.CANCELLED, "La salle est fermée.")
    assert places_are_right()


def test_cancelling_a_shift_tells_everyone_once():
    capacity = shift_of(places=1)
    apply(capacity), apply(capacity)
    assert cancel_shift(capacity=capacity, reason="Il pleut.", by=BY) == 2
    assert cancel_shift(capacity=capacity, reason="Il pleut.", by=BY) == 0
    assert set(Application.objects.values_list("state", "words")) == {(State.CANCELLED, "Il pleut.")}
    assert places_are_right()


def test_nobody_is_offered_the_place_of_a_cancelled_shift():
    capacity = shift_of(places=1)
    apply(capacity)
    waiting = apply(capacity)
    cancel_shift(capacity=capacity, reason="Il pleut.", by=BY)
    waiting.refresh_from_db()
    assert waiting.state == State.CANCELLED


def test_hours_are_those_of_the_shift_unless_somebody_says_otherwise(clock):
    first, second = (accept(application=apply(shift_of(days=1)), by=BY) for _ in range(2))
    clock.shift(timedelta(days=2))
    assert mark_done(application=first, by=BY).worked == timedelta(hours=3)
    assert mark_done(application=second, worked=timedelta(hours=1), by=BY).worked == timedelta(hours=1)


def test_who_did_not_come_can_be_corrected(clock):
    application = accept(application=apply(shift_of(days=1)), by=BY)
    clock.shift(timedelta(days=2))
    assert mark_no_show(application=application, by=BY).worked is None
    assert mark_done(application=application, by=BY).state == State.DONE
    assert places_are_right()


@pytest.mark.parametrize("verb", [mark_done, mark_no_show])
def test_nobody_has_come_before_the_date(verb):
    application = accept(application=apply(shift_of(days=1)), by=BY)
    with pytest.raises(NotPossible):
        verb(application=application, by=BY)


def test_nobody_withdraws_from_what_is_over(clock):
    application = accept(application=apply(shift_of(days=1)), by=BY)
    clock.shift(timedelta(days=2))
    with pytest.raises(NotPossible):
        withdraw(application=application)


def test_every_change_leaves_its_line_and_its_log_entry_without_a_name():
    volunteer = VolunteerFactory(first_name="Kanari", last_name="Kanari", email="kanari@people.example")
    application = accept(application=apply(shift_of(), volunteer), by=BY)
    withdraw(application=application)
    assert [line.event for line in application.conversation.messages.all()] == ["requested", "accepted", "withdrawn"]
    entries = ModelLogEntry.objects.filter(object_id=str(application.pk)).order_by("pk")
    actions = [entry.action.rpartition(".")[2] for entry in entries]
    assert actions == ["sign_up", "accept", "withdraw"]
    assert not any("anari" in f"{entry.label}{entry.data}" for entry in entries)
