"""The life of an application: its states, who may move it, and where to. Pure.

    invited ──────────────┐ (without a place left: waiting)
                          ▼
    (sign-up) → requested → in discussion → accepted → done
        │          ▲                            │  ↘ no-show
        ▼          │ taken                      ▼
     waiting → offered            withdrawn · cancelled

A place is held from the moment somebody asks for it until the answer is no: two people are never promised the same.
"""

from dataclasses import dataclass
from enum import StrEnum

from django.db import models
from django.utils.translation import gettext_lazy as _


class State(models.TextChoices):
    """In the words of both sides."""

    INVITED = "invited", _("Invited")
    REQUESTED = "requested", _("Waiting for an answer")
    WAITING = "waiting", _("On the waiting list")
    OFFERED = "offered", _("A place is offered")
    DISCUSSING = "discussing", _("Being talked over")
    ACCEPTED = "accepted", _("Accepted")
    DECLINED = "declined", _("Declined")
    WITHDRAWN = "withdrawn", _("Withdrawn")
    CANCELLED = "cancelled", _("Cancelled")
    EXPIRED = "expired", _("Answered too late")
    DONE = "done", _("Done")
    NO_SHOW = "no_show", _("Did not come")


class Actor(StrEnum):
    """Who acts: the two sides, an agent of the city for one of them, or the passing of time."""

    VOLUNTEER = "volunteer"
    ASSOCIATION = "association"
    AGENT = "agent"
    SITE = "site"


class Verb(StrEnum):
    """`RESERVE`: somebody on the waiting list is offered the place that came free. `QUEUE`: somebody who was invited
    comes when a place is free again.
    """

    DISCUSS = "discuss"
    ACCEPT = "accept"
    DECLINE = "decline"
    WITHDRAW = "withdraw"
    CANCEL = "cancel"
    RESERVE = "reserve"
    TAKE = "take"
    QUEUE = "queue"
    EXPIRE = "expire"
    DONE = "done"
    NO_SHOW = "no_show"


# Both sides count on these places.
HOLDING = frozenset({State.REQUESTED, State.OFFERED, State.DISCUSSING, State.ACCEPTED, State.DONE, State.NO_SHOW})
# Something may still come of it. A person has one such application to a shift.
ACTIVE = frozenset({State.INVITED, State.REQUESTED, State.WAITING, State.OFFERED, State.DISCUSSING, State.ACCEPTED})
# The association has not answered yet.
UNANSWERED = frozenset({State.REQUESTED, State.DISCUSSING})
# Whether somebody came.
SETTLED = frozenset({State.DONE, State.NO_SHOW})


class NotPossible(Exception):
    """This cannot be done (any more) where the application stands, or not by this side."""


@dataclass(frozen=True)
class Move:
    since: frozenset[State]
    by: frozenset[Actor]
    # None: it depends on the mission (automatic acceptance).
    to: State | None


def _move(since: set[State], by: set[Actor], to: State | None) -> Move:
    return Move(frozenset(since), frozenset(by), to)


ASSOCIATION, VOLUNTEER, SITE = {Actor.ASSOCIATION, Actor.AGENT}, {Actor.VOLUNTEER, Actor.AGENT}, {Actor.SITE}
OPEN = set(UNANSWERED) | {State.WAITING}

MOVES: dict[Verb, Move] = {
    Verb.DISCUSS: _move({State.REQUESTED}, ASSOCIATION, State.DISCUSSING),
    Verb.ACCEPT: _move(OPEN, ASSOCIATION, State.ACCEPTED),
    Verb.DECLINE: _move(OPEN | {State.OFFERED}, ASSOCIATION, State.DECLINED),
    Verb.WITHDRAW: _move(set(ACTIVE), VOLUNTEER, State.WITHDRAWN),
    Verb.CANCEL: _move(set(ACTIVE), ASSOCIATION | SITE, State.CANCELLED),
    Verb.RESERVE: _move({State.WAITING}, SITE, State.OFFERED),
    Verb.TAKE: _move({State.OFFERED, State.INVITED}, VOLUNTEER, None),
    Verb.QUEUE: _move({State.INVITED}, VOLUNTEER, State.WAITING),
    Verb.EXPIRE: _move({State.OFFERED, State.INVITED}, SITE, State.EXPIRED),
    Verb.DONE: _move({State.ACCEPTED, State.NO_SHOW}, ASSOCIATION, State.DONE),
    Verb.NO_SHOW: _move({State.ACCEPTED, State.DONE}, ASSOCIATION, State.NO_SHOW),
}


def may(verb: Verb, state: str, by: Actor) -> bool:
    move = MOVES[verb]
    return state in move.since and by in move.by


def check(verb: Verb, state: str, by: Actor) -> None:
    """Raises `NotPossible`."""
    if not may(verb, state, by):
        raise NotPossible(f"{by} cannot {verb} what is {state}")


class DeclineReason(models.TextChoices):
    NO_PLACE = "no_place", _("No place is left")
    CONDITIONS = "conditions", _("The conditions of this mission are not met")
    CLOSED = "closed", _("The mission does not take place or is closed")
    NO_ANSWER = "no_answer", _("We could not reach the person")
    OTHER = "other", _("Another reason")


class WithdrawReason(models.TextChoices):
    """Asked without insisting: an empty answer is an answer."""

    BUSY = "busy", _("I am not free after all")
    HEALTH = "health", _("Health")
    FAR = "far", _("It is too far")
    OTHER_MISSION = "other_mission", _("I give a hand elsewhere")
    OTHER = "other", _("Another reason")
