"""The one way an application changes: checked, locked, written, told and logged together."""

from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.utils import timezone
from wagtail.log_actions import log

from volunteering.applications.history import action_of
from volunteering.applications.models import Application
from volunteering.applications.notifications import notify
from volunteering.applications.states import HOLDING, MOVES, Actor, NotPossible, State, Verb, check
from volunteering.missions.capacity import give_back_places, join_queue, take_places
from volunteering.missions.models import Acceptance, Capacity
from volunteering.relay.actions import tell


def lock(application: Application) -> Application:
    """As it stands now; it stays so until this transaction ends."""
    capacity = (
        Capacity.objects.select_for_update(of=("self",)).select_related("mission").get(pk=application.capacity_id)
    )
    rows = Application.objects.select_for_update(of=("self",)).select_related("volunteer", "conversation")
    locked = rows.get(pk=application.pk)
    locked.capacity = capacity
    return locked


def move(
    application: Application, verb: Verb, *, by: Actor, user: AbstractBaseUser | None = None, **values: Any
) -> Application:
    """Within a transaction. Places follow the state. Raises `NotPossible`, `NoPlaceLeft`."""
    application = lock(application)
    check(verb, application.state, by)
    if application.volunteer is None:
        raise NotPossible("nobody is left")
    before, after = State(application.state), MOVES[verb].to or _promised(application)
    follow_places(application, before, after)
    application.state, application.changed_at = after, timezone.now()
    if before in {State.OFFERED, State.INVITED}:
        application.until = None
    for name, value in values.items():
        setattr(application, name, value)
    application.save()
    remember(application, verb, by=by, user=user, before=before)
    return application


def _promised(application: Application) -> State:
    """Whoever was invited needs no second yes."""
    return State.ACCEPTED if application.state == State.INVITED else first_state(application.capacity)


def first_state(capacity: Capacity) -> State:
    """Of whoever gets a place."""
    return State.ACCEPTED if capacity.mission.acceptance == Acceptance.AUTOMATIC else State.REQUESTED


def follow_places(application: Application, before: State | None, after: State) -> None:
    held, holds = before in HOLDING, after in HOLDING
    if holds and not held:
        take_places(capacity=application.capacity, number=application.people)
    elif held and not holds:
        give_back_places(capacity=application.capacity, number=application.people)
    if State.WAITING in {before, after}:
        joined = application.people if after == State.WAITING else -application.people
        join_queue(capacity=application.capacity, number=joined)


def remember(
    application: Application, verb: str, *, by: Actor, user: AbstractBaseUser | None, before: State | None
) -> None:
    """The line in the conversation, the entry in the log, the mails."""
    line = tell(conversation=application.conversation, event=application.state, text=application.words)
    data = {"by": str(by), "before": str(before or ""), "after": str(application.state)}
    log(instance=application, action=action_of(verb), user=user, data=data)
    notify(application, before=before, by=by, line=line)
