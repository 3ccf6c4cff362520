import pytest

from tests.moderation.proposing import ALL, at, begin, propose, step, the_one, write, wrong
from volunteering.moderation.models import Submission

pytestmark = pytest.mark.usefixtures("city")


@pytest.mark.parametrize("kind", ALL)
def test_a_resident_proposes_every_kind_without_an_account(clock, kind):
    _client, submission = propose(kind, clock)

    page = submission.page.specific
    assert submission.state == "waiting"
    assert (page.live, page.title) == (False, ALL[kind]["quoi"]["title"])
    assert page.current_workflow_state.status == "in_progress"


def test_nothing_is_written_before_the_first_step_is_answered(client):
    client.get("/engagement/proposer/evenement/")

    assert Submission.objects.count() == 0


def test_a_step_that_lacks_an_answer_says_how_to_repair_it_and_keeps_the_rest(clock):
    client, _response = begin("evenement", clock)
    response = step(client, the_one(), "quand", {"first_day": "", "start_time": "18:30"})

    assert any("14/06/2027" in sentence for sentence in wrong(response))
    assert the_one().answers["quand"]["start_time"] == ["18:30"]


def test_the_office_gets_nothing_before_the_address_is_confirmed(clock):
    client, submission = write("evenement", clock)
    client.post(at("review_submission", submission))

    submission.refresh_from_db()
    assert (submission.state, submission.page) == ("unconfirmed", None)
