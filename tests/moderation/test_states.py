"""Who may do what where: each verb in each state, by its author and by the office."""

import pytest

from tests.admin import MODERATOR, sign_in
from tests.moderation.proposing import at, propose, write
from tests.moderation.rivals import submitted
from tests.moderation.test_reviewing import answer
from volunteering.moderation import actions
from volunteering.moderation.kinds import kind_of
from volunteering.moderation.models import Submission
from volunteering.moderation.states import MOVES, NotPossible, State, Verb, may
from volunteering.moderation.submitting.questionnaire import Questionnaire

pytestmark = pytest.mark.usefixtures("city")

WITHOUT_A_READER = sorted(set(State) - {State.WAITING})


@pytest.mark.parametrize("state", State)
@pytest.mark.parametrize("verb", Verb)
def test_a_verb_is_possible_where_the_table_says_and_nowhere_else(verb, state):
    allowed = {
        Verb.SEND: {"draft", "waiting", "changes"},
        Verb.CONFIRM: {"unconfirmed"},
        Verb.WITHDRAW: {"draft", "unconfirmed", "waiting", "changes"},
        Verb.APPROVE: {"waiting"},
        Verb.ASK: {"waiting"},
        Verb.REFUSE: {"waiting", "changes"},
        Verb.UNDO: {"approved", "changes", "refused"},
    }
    assert may(verb, state) == (state in allowed[verb])
    assert MOVES[verb].to in State


@pytest.mark.parametrize("state", WITHOUT_A_READER)
def test_the_office_approves_nothing_that_does_not_wait(clock, moderator, state):
    submission = submitted("evenement")
    Submission.objects.filter(pk=submission.pk).update(state=state)
    with pytest.raises(NotPossible):
        actions.approve(submission=submission, seen=submission.page.latest_revision_id, by=moderator.user)

    submission.page.refresh_from_db()
    assert not submission.page.live


@pytest.mark.parametrize("state", ["approved", "refused", "withdrawn", "unconfirmed"])
def test_an_author_sends_nothing_that_is_not_theirs_to_send(clock, state):
    submission = submitted("evenement")
    Submission.objects.filter(pk=submission.pk).update(state=state)
    answers = Questionnaire(submission).answers()
    with pytest.raises(NotPossible):
        actions.send(submission=submission, kind=kind_of("evenement"), answers=answers)


@pytest.mark.parametrize("state", ["approved", "refused", "withdrawn"])
def test_what_is_closed_is_written_no_more(clock, state):
    client, submission = write("evenement", clock)
    Submission.objects.filter(pk=submission.pk).update(state=state)
    client.post(at("submission_step", submission, step="ou"), {"place_name": "Ailleurs"})
    client.post(at("review_submission", submission))

    submission.refresh_from_db()
    assert (submission.state, submission.answers["ou"]["place_name"]) == (state, ["Place du Marché"])


def test_two_of_the_office_decide_once(clock, moderator):
    _author, submission = propose("evenement", clock)
    other = sign_in(MODERATOR)
    answer(moderator, submission, "refuse", "Non.")
    answer(other, submission, "approve")

    submission.refresh_from_db()
    assert (submission.state, submission.page.live) == ("refused", False)
    assert submission.exchanges.filter(side="office").count() == 1
