"""An application goes, and whoever it was about with it."""

from django.db import transaction
from django.utils import timezone

from volunteering.applications.actions.moving import follow_places, lock
from volunteering.applications.actions.waiting import offer_free_places
from volunteering.applications.models import Application
from volunteering.applications.notifications import tell_place_is_free
from volunteering.applications.states import ACTIVE, HOLDING, State


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
    is_over = capacity.end is not None and capacity.end <= timezone.now()
    if state in ACTIVE & HOLDING and not is_over:
        offer_free_places(capacity)
        tell_place_is_free(capacity, which=which)
