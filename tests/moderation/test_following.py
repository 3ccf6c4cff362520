"""The way back to what one proposed: links that hold, links that do not, and what its author can still do."""

from datetime import timedelta

import pytest
from django.urls import reverse
from wagtail.models import Page

from tests.mailbox import collect, link_with, stamp_on
from tests.moderation.proposing import JEANNE, WHO, at, begin, propose, step, the_one, write, wrong
from tests.moderation.test_reviewing import answer
from volunteering.core.antispam import stamps
from volunteering.moderation.links import CONFIRM, FOLLOW
from volunteering.moderation.models import Submission

pytestmark = pytest.mark.usefixtures("city")


def ask_for_links(client, clock, email):
    address = reverse("volunteering:my_submissions_link")
    stamp = stamp_on(client, address)
    clock.shift(stamps.QUICKEST)
    return client.post(address, {"email": email, "stamp": stamp, "website": ""})


def test_a_draft_goes_on_behind_its_link_in_another_browser(clock, client):
    begin("evenement", clock)
    response = step(client, the_one(), "quand", {"first_day": "2026-06-14", "start_time": "12:00", "end_time": "17:00"})

    assert response.status_code == 302
    assert the_one().answers["quand"]["first_day"] == ["2026-06-14"]


def test_what_is_not_in_order_yet_is_kept_for_later(clock):
    client, _response = begin("evenement", clock)
    step(client, the_one(), "quand", {"first_day": "un jour en juin", "start_time": "12:00"}, go="later")

    assert the_one().answers["quand"]["first_day"] == ["un jour en juin"]


def test_a_link_that_is_over_leads_to_a_new_one_and_reveals_nothing(clock, client):
    _author, submission = propose("evenement", clock)
    old = at("follow_submission", submission)
    clock.shift(FOLLOW.lifetime + timedelta(seconds=2))
    response = client.get(old)

    assert response.status_code == 404
    assert submission.title not in response.text
    assert reverse("volunteering:my_submissions_link") in response.text


def test_asking_for_a_link_answers_the_same_whether_the_address_is_known_or_not(clock, client):
    propose("evenement", clock)
    collect()
    known, unknown = (ask_for_links(client, clock, email) for email in (JEANNE, "nobody@people.example"))

    assert (known.status_code, known["Location"]) == (unknown.status_code, unknown["Location"])
    to_her, to_nobody = sorted(collect(), key=lambda message: message.to != [JEANNE])
    assert client.get(link_with(to_her, "propositions")).status_code == 200
    assert "propositions/" not in to_nobody.body


@pytest.mark.parametrize("link", [None, FOLLOW, CONFIRM], ids=["garbage", "of this kind", "of another kind"])
def test_a_forged_link_opens_nothing(client, link):
    for value in ("no-key", ["x"], None):
        token = link.sign(value) if link else "garbage"
        for name in ("follow_submission", "review_submission", "continue_later"):
            assert client.get(reverse(f"volunteering:{name}", args=[token])).status_code == 404


def test_confirming_twice_sends_once(clock):
    client, submission = write("evenement", clock)
    client.post(at("review_submission", submission))
    link = link_with(next(each for each in collect() if "/confirmer/" in each.body), "confirmer")
    for _time in range(2):
        assert client.post(link).status_code == 302

    submission.refresh_from_db()
    assert submission.exchanges.count() == 1
    assert Page.objects.filter(title=submission.title).count() == 1


def test_a_code_that_was_guessed_wrong_five_times_is_tried_no_more(clock):
    client, submission = write("evenement", clock)
    client.post(at("review_submission", submission))
    address = at("follow_submission", submission)
    for _time in range(6):
        response = client.post(address, {"do": "code", "code": "100000"})

    assert any("essais" in sentence for sentence in wrong(response))
    assert Submission.objects.get().state == "unconfirmed"


def test_withdrawing_leaves_no_draft_behind(clock):
    client, submission = propose("evenement", clock)
    client.post(at("follow_submission", submission), {"do": "withdraw"})

    submission.refresh_from_db()
    assert submission.state == "withdrawn"
    assert not Page.objects.filter(title="Repas de quartier").exists()


def test_what_is_published_cannot_be_withdrawn(clock, moderator):
    client, submission = propose("evenement", clock)
    answer(moderator, submission, "approve")
    client.post(at("follow_submission", submission), {"do": "withdraw"})

    submission.refresh_from_db()
    assert (submission.state, submission.page.live) == ("approved", True)


def test_a_message_is_read_by_the_office_and_answered_without_a_decision(clock, moderator):
    client, submission = propose("evenement", clock)
    client.post(at("follow_submission", submission), {"do": "write", "words": "Faut-il un permis ?"})
    page = moderator.get(reverse("volunteering_submissions:read", args=[submission.pk])).text
    assert "Faut-il un permis ?" in page

    collect()
    answer(moderator, submission, "write", "Non, merci !")
    assert [each.to for each in collect()] == [[JEANNE]]
    assert "Non, merci !" in client.get(at("follow_submission", submission)).text


def test_a_stamp_that_was_copied_or_used_begins_nothing(clock, client):
    address = reverse("volunteering:begin_submission", args=["evenement"])
    stamp = stamp_on(client, address)
    clock.shift(stamps.QUICKEST)
    first = {"title": "Fête", "summary": "Venez.", "stamp": stamp, "website": ""}
    client.post(address, first)
    client.post(address, first)
    client.post(address, {**first, "stamp": "forged"})
    client.post(address, {**first, "stamp": stamp_on(client, address), "website": "https://spam.example"})

    assert Submission.objects.count() == 1


def test_a_link_proves_the_address_it_went_to_and_no_other(clock):
    client, submission = write("evenement", clock)
    client.post(at("review_submission", submission))
    old = link_with(next(each for each in collect() if "/confirmer/" in each.body), "confirmer")
    step(client, submission, "vous", {**WHO, "email": "victim@people.example"})
    client.post(at("review_submission", submission))
    submission.refresh_from_db()
    assert (submission.state, submission.email) == ("unconfirmed", "victim@people.example")

    assert client.post(old).status_code == 404
    submission.refresh_from_db()
    assert (submission.state, submission.confirmed_at) == ("unconfirmed", None)


def test_an_address_that_was_misspelt_is_corrected_and_nothing_is_typed_twice(clock):
    client, submission = write("evenement", clock, vous={"email": "jeane@people.example"})
    client.post(at("review_submission", submission))
    assert "/etape/vous/" in client.get(at("follow_submission", submission)).text

    step(client, submission, "vous", WHO)
    client.post(at("review_submission", submission))
    messages = [each for each in collect() if "/confirmer/" in each.body]
    assert [each.to for each in messages] == [[JEANNE]]
    client.post(link_with(messages[0], "confirmer"))
    submission.refresh_from_db()
    assert (submission.state, submission.email) == ("waiting", JEANNE)


def test_a_proven_address_is_not_replaced_by_an_unproven_one(clock):
    client, submission = propose("evenement", clock)
    step(client, submission, "vous", {**WHO, "email": "victim@people.example"})

    submission.refresh_from_db()
    assert (submission.email, submission.confirmed_at is not None) == (JEANNE, True)
