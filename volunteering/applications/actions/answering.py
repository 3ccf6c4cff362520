"""What the association answers."""

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone

from volunteering.applications.actions.moving import move
from volunteering.applications.actions.waiting import offer_free_places
from volunteering.applications.models import Application
from volunteering.applications.states import Actor, DeclineReason, Verb

By = Actor


@transaction.atomic
def accept(*, application: Application, by: By, user: AbstractBaseUser | None = None) -> Application:
    """From the waiting list too, when a place is left. Raises `NotPossible`, `NoPlaceLeft`."""
    return move(application, Verb.ACCEPT, by=by, user=user, answered_at=timezone.now(), reason="", words="")


@transaction.atomic
def discuss(*, application: Application, by: By, user: AbstractBaseUser | None = None) -> Application:
    """Not decided yet: the two talk first. Raises `NotPossible`."""
    return move(application, Verb.DISCUSS, by=by, user=user, answered_at=timezone.now())


@transaction.atomic
def decline(
    *, application: Application, reason: DeclineReason, words: str = "", by: By, user: AbstractBaseUser | None = None
) -> Application:
    """The place goes to the next on the waiting list. Raises `NotPossible`."""
    values = {"reason": reason, "words": words, "answered_at": timezone.now()}
    declined = move(application, Verb.DECLINE, by=by, user=user, **values)
    offer_free_places(declined.capacity)
    return declined
