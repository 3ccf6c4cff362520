"""The life of a submission: its states, who may move it, and where to. Pure.

    draft → unconfirmed → waiting ⇄ changes asked for
                             │ ↘ refused
                             ▼
                          approved            (withdrawn by its author from anywhere but approved)

A decision can be taken back for ten minutes: the submission waits again, and its author has not been told yet.
"""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from django.db import models
from django.utils.translation import gettext_lazy as _

# A decision is told to its author after this time, and can be undone until then.
UNDO_FOR = timedelta(minutes=10)


class State(models.TextChoices):
    """In the words of its author."""

    DRAFT = "draft", _("You are still writing it")
    UNCONFIRMED = "unconfirmed", _("Waits for your confirmation")
    WAITING = "waiting", _("Being read by the city")
    CHANGES = "changes", _("The city asks you for a change")
    APPROVED = "approved", _("Published")
    REFUSED = "refused", _("Not published")
    WITHDRAWN = "withdrawn", _("Withdrawn")


class Verb(StrEnum):
    SEND = "send"
    CONFIRM = "confirm"
    WITHDRAW = "withdraw"
    APPROVE = "approve"
    ASK = "ask"
    REFUSE = "refuse"
    UNDO = "undo"


# What its author can still change.
EDITABLE = frozenset({State.DRAFT, State.UNCONFIRMED, State.WAITING, State.CHANGES})
# The office has seen it, or will.
SENT = frozenset({State.WAITING, State.CHANGES, State.APPROVED, State.REFUSED})
DECIDED = frozenset({State.CHANGES, State.APPROVED, State.REFUSED})
OPEN = frozenset({State.WAITING, State.CHANGES})
# Nothing more comes of it.
CLOSED = frozenset({State.APPROVED, State.REFUSED, State.WITHDRAWN})


class NotPossible(Exception):
    """This cannot be done (any more) where the submission stands."""


@dataclass(frozen=True)
class Move:
    since: frozenset[State]
    to: State


MOVES: dict[Verb, Move] = {
    Verb.SEND: Move(frozenset({State.DRAFT, State.WAITING, State.CHANGES}), State.WAITING),
    Verb.CONFIRM: Move(frozenset({State.UNCONFIRMED}), State.WAITING),
    Verb.WITHDRAW: Move(EDITABLE, State.WITHDRAWN),
    Verb.APPROVE: Move(frozenset({State.WAITING}), State.APPROVED),
    Verb.ASK: Move(frozenset({State.WAITING}), State.CHANGES),
    Verb.REFUSE: Move(OPEN, State.REFUSED),
    Verb.UNDO: Move(DECIDED, State.WAITING),
}


def may(verb: Verb, state: str) -> bool:
    return state in MOVES[verb].since


def check(verb: Verb, state: str) -> None:
    """Raises `NotPossible`."""
    if not may(verb, state):
        raise NotPossible(f"Cannot {verb} what is {state}")
