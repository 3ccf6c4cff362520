"""An application goes at the end of its term, with whom it was about; or the person goes earlier, at their wish."""

from django.db import transaction
from django.utils import timezone

from volunteering.applications.actions.moving import follow_places, lock
from volunteering.applications.actions.waiting import offer_free_places
from volunteering.applications.models import VOLUNTEER, Application
from volunteering.applications.notifications import tell_place_is_free
from volunteering.applications.states import ACTIVE, HOLDING, State
from volunteering.missions.models import Capacity
from volunteering.relay import actions as relay
from volunteering.volunteers.models import Volunteer


@transaction.atomic
def forget(*, application: Application) -> None:
    """With its conversation, for both sides. The place goes to the next on the waiting list, and the organiser learns
    that it is free, not whose it was.
    """
    locked = lock(application)
    state, capacity, conversation = State(locked.state), locked.capacity, locked.conversation
    follow_places(locked, state, State.WITHDRAWN)
    which = str(locked.pk)
    locked.delete()
    conversation.delete()
    _pass_on(capacity, state, which=which)


@transaction.atomic
def part_with(*, application: Application) -> None:
    """The person goes. What the two sides wrote stays readable for the organiser until its term, as of somebody who
    has left, without a name; where nobody wrote anything, nothing stays.
    """
    locked = lock(application)
    if locked.volunteer is None:
        return
    if not locked.conversation.messages.exclude(author=None).exists():
        forget(application=locked)
        return
    state = State(locked.state)
    relay.leave(conversation=locked.conversation, role=VOLUNTEER, words=_telling(locked.volunteer))
    if state in ACTIVE:
        follow_places(locked, state, State.WITHDRAWN)
        locked.state, locked.changed_at, locked.until = State.WITHDRAWN, timezone.now(), None
    locked.volunteer, locked.reason, locked.words = None, "", ""
    locked.save()
    _pass_on(locked.capacity, state, which=str(locked.pk))


def _telling(volunteer: Volunteer) -> tuple[str, ...]:
    """What in a text says who they are."""
    return volunteer.full_name, volunteer.first_name, volunteer.last_name, volunteer.email, volunteer.phone


def _pass_on(capacity: Capacity, state: State, *, which: str) -> None:
    is_over = capacity.end is not None and capacity.end <= timezone.now()
    if state in ACTIVE & HOLDING and not is_over:
        offer_free_places(capacity)
        tell_place_is_free(capacity, which=which)
