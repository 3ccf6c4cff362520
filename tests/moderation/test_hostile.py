"""What a form of ours never sends: foreign keys, garbage, too much of it. Nothing breaks, nothing else is written."""

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import reverse

from tests.factories import AssociationFactory
from tests.moderation.proposing import ALL, at, begin, propose, step, the_one, write
from tests.pages import soup
from volunteering.directory.actions import appoint
from volunteering.directory.models import Role
from volunteering.moderation.models import Answer, Question, Submission
from volunteering.moderation.submitting.questionnaire import Questionnaire

pytestmark = pytest.mark.usefixtures("city")

GARBAGE = [
    *(
        "",
        "\x00",
        "999999999999",
        "-1",
        "é" * 40_000,
        "<script>alert(1)</script>",
        "1e999",
        "🎉\u202e",
        "2026-13-45",
    ),
    *(),
]


@pytest.mark.parametrize("kind", ALL)
@pytest.mark.parametrize("value", GARBAGE, ids=range(len(GARBAGE)))
def test_garbage_in_every_answer_breaks_nothing(clock, kind, value):
    client, _response = begin(kind, clock)
    submission = the_one()
    questionnaire = Questionnaire(submission)
    for name in questionnaire.names:
        posted = {field: [value, value] for field in questionnaire.form(name).names}
        assert step(client, submission, name, posted).status_code in {200, 302}
        assert client.get(at("submission_step", submission, step=name)).status_code == 200
    assert client.get(at("review_submission", submission)).status_code == 200
    assert client.post(at("review_submission", submission)).status_code in {200, 302, 429}
    assert Submission.objects.get().page is None


def test_nobody_proposes_for_an_association_by_writing_its_key(clock):
    mine, foreign = AssociationFactory(title="La mienne"), AssociationFactory(title="Une autre")
    user = get_user_model().objects.create_user("member", "member@people.example")
    appoint(association=mine, user=user, role=Role.MEMBER, by=None)
    client = Client()
    client.force_login(user)
    _client, response = begin("evenement", clock, client, association_id=str(foreign.pk))

    assert response.status_code == 200
    assert not Submission.objects.exists()


def test_a_name_typed_for_an_association_is_told_to_the_office(clock):
    AssociationFactory(title="Les Jardins")
    _client, known = propose("evenement", clock, quoi={"organiser_name": "les jardins"})
    _client, unknown = propose("evenement", clock, quoi={"organiser_name": "Personne ne connaît"})

    assert "not_member" in known.concerns
    assert known.page.specific.get_latest_revision_as_object().organisers.get().title == "Les Jardins"
    assert "unknown_organiser" in unknown.concerns


def test_the_answer_to_a_question_of_another_form_is_nobody_s(clock):
    foreign = Question.objects.create(kind="mission", label="Les clés ?", answering="line")
    Question.objects.create(kind="evenement", label="Des tables ?", answering="line")
    client, submission = write("evenement", clock)
    step(client, submission, "precisions", {foreign.field_name: "Oui"})

    assert not Answer.objects.exists()


def test_one_link_opens_no_other_submission(clock):
    client, first = write("evenement", clock, quoi={"title": "La première"})
    _client, second = write("evenement", clock, quoi={"title": "La seconde"})
    step(client, first, "quoi", {**ALL["evenement"]["quoi"], "title": "Changée", "submission": str(second.pk)})

    second.refresh_from_db()
    assert second.title == "La seconde"


def test_contact_data_and_what_looks_like_something_else_are_told_to_the_office(clock, moderator):
    _client, first = propose("evenement", clock, quoi={"body": "Appelez le 06 12 34 56 78."})
    assert "contact_data" in first.concerns
    moderator.post(
        reverse("volunteering_submissions:read", args=[first.pk]),
        {"do": "approve", "seen": first.page.latest_revision_id, "words": "", "reason": ""},
    )
    _client, second = propose("evenement", clock)

    assert "duplicate" in second.concerns


def test_an_address_that_no_page_could_hold_is_refused_where_it_is_typed(clock):
    client, submission = write("association", clock)
    website, office = f"https://{'a' * 60}.example/{'b' * 200}", f"bureau@{'c' * 60}.{'d.' * 100}example"
    response = step(client, submission, "contact", {"website": website, "office_email": office})

    links = soup(response).select(".v-errors a")
    assert {link["href"] for link in links} == {"#id_website", "#id_office_email"}
