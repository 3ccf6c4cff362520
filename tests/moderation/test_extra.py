"""What a city asks beside our own questions."""

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.moderation.proposing import at, step, write, wrong
from volunteering.moderation.models import Answer, Question

pytestmark = pytest.mark.usefixtures("city")


@pytest.fixture
def questions(city):
    asked = [("Les clés ?", "choice", "Oui\nNon"), ("Combien de tables ?", "number", ""), ("Le plan", "file", "")]
    return [
        Question.objects.create(
            kind="evenement", label=label, answering=how, choices=choices, is_required=how == "choice", sort_order=order
        )
        for order, (label, how, choices) in enumerate(asked)
    ]


def answers(questions, **given):
    return {f"question_{each.pk}": given[each.answering] for each in questions if each.answering in given}


def test_an_author_answers_them_and_the_office_reads_and_exports_them(clock, questions, moderator):
    client, submission = write("evenement", clock)
    plan = SimpleUploadedFile("plan.pdf", b"%PDF-1.7 le plan")
    step(client, submission, "precisions", answers(questions, choice="Oui", number="12", file=plan))
    client.post(at("review_submission", submission))
    submission.refresh_from_db()
    submission.__class__.objects.filter(pk=submission.pk).update(state="waiting", sent_at=submission.changed_at)

    page = moderator.get(reverse("volunteering_submissions:read", args=[submission.pk])).text
    assert "Les clés ?" in page
    assert "plan.pdf" in page
    export = moderator.get(reverse("volunteering_submissions:index"), {"export": "csv"})
    assert "Combien de tables ? 12" in b"".join(export.streaming_content).decode()


def test_a_file_is_saved_and_never_opened_by_the_browser(clock, questions, moderator):
    client, submission = write("evenement", clock)
    step(client, submission, "precisions", answers(questions, choice="Oui", file=SimpleUploadedFile("a.pdf", b"%PDF-")))
    submission.__class__.objects.filter(pk=submission.pk).update(state="waiting", sent_at=submission.changed_at)
    file = Answer.objects.get(file_name="a.pdf")
    response = moderator.post(reverse("volunteering_submissions:download", args=[submission.pk, file.pk]))

    assert response["Content-Disposition"].startswith("attachment")
    assert "sandbox" in response["Content-Security-Policy"]
    assert response.content == b"%PDF-"


def test_an_answer_that_is_missing_or_wrong_says_how_to_repair_it(clock, questions):
    client, submission = write("evenement", clock)
    page = SimpleUploadedFile("plan.pdf", b"<html>")
    response = step(client, submission, "precisions", answers(questions, number="beaucoup", file=page))

    assert len(wrong(response)) == 4
    assert not Answer.objects.exists()


def test_a_question_that_is_asked_no_more_keeps_its_answers(clock, questions):
    client, submission = write("evenement", clock)
    step(client, submission, "precisions", answers(questions, choice="Non"))
    questions[0].is_asked = False
    questions[0].save()

    assert "Les clés ?" not in client.get(at("submission_step", submission, step="precisions")).text
    assert Answer.objects.get().text == "Non"


def test_a_choice_needs_at_least_two(db):
    with pytest.raises(ValidationError):
        Question(kind="evenement", label="Quoi ?", answering="choice", choices="Oui").full_clean()


def test_an_editor_writes_a_question_in_the_admin(moderator, client):
    form = {
        "kind": "evenement",
        "label": "Faut-il une sono ?",
        "answering": "line",
        "is_asked": "on",
        "sort_order": "0",
    }
    moderator.post(reverse("volunteering_questions:add"), form)

    assert Question.objects.get().label == "Faut-il une sono ?"


def test_a_question_that_was_answered_is_not_deleted_and_the_page_says_what_to_do(clock, questions, moderator):
    client, submission = write("evenement", clock)
    step(client, submission, "precisions", answers(questions, choice="Non"))
    where = reverse("volunteering_questions:delete", args=[questions[0].pk])
    page = moderator.get(where).text

    assert reverse("volunteering_questions:edit", args=[questions[0].pk]) in page
    assert "Oui, supprimer" not in page
    moderator.post(where)
    assert Question.objects.filter(pk=questions[0].pk).exists()


def test_a_question_nobody_answered_can_be_deleted(questions, moderator):
    where = reverse("volunteering_questions:delete", args=[questions[1].pk])
    assert "Oui, supprimer" in moderator.get(where).text
    moderator.post(where)
    assert not Question.objects.filter(pk=questions[1].pk).exists()
