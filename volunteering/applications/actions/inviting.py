"""An association asks somebody who lets themselves be found."""

from datetime import datetime, timedelta

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone

from volunteering.applications.actions.moving import remember
from volunteering.applications.finding import findable
from volunteering.applications.history import INVITE
from volunteering.applications.limits import INVITATIONS
from volunteering.applications.models import ASSOCIATION, VOLUNTEER, Application
from volunteering.applications.states import Actor, State
from volunteering.missions.models import Capacity
from volunteering.relay.actions import start, write
from volunteering.volunteers.models import Volunteer

HOLDS_FOR = timedelta(days=15)


class CannotBeInvited(Exception):
    """Not to this, or not any more: somebody else was quicker, they changed their mind, or it is too late."""


class TooManyInvitations(Exception):
    """That was a lot of invitations for one association and one day."""


@transaction.atomic
def invite(*, volunteer: Volunteer, capacity: Capacity, text: str = "", user: AbstractBaseUser) -> Application:
    """No place is kept for them. Raises `CannotBeInvited`, `TooManyInvitations`."""
    # Two who ask the same person at once ask one after the other, and the second one sees the first.
    Volunteer.objects.select_for_update().filter(pk=volunteer.pk).first()
    until = holds_until(capacity)
    if until is None or not findable(capacity).filter(pk=volunteer.pk).exists():
        raise CannotBeInvited
    if not INVITATIONS.take(str(capacity.mission.organiser_id)):
        raise TooManyInvitations
    application = Application.objects.create(
        volunteer=volunteer,
        capacity=capacity,
        state=State.INVITED,
        invited_at=timezone.now(),
        until=until,
        conversation=start(roles=(VOLUNTEER, ASSOCIATION)),
    )
    if text:
        write(conversation=application.conversation, role=ASSOCIATION, text=text)
    remember(application, INVITE, by=Actor.ASSOCIATION, user=user, before=None)
    return application


def holds_until(capacity: Capacity) -> datetime | None:
    """None when nobody can be invited to it: it is cancelled, full, or has begun."""
    until = timezone.now() + HOLDS_FOR
    if capacity.cancelled_at is not None or capacity.left == 0:
        return None
    if capacity.start is None:
        return until
    return min(until, capacity.start) if capacity.start > timezone.now() else None
