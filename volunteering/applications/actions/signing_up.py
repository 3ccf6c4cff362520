"""A proven person asks for shifts."""

from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from functools import partial

from django.contrib.auth.models import AbstractBaseUser
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from volunteering.applications.actions.moving import first_state, move, remember
from volunteering.applications.actions.waiting import offer_free_places
from volunteering.applications.history import SIGN_UP
from volunteering.applications.limits import SIGN_UPS
from volunteering.applications.models import ASSOCIATION, VOLUNTEER, Application
from volunteering.applications.models.application import ApplicationQuerySet
from volunteering.applications.states import Actor, State, Verb
from volunteering.missions.capacity import NoPlaceLeft, join_queue, take_places
from volunteering.missions.models import Capacity
from volunteering.missions.states import State as MissionState
from volunteering.relay.actions import start, write
from volunteering.volunteers.models import Volunteer

# With less in between, somebody is told: the way takes time too.
PAUSE = timedelta(minutes=30)
TAKES_PEOPLE = {MissionState.UPCOMING, MissionState.ONGOING, MissionState.FULL}


class Refused(Exception):
    """Why not, in words for the person."""

    sentence: Promise = _("This cannot be done.")


class Closed(Refused):
    sentence = _("Sign-up is closed for this date.")


class Overlaps(Refused):
    sentence = _("You give a hand elsewhere at this very time. Withdraw there first if you prefer to come here.")


class TooManyPeople(Refused):
    sentence = _("So many people cannot sign up at once. Call us: we find a way.")


class TooMany(Refused):
    sentence = _("That is a lot of sign-ups in one day, thank you! Come back tomorrow, or call us.")


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """What became of one shift. `is_new` is false when the person had signed up for it before; `neighbour` is what
    they do elsewhere with hardly a pause in between.
    """

    capacity: Capacity
    application: Application | None = None
    neighbour: Application | None = None
    refusal: Refused | None = None
    is_new: bool = True


@transaction.atomic
def sign_up(
    *,
    volunteer: Volunteer,
    capacities: Iterable[Capacity],
    people: int = 1,
    message: str = "",
    by: Actor = Actor.VOLUNTEER,
    user: AbstractBaseUser | None = None,
) -> list[Outcome]:
    """Each shift for itself: what can be had is had, and the rest says why not. All in the same order everywhere."""
    ordered = sorted(capacities, key=lambda capacity: capacity.pk)
    return [_sign_up(volunteer, each, people=people, message=message, by=by, user=user) for each in ordered]


def _sign_up(
    volunteer: Volunteer, capacity: Capacity, *, people: int, message: str, by: Actor, user: AbstractBaseUser | None
) -> Outcome:
    known = Application.objects.active().filter(volunteer=volunteer, capacity=capacity)
    if found := known.first():
        return _again(found, message=message, by=by, user=user)
    try:
        _check(volunteer, capacity, people)
        ask = partial(_ask, volunteer, capacity, people, message=message, by=by, user=user)
        application = _create(capacity, people, ask)
    except Refused as refusal:
        return Outcome(capacity=capacity, refusal=refusal)
    except IntegrityError:
        # The same button, pressed twice at once: the first one counts.
        return Outcome(capacity=capacity, application=known.get(), is_new=False)
    neighbour = overlapping(volunteer, capacity, gap=PAUSE).first()
    return Outcome(capacity=capacity, application=application, neighbour=neighbour)


def _again(application: Application, *, message: str, by: Actor, user: AbstractBaseUser | None) -> Outcome:
    """Whoever was invited and signs up on the mission's page means yes."""
    capacity = application.capacity
    if application.state != State.INVITED:
        return Outcome(capacity=capacity, application=application, is_new=False)
    try:
        application = take(application=application, by=by, user=user)
    except Refused as refusal:
        return Outcome(capacity=capacity, refusal=refusal)
    if message:
        write(conversation=application.conversation, role=VOLUNTEER, text=message)
    return Outcome(capacity=capacity, application=application)


@transaction.atomic
def take(*, application: Application, by: Actor, user: AbstractBaseUser | None = None) -> Application:
    """Yes to an offer or an invitation. Without a place left, who was invited joins the waiting list.

    Raises `NotPossible`, and the `Refused` that says why not.
    """
    capacity = application.capacity
    if capacity.state not in TAKES_PEOPLE or capacity.cancelled_at or capacity.mission.is_suspended:
        raise Closed
    if application.volunteer and overlapping(application.volunteer, capacity).exists():
        raise Overlaps
    try:
        with transaction.atomic():
            return move(application, Verb.TAKE, by=by, user=user)
    except NoPlaceLeft:
        return move(application, Verb.QUEUE, by=by, user=user, waiting_since=timezone.now())


def _check(volunteer: Volunteer, capacity: Capacity, people: int) -> None:
    if capacity.state not in TAKES_PEOPLE or capacity.cancelled_at or capacity.mission.is_suspended:
        raise Closed
    if not 1 <= people <= capacity.mission.group_size:
        raise TooManyPeople
    if overlapping(volunteer, capacity).exists():
        raise Overlaps
    if not SIGN_UPS.take(str(volunteer.pk)):
        raise TooMany


def _create(capacity: Capacity, people: int, ask: Callable[[State], Application]) -> Application:
    """With a place while there is one, else on the waiting list."""
    # As it is now: to write all down in vain costs more than to look once more.
    capacity.refresh_from_db(fields=["taken", "places"])
    if capacity.left != 0:
        with suppress(NoPlaceLeft), transaction.atomic():
            application = ask(first_state(capacity))
            # Last: from here until all is written, whoever wants a place of this shift waits for us.
            take_places(capacity=capacity, number=people)
            return application
    with transaction.atomic():
        application = ask(State.WAITING)
        join_queue(capacity=capacity, number=people)
        # One may have come free while we looked elsewhere.
        if offer_free_places(capacity):
            application.refresh_from_db()
    return application


def _ask(
    volunteer: Volunteer,
    capacity: Capacity,
    people: int,
    state: State,
    *,
    message: str,
    by: Actor,
    user: AbstractBaseUser | None,
) -> Application:
    """All but its places."""
    application = Application(volunteer=volunteer, capacity=capacity, people=people, state=state)
    application.waiting_since = timezone.now() if state == State.WAITING else None
    application.conversation = start(roles=(VOLUNTEER, ASSOCIATION))
    application.save(force_insert=True)
    if message:
        write(conversation=application.conversation, role=VOLUNTEER, text=message)
    remember(application, SIGN_UP, by=by, user=user, before=None)
    return application


def overlapping(volunteer: Volunteer, capacity: Capacity, *, gap: timedelta = timedelta(0)) -> ApplicationQuerySet:
    """What they do at the same time elsewhere, or with less than `gap` in between. Without shifts there is no time."""
    others = Application.objects.filter(volunteer=volunteer).exclude(capacity=capacity)
    if capacity.start is None or capacity.end is None:
        return others.none()
    return others.overlapping(capacity.start - gap, capacity.end + gap).select_related("capacity__mission")
