"""How an application ends: somebody withdraws, the date is cancelled, or the work is done."""

from datetime import timedelta

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone

from volunteering.applications.actions.moving import move
from volunteering.applications.actions.waiting import offer_free_places
from volunteering.applications.models import Application
from volunteering.applications.states import ACTIVE, Actor, NotPossible, Verb
from volunteering.core.freshness import touch
from volunteering.missions.models import Capacity, MissionPage
from volunteering.signals import mission_changed


@transaction.atomic
def withdraw(
    *,
    application: Application,
    reason: str = "",
    words: str = "",
    by: Actor = Actor.VOLUNTEER,
    user: AbstractBaseUser | None = None,
) -> Application:
    """The place goes to the next on the waiting list. Raises `NotPossible`, after the date too."""
    if _is_over(application):
        raise NotPossible("it is over")
    gone = move(application, Verb.WITHDRAW, by=by, user=user, reason=reason, words=words)
    offer_free_places(gone.capacity)
    return gone


@transaction.atomic
def cancel(
    *, application: Application, words: str = "", by: Actor, user: AbstractBaseUser | None = None
) -> Application:
    """The association takes back its yes. Raises `NotPossible`."""
    cancelled = move(application, Verb.CANCEL, by=by, user=user, words=words)
    offer_free_places(cancelled.capacity)
    return cancelled


@transaction.atomic
def cancel_shift(*, capacity: Capacity, reason: str, by: Actor, user: AbstractBaseUser | None = None) -> int:
    """Cancelling is not deleting: the date stays, with its reason, and everyone who signed up is told.

    Returns how many were. A second time changes nothing.
    """
    locked = Capacity.objects.select_for_update(of=("self",)).select_related("mission").get(pk=capacity.pk)
    if locked.cancelled_at is not None:
        return 0
    locked.cancelled_at, locked.cancel_reason = timezone.now(), reason
    locked.save(update_fields=["cancelled_at", "cancel_reason"])
    told = 0
    for application in Application.objects.filter(capacity=locked, state__in=ACTIVE):
        move(application, Verb.CANCEL, by=by, user=user, words=reason)
        told += 1
    mission_changed.send(sender=MissionPage, mission=locked.mission)
    touch()
    return told


@transaction.atomic
def mark_done(
    *, application: Application, worked: timedelta | None = None, by: Actor, user: AbstractBaseUser | None = None
) -> Application:
    """They came. `worked` defaults to the length of the shift. Raises `NotPossible`, before the date too."""
    _check_begun(application)
    return move(application, Verb.DONE, by=by, user=user, worked=worked or _length(application.capacity))


def declare(*, application: Application) -> bool:
    """The volunteer says that they came; the association has the last word. Whether there was anything to write."""
    if not application.may_declare:
        return False
    rows = Application.objects.filter(pk=application.pk, state=application.state, declared_at=None)
    return bool(rows.update(declared_at=timezone.now()))


@transaction.atomic
def mark_no_show(*, application: Application, by: Actor, user: AbstractBaseUser | None = None) -> Application:
    """Raises `NotPossible`, before the date too."""
    _check_begun(application)
    return move(application, Verb.NO_SHOW, by=by, user=user, worked=None)


def _length(capacity: Capacity) -> timedelta | None:
    return capacity.end - capacity.start if capacity.start and capacity.end else None


def _is_over(application: Application) -> bool:
    end = application.capacity.end
    return end is not None and end <= timezone.now()


def _check_begun(application: Application) -> None:
    start = application.capacity.start
    if start is not None and start > timezone.now():
        raise NotPossible("it has not begun")
