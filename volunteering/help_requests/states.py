"""The life of a help request and of the offers to it: their states, who may move them, and where to. Pure.

    unconfirmed → waiting → open ⇄ matched → done
                     │        │       │
                     ├────────┴───────┴→ withdrawn
                     ├────────┬→ refused · expired

Between the two sides stands the site: nobody but the agents of the city reads a request before one of them has said
in neutral words what is needed, and nobody reads an address before an offer was accepted.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class State(models.TextChoices):
    """In the words of whoever asks."""

    UNCONFIRMED = "unconfirmed", _("Waiting for your confirmation")
    WAITING = "waiting", _("Being read by the city")
    OPEN = "open", _("Shown to volunteers")
    MATCHED = "matched", _("Somebody comes")
    DONE = "done", pgettext_lazy("a help request", "Done")
    REFUSED = "refused", _("Not possible here")
    WITHDRAWN = "withdrawn", pgettext_lazy("a help request", "Withdrawn")
    EXPIRED = "expired", pgettext_lazy("a help request", "Nobody was found in time")


class OfferState(models.TextChoices):
    """In the words of whoever offers."""

    OFFERED = "offered", _("Waiting for an answer")
    ACCEPTED = "accepted", pgettext_lazy("an offer of help", "Accepted: you are expected")
    DECLINED = "declined", pgettext_lazy("an offer of help", "Not this time")
    PASSED = "passed", _("Somebody else comes, or the request is over")
    TAKEN_BACK = "taken_back", _("You took it back")
    DONE = "done", pgettext_lazy("an offer of help", "Done, thank you")


class Actor(StrEnum):
    """Who acts: the two sides, an agent of the city for one of them, or the passing of time."""

    ASKER = "asker"
    VOLUNTEER = "volunteer"
    AGENT = "agent"
    SITE = "site"


class Verb(StrEnum):
    """`CORRECT`: another wording, or sensitive after all. `REOPEN`: whoever was to come does not."""

    CONFIRM = "confirm"
    APPROVE = "approve"
    CORRECT = "correct"
    REFUSE = "refuse"
    MATCH = "match"
    REOPEN = "reopen"
    FINISH = "finish"
    WITHDRAW = "withdraw"
    EXTEND = "extend"
    EXPIRE = "expire"


class OfferVerb(StrEnum):
    ACCEPT = "accept"
    DECLINE = "decline"
    TAKE_BACK = "take_back"
    RELEASE = "release"
    SET_ASIDE = "set_aside"
    FINISH = "finish"


# Something may still come of it.
ALIVE = frozenset({State.UNCONFIRMED, State.WAITING, State.OPEN, State.MATCHED})
# Its term is running: a notice comes five days before the end.
RUNNING = frozenset({State.WAITING, State.OPEN, State.MATCHED})
CLOSED = frozenset(State) - ALIVE
# Somebody who offered, and still may come.
STANDING = frozenset({OfferState.OFFERED, OfferState.ACCEPTED})
# At most one of a request.
CHOSEN = frozenset({OfferState.ACCEPTED, OfferState.DONE})
# Whoever was told no, or said no themselves, may think again; not who was declined by name.
MAY_OFFER_AGAIN = frozenset({OfferState.PASSED, OfferState.TAKEN_BACK})


class NotPossible(Exception):
    """This cannot be done (any more) where the request stands, or not by this side."""


@dataclass(frozen=True)
class Move:
    """`to`: None leaves the state as it is."""

    since: frozenset[str]
    by: frozenset[Actor]
    to: str | None


def _move(since: set, by: set[Actor], to: str | None) -> Move:
    return Move(frozenset(since), frozenset(by), to)


ASKER, AGENT, SITE = {Actor.ASKER, Actor.AGENT}, {Actor.AGENT}, {Actor.SITE}
VOLUNTEER = {Actor.VOLUNTEER, Actor.AGENT}

MOVES: dict[Verb, Move] = {
    Verb.CONFIRM: _move({State.UNCONFIRMED}, {Actor.ASKER}, State.WAITING),
    Verb.APPROVE: _move({State.WAITING}, AGENT, State.OPEN),
    Verb.CORRECT: _move({State.OPEN}, AGENT, None),
    Verb.REFUSE: _move({State.WAITING, State.OPEN}, AGENT, State.REFUSED),
    Verb.MATCH: _move({State.OPEN}, ASKER, State.MATCHED),
    Verb.REOPEN: _move({State.MATCHED}, ASKER | VOLUNTEER, State.OPEN),
    # Time closes what nobody closed: an address is not shown for ever.
    Verb.FINISH: _move({State.MATCHED}, ASKER | SITE, State.DONE),
    Verb.WITHDRAW: _move(set(ALIVE), ASKER, State.WITHDRAWN),
    Verb.EXTEND: _move(set(RUNNING), ASKER, None),
    Verb.EXPIRE: _move({State.WAITING, State.OPEN}, SITE, State.EXPIRED),
}

OFFER_MOVES: dict[OfferVerb, Move] = {
    OfferVerb.ACCEPT: _move({OfferState.OFFERED}, ASKER, OfferState.ACCEPTED),
    OfferVerb.DECLINE: _move({OfferState.OFFERED}, ASKER, OfferState.DECLINED),
    OfferVerb.TAKE_BACK: _move(set(STANDING), VOLUNTEER, OfferState.TAKEN_BACK),
    OfferVerb.RELEASE: _move({OfferState.ACCEPTED}, ASKER, OfferState.PASSED),
    OfferVerb.SET_ASIDE: _move(set(STANDING), ASKER | SITE, OfferState.PASSED),
    OfferVerb.FINISH: _move({OfferState.ACCEPTED}, ASKER | SITE, OfferState.DONE),
}


def may(verb: Verb | OfferVerb, state: str, by: Actor) -> bool:
    moves: Mapping[Verb | OfferVerb, Move] = {**OFFER_MOVES} if isinstance(verb, OfferVerb) else {**MOVES}
    return state in moves[verb].since and by in moves[verb].by


def check(verb: Verb | OfferVerb, state: str, by: Actor) -> None:
    """Raises `NotPossible`."""
    if not may(verb, state, by):
        raise NotPossible(f"{by} cannot {verb} what is {state}")


class RefuseReason(models.TextChoices):
    """Said kindly: whoever asked was right to ask."""

    CARE = "care", _("It needs somebody whose profession it is")
    TRADE = "trade", _("It needs a tradesperson")
    TOO_MUCH = "too_much", _("It is more than a neighbour can promise")
    AREA = "area", _("It is outside our city")
    UNREACHED = "unreached", _("We could not reach you to talk about it")
    OTHER = "other", _("Another reason")
