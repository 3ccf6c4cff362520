"""Who proposed an association, or started something with neighbours, speaks for it once it is published."""

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import reverse

from tests.moderation.proposing import at, propose, token_of
from tests.moderation.test_reviewing import answer
from volunteering.directory.models import AssociationPage, Membership, Role

pytestmark = pytest.mark.usefixtures("city")


@pytest.fixture
def signed_in(db):
    client = Client()
    client.user = get_user_model().objects.create_user("jeanne", "jeanne@people.example")
    client.force_login(client.user)
    return client


def address(submission):
    return reverse("volunteering:take_charge", args=[token_of(submission)])


@pytest.mark.parametrize("kind", ["association", "initiative"])
def test_an_author_opens_the_space_of_what_is_published(clock, moderator, signed_in, kind):
    author, submission = propose(kind, clock)
    answer(moderator, submission, "approve")
    assert address(submission) in author.get(at("follow_submission", submission)).text

    assert signed_in.get(address(submission)).status_code == 200
    signed_in.post(address(submission))
    assert Membership.objects.get().user == signed_in.user
    assert Membership.objects.get().role == Role.MANAGER


def test_nobody_takes_what_somebody_speaks_for_already(clock, moderator, signed_in):
    _author, submission = propose("association", clock)
    answer(moderator, submission, "approve")
    signed_in.post(address(submission))
    other = Client()
    other.force_login(get_user_model().objects.create_user("other", "other@people.example"))

    assert other.post(address(submission)).status_code == 404
    assert Membership.objects.count() == 1


@pytest.mark.parametrize("kind", ["association", "evenement"])
def test_nobody_takes_what_is_not_published_or_is_no_association(clock, moderator, signed_in, kind):
    _author, submission = propose(kind, clock)
    if kind == "evenement":
        answer(moderator, submission, "approve")

    assert signed_in.post(address(submission)).status_code == 404
    assert not Membership.objects.exists()


def test_a_collective_appears_with_what_it_starts_and_not_before(clock, moderator, client):
    _author, submission = propose("initiative", clock)
    collective = AssociationPage.objects.get(kind="collective")
    assert client.get(collective.url).status_code == 404

    answer(moderator, submission, "approve")
    collective.refresh_from_db()
    assert collective.live
    assert client.get(collective.url).status_code == 200
    assert submission.page.specific.organiser == collective


def test_sending_an_initiative_again_makes_no_second_collective(clock):
    author, submission = propose("initiative", clock)
    author.post(at("review_submission", submission))

    assert AssociationPage.objects.filter(kind="collective").count() == 1


def test_a_name_that_others_have_is_not_taken_over(clock, moderator):
    _author, first = propose("initiative", clock)
    answer(moderator, first, "approve")
    _author, second = propose("initiative", clock)

    assert second.page.specific.organiser != first.page.specific.organiser


def test_a_collective_that_never_appeared_goes_with_what_it_wanted_to_start(clock):
    author, submission = propose("initiative", clock)
    author.post(at("follow_submission", submission), {"do": "withdraw"})

    assert not AssociationPage.objects.filter(kind="collective").exists()


def test_a_collective_that_appeared_stays_when_another_thing_of_its_is_withdrawn(clock, moderator):
    _author, first = propose("initiative", clock)
    answer(moderator, first, "approve")
    collective = AssociationPage.objects.get(kind="collective")
    author, second = propose("initiative", clock)
    author.post(at("follow_submission", second), {"do": "withdraw"})

    assert AssociationPage.objects.get(kind="collective") == collective
