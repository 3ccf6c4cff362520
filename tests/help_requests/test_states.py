"""The machine: what each side may do where, and everything else is refused."""

from itertools import product

import pytest

from volunteering.help_requests.states import (
    CHOSEN,
    CLOSED,
    MOVES,
    OFFER_MOVES,
    Actor,
    NotPossible,
    OfferState,
    OfferVerb,
    State,
    Verb,
    check,
    may,
)

ASKER = {Actor.ASKER, Actor.AGENT}
AGENT, SITE = {Actor.AGENT}, {Actor.SITE}
VOLUNTEER = {Actor.VOLUNTEER, Actor.AGENT}

# verb: (from, by). Written out once more on purpose: a change of the machine is a change of this table.
ALLOWED = {
    Verb.CONFIRM: ({State.UNCONFIRMED}, {Actor.ASKER}),
    Verb.APPROVE: ({State.WAITING}, AGENT),
    Verb.CORRECT: ({State.OPEN}, AGENT),
    Verb.REFUSE: ({State.WAITING, State.OPEN}, AGENT),
    Verb.MATCH: ({State.OPEN}, ASKER),
    Verb.REOPEN: ({State.MATCHED}, ASKER | VOLUNTEER),
    Verb.FINISH: ({State.MATCHED}, ASKER | SITE),
    Verb.WITHDRAW: ({State.UNCONFIRMED, State.WAITING, State.OPEN, State.MATCHED}, ASKER),
    Verb.EXTEND: ({State.WAITING, State.OPEN, State.MATCHED}, ASKER),
    Verb.EXPIRE: ({State.WAITING, State.OPEN}, SITE),
}
OFFERS_ALLOWED = {
    OfferVerb.ACCEPT: ({OfferState.OFFERED}, ASKER),
    OfferVerb.DECLINE: ({OfferState.OFFERED}, ASKER),
    OfferVerb.TAKE_BACK: ({OfferState.OFFERED, OfferState.ACCEPTED}, VOLUNTEER),
    OfferVerb.RELEASE: ({OfferState.ACCEPTED}, ASKER),
    OfferVerb.SET_ASIDE: ({OfferState.OFFERED, OfferState.ACCEPTED}, ASKER | SITE),
    OfferVerb.FINISH: ({OfferState.ACCEPTED}, ASKER | SITE),
}


@pytest.mark.parametrize(("verb", "state", "by"), list(product(Verb, State, Actor)))
def test_every_move_of_a_request_is_allowed_or_refused_as_the_table_says(verb, state, by):
    states, actors = ALLOWED[verb]
    assert may(verb, state, by) == (state in states and by in actors)


@pytest.mark.parametrize(("verb", "state", "by"), list(product(OfferVerb, OfferState, Actor)))
def test_every_move_of_an_offer_is_allowed_or_refused_as_the_table_says(verb, state, by):
    states, actors = OFFERS_ALLOWED[verb]
    assert may(verb, state, by) == (state in states and by in actors)


def test_a_refused_move_says_so():
    with pytest.raises(NotPossible):
        check(Verb.APPROVE, State.OPEN, Actor.ASKER)


def test_every_verb_is_in_the_tables():
    assert set(ALLOWED) == set(MOVES) == set(Verb)
    assert set(OFFERS_ALLOWED) == set(OFFER_MOVES) == set(OfferVerb)


def test_what_nobody_can_move_any_more_is_closed():
    movable = {state for verb, state, by in product(Verb, State, Actor) if may(verb, state, by)}
    assert set(State) - movable == set(CLOSED)


def test_a_volunteer_decides_nothing_about_a_request_but_not_to_come():
    can = {verb for verb, state in product(Verb, State) if may(verb, state, Actor.VOLUNTEER)}
    assert can == {Verb.REOPEN}
    assert {OfferState.ACCEPTED, OfferState.DONE} == CHOSEN
