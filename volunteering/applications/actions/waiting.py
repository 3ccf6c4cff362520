"""The waiting list: a place that comes free is kept for the first in it, for a while, then for the next."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from volunteering.applications.actions.moving import move
from volunteering.applications.models import Application
from volunteering.applications.states import Actor, NotPossible, State, Verb
from volunteering.conf import conf
from volunteering.missions.capacity import NoPlaceLeft
from volunteering.missions.models import Capacity

# An offer that leaves less time than this to answer is no offer.
SHORTEST = timedelta(hours=1)
BATCH = 200


def offer_free_places(capacity: Capacity) -> int:
    """Keep what is free for those who wait, in their order; a group waits on while it does not fit.

    Within the transaction that freed the places. Returns how many were offered something.
    """
    until = _offer_until(capacity, timezone.now())
    offered = 0
    if until is None or capacity.cancelled_at is not None or capacity.mission.is_suspended:
        return offered
    for application in Application.objects.filter(capacity=capacity).queue():
        capacity.refresh_from_db(fields=["taken", "places"])
        if capacity.left == 0:
            break
        try:
            with transaction.atomic():
                move(application, Verb.RESERVE, by=Actor.SITE, until=until)
            offered += 1
        except (NoPlaceLeft, NotPossible):
            continue
    return offered


def _offer_until(capacity: Capacity, now: datetime) -> datetime | None:
    """None when it is too late for an answer."""
    until = now + timedelta(hours=conf.OFFER_HOURS)
    if capacity.start is not None:
        until = min(until, capacity.start - SHORTEST)
    return until if until >= now + SHORTEST else None


def fill_freed_places(*, capacity: Capacity) -> int:
    """After the number of places was raised."""
    with transaction.atomic():
        locked = Capacity.objects.select_for_update().get(pk=capacity.pk)
        return offer_free_places(locked)


def expire_overdue() -> int:
    """Offers and invitations nobody answered in time. Returns how many ended; `refresh_missions` runs it."""
    now, ended = timezone.now(), 0
    due = Application.objects.filter(until__lte=now, state__in=[State.OFFERED, State.INVITED])
    for application in due.order_by("until")[:BATCH]:
        try:
            with transaction.atomic():
                capacity = move(application, Verb.EXPIRE, by=Actor.SITE, until=None).capacity
                offer_free_places(capacity)
            ended += 1
        except NotPossible:
            # They answered in this very moment.
            continue
    return ended
