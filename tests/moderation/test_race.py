"""Many submissions at the same moment, each in a process of its own: the tree of pages stays whole."""

import pytest
from wagtail.models import Page

from tests import city
from tests.rig.race import race
from volunteering.moderation.models import Submission

pytestmark = [pytest.mark.databases, pytest.mark.slow, pytest.mark.django_db(transaction=True)]

RIVALS = "tests.moderation.rivals"
MANY = 20


@pytest.fixture
def tree(clock):
    city.found()


def test_twenty_submissions_at_once_are_twenty_drafts_in_a_whole_tree(tree):
    paths = race(MANY, f"{RIVALS}:submit", "evenement")

    assert len(set(paths)) == MANY
    assert Submission.objects.waiting().count() == MANY
    assert Page.find_problems() == ([], [], [], [], [])
    slugs = Page.objects.filter(path__in=paths).values_list("slug", flat=True)
    assert len(set(slugs)) == MANY


def test_whoever_writes_without_waiting_for_the_others_gets_in_their_way(tree):
    """The negative control: without the lock on the parent, the same twenty do collide."""
    assert sum(race(MANY, f"{RIVALS}:add_without_waiting", "x")) < MANY
