"""The machine: what each side may do where, and everything else is refused."""

from itertools import product

import pytest

from volunteering.applications.states import ACTIVE, HOLDING, MOVES, Actor, NotPossible, State, Verb, check, may

ORGANISER = {Actor.ASSOCIATION, Actor.AGENT}
VOLUNTEER = {Actor.VOLUNTEER, Actor.AGENT}

# verb: (from, by). Written out once more on purpose: a change of the machine is a change of this table.
ALLOWED = {
    Verb.DISCUSS: ({State.REQUESTED}, ORGANISER),
    Verb.ACCEPT: ({State.REQUESTED, State.DISCUSSING, State.WAITING}, ORGANISER),
    Verb.DECLINE: ({State.REQUESTED, State.DISCUSSING, State.WAITING, State.OFFERED}, ORGANISER),
    Verb.WITHDRAW: (
        {State.INVITED, State.REQUESTED, State.WAITING, State.OFFERED, State.DISCUSSING, State.ACCEPTED},
        VOLUNTEER,
    ),
    Verb.CANCEL: (
        {State.INVITED, State.REQUESTED, State.WAITING, State.OFFERED, State.DISCUSSING, State.ACCEPTED},
        ORGANISER | {Actor.SITE},
    ),
    Verb.RESERVE: ({State.WAITING}, {Actor.SITE}),
    Verb.TAKE: ({State.OFFERED, State.INVITED}, VOLUNTEER),
    Verb.QUEUE: ({State.INVITED}, VOLUNTEER),
    Verb.EXPIRE: ({State.OFFERED, State.INVITED}, {Actor.SITE}),
    Verb.DONE: ({State.ACCEPTED, State.NO_SHOW}, ORGANISER),
    Verb.NO_SHOW: ({State.ACCEPTED, State.DONE}, ORGANISER),
}


@pytest.mark.parametrize(("verb", "state", "by"), list(product(Verb, State, Actor)))
def test_every_move_is_allowed_or_refused_as_the_table_says(verb, state, by):
    states, actors = ALLOWED[verb]
    assert may(verb, state, by) == (state in states and by in actors)


def test_a_refused_move_says_so():
    with pytest.raises(NotPossible):
        check(Verb.ACCEPT, State.DECLINED, Actor.ASSOCIATION)


def test_every_verb_is_in_the_table():
    assert set(ALLOWED) == set(MOVES) == set(Verb)


def test_what_nobody_can_move_any_more_is_over():
    movable = {state for verb, state, by in product(Verb, State, Actor) if may(verb, state, by)}
    assert set(State) - movable == {State.DECLINED, State.WITHDRAWN, State.CANCELLED, State.EXPIRED}


def test_waiting_and_being_invited_hold_no_place():
    assert {State.WAITING, State.INVITED} == ACTIVE - HOLDING
