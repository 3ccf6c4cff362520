import pytest
from django.urls import reverse
from wagtail.models import WorkflowPage

from tests.admin import MODERATOR, READER, sign_in, text
from tests.mailbox import collect
from tests.moderation.proposing import at, propose, step
from volunteering.moderation.models import Submission

pytestmark = pytest.mark.usefixtures("city")


def read(submission):
    return reverse("volunteering_submissions:read", args=[submission.pk])


def answer(client, submission, do, words="", **more):
    seen = submission.page.latest_revision_id
    return client.post(read(submission), {"do": do, "seen": seen, "words": words, "reason": "", **more}, follow=True)


def test_a_moderator_approves_what_was_proposed(clock, moderator, client):
    _author, submission = propose("evenement", clock)
    answer(moderator, submission, "approve")

    submission.refresh_from_db()
    assert (submission.state, submission.page.live) == ("approved", True)
    assert client.get("/agenda/repas-de-quartier/").status_code == 200


@pytest.mark.parametrize("has_workflow", [True, False], ids=["with a workflow", "without"])
def test_who_approved_and_their_word_to_the_author_are_kept_once(clock, moderator, has_workflow):
    if not has_workflow:
        WorkflowPage.objects.all().delete()
    _author, submission = propose("evenement", clock)
    answer(moderator, submission, "approve", "Merci, à bientôt !")

    [line] = submission.exchanges.filter(side="office")
    assert (line.event, line.words, line.by) == ("approved", "Merci, à bientôt !", moderator.user)
    collect()
    clock.shift(601)
    assert ["Merci, à bientôt !" in each.body for each in collect()] == [True]


def test_an_editor_who_publishes_without_the_workflow_has_approved_it(clock, moderator):
    _author, submission = propose("evenement", clock)
    submission.page.specific.current_workflow_state.cancel(user=moderator.user)
    submission.page.get_latest_revision().publish(user=moderator.user)

    submission.refresh_from_db()
    assert (submission.state, submission.exchanges.filter(event="approved").count()) == ("approved", 1)


def test_the_reason_reaches_the_author_by_mail_and_on_the_page_once_it_cannot_be_undone(clock, moderator):
    author, submission = propose("evenement", clock)
    collect()
    answer(moderator, submission, "ask", "Précisez l’adresse.")
    assert [each for each in collect() if "Précisez" in each.body] == []

    clock.shift(601)
    assert ["Précisez l’adresse." in each.body for each in collect()] == [True]
    assert "Précisez l’adresse." in author.get(at("follow_submission", submission)).content.decode()


def test_an_author_puts_right_what_was_asked_for_and_it_is_approved(clock, moderator):
    author, submission = propose("evenement", clock)
    answer(moderator, submission, "ask", "Précisez l’adresse.")
    step(author, submission, "ou", {"place_name": "Place du Marché", "address": "1, place du Marché"})
    author.post(at("review_submission", submission))
    submission.refresh_from_db()
    answer(moderator, submission, "approve")

    assert submission.page.specific.__class__.objects.get(pk=submission.page_id).address == "1, place du Marché"


def test_an_approval_is_taken_back_within_ten_minutes(clock, moderator, client):
    _author, submission = propose("evenement", clock)
    collect()
    answer(moderator, submission, "approve")
    clock.shift(599)
    moderator.post(read(submission), {"do": "undo"})
    clock.shift(60)

    submission.refresh_from_db()
    assert (submission.state, submission.page.live) == ("waiting", False)
    assert client.get("/agenda/repas-de-quartier/").status_code == 404
    assert [each for each in collect() if each.to == [submission.email]] == []


def test_a_decision_cannot_be_taken_back_after_ten_minutes(clock, moderator):
    _author, submission = propose("evenement", clock)
    answer(moderator, submission, "refuse", "Trop tard.")
    clock.shift(600)
    response = moderator.post(read(submission), {"do": "undo"}, follow=True)

    assert "dix minutes" in response.content.decode()
    assert Submission.objects.get(pk=submission.pk).state == "refused"


def test_a_version_that_was_changed_since_it_was_read_is_not_approved(clock, moderator):
    author, submission = propose("evenement", clock)
    seen = submission.page.latest_revision_id
    step(author, submission, "pour-qui", {"price": "3 €"})
    author.post(at("review_submission", submission))
    moderator.post(read(submission), {"do": "approve", "seen": seen, "words": "", "reason": ""})

    assert Submission.objects.get(pk=submission.pk).state == "waiting"


def test_refusing_asks_for_a_reason(clock, moderator):
    _author, submission = propose("evenement", clock)
    response = answer(moderator, submission, "refuse")

    assert "Dites pourquoi" in text(response)
    assert Submission.objects.get(pk=submission.pk).state == "waiting"


def test_wagtails_own_buttons_lead_to_the_same_place(clock, moderator):
    _author, submission = propose("mission", clock)
    page = submission.page.specific
    page.current_workflow_task_state.specific.reject(user=moderator.user, comment="Une photo ?")

    submission.refresh_from_db()
    assert (submission.state, submission.exchanges.last().words) == ("changes", "Une photo ?")


def test_a_reader_of_the_admin_cannot_open_a_submission(clock):
    _author, submission = propose("evenement", clock)
    reader = sign_in(READER)

    assert reader.get(read(submission)).status_code == 302
    reader.post(read(submission), {"do": "approve", "seen": submission.page.latest_revision_id})
    assert Submission.objects.get(pk=submission.pk).state == "waiting"


def test_several_are_approved_at_once_and_what_changed_meanwhile_stays(clock, moderator):
    good = [propose("evenement", clock, quoi={"title": f"Fête {number}"})[1] for number in range(2)]
    _author, changed = propose("evenement", clock, quoi={"title": "Modifié depuis"})
    chosen = [f"{each.pk}:{each.page.latest_revision_id}" for each in (*good, changed)]
    changed.page.specific.save_revision()
    moderator.post(reverse("volunteering_submissions:several"), {"chosen": chosen})

    assert sorted(Submission.objects.values_list("state", flat=True)) == ["approved", "approved", "waiting"]


def test_the_queue_of_many_takes_as_many_queries_as_that_of_few(clock, moderator, django_assert_max_num_queries):
    for number in range(3):
        propose("evenement", clock, quoi={"title": f"Fête {number}"})
    moderator.get(reverse("volunteering_submissions:index"))

    with django_assert_max_num_queries(15):
        response = moderator.get(reverse("volunteering_submissions:index"))
    assert "Fête 2" in text(response)
    assert sign_in(MODERATOR).get(reverse("volunteering_submissions:several")).status_code == 200


def test_a_draft_that_is_deleted_waits_no_longer_and_its_author_is_told(clock, moderator):
    _author, submission = propose("evenement", clock)
    collect()
    submission.page.specific.delete()
    clock.shift(601)

    assert Submission.objects.get().state == "refused"
    assert ["supprimé ce brouillon" in each.body for each in collect()] == [True]
