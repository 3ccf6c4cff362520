"""What nobody may read is not found, nor its words proposed."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from tests.factories import (
    AssociationFactory,
    AssociationIndexFactory,
    EventFactory,
    MissionFactory,
    NewsFactory,
    site_root,
)
from volunteering.search.models import SearchEntry, SearchWord
from volunteering.search.questions import understand
from volunteering.signals import occurrences_changed

pytestmark = [pytest.mark.databases, pytest.mark.django_db]

FACTORIES = [AssociationFactory, MissionFactory, EventFactory, NewsFactory]


@pytest.fixture
def answers(client, clock):
    """Everything the search and its suggestions say to these words."""

    def ask(text: str) -> str:
        return "".join(
            client.get(reverse(f"volunteering:{name}"), {"q": text}).text for name in ("search", "suggestions")
        )

    return ask


def restrict(page: Page) -> PageViewRestriction:
    return PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)


@pytest.mark.parametrize("factory", FACTORIES)
def test_a_draft_is_not_found(factory, answers):
    page = factory(title="Secret guitar", draft=True)
    assert page.slug not in answers("guitar")


@pytest.mark.parametrize("factory", FACTORIES)
def test_a_page_is_lost_at_once_when_it_is_unpublished_and_found_again_afterwards(factory, answers):
    page = factory(title="Guitar circle", revised=True)
    assert page.slug in answers("guitar")
    page.unpublish()
    assert page.slug not in answers("guitar")
    page.get_latest_revision().publish()
    assert page.slug in answers("guitar")


def test_a_new_title_is_found_and_the_old_one_is_not(answers):
    page = AssociationFactory(title="Guitar circle")
    page.title = "Pottery circle"
    page.save_revision().publish()
    assert page.slug in answers("pottery")
    assert page.slug not in answers("guitar")


def test_words_of_a_draft_of_a_public_page_are_not_found(answers):
    page = AssociationFactory(title="Guitar circle")
    page.title = "Pottery circle"
    page.save_revision()
    assert page.slug not in answers("pottery")


@pytest.mark.parametrize("factory", FACTORIES)
def test_a_restricted_page_is_lost_at_once(factory, answers):
    page = factory(title="Guitar circle")
    restrict(page.get_parent())
    assert page.slug not in answers("guitar")


def test_a_restriction_that_ends_lets_the_page_be_found(answers, django_capture_on_commit_callbacks):
    index = AssociationIndexFactory()
    restriction = restrict(index)
    page = AssociationFactory(title="Guitar circle", parent=index)
    assert not SearchEntry.objects.filter(pk=page.pk).exists()
    with django_capture_on_commit_callbacks(execute=True):
        restriction.delete()
    assert page.slug in answers("guitar")


def test_words_of_a_restricted_page_are_not_proposed_as_a_spelling(answers, django_capture_on_commit_callbacks):
    page = AssociationFactory(title="Xylophonists")
    with django_capture_on_commit_callbacks(execute=True):
        restrict(page.get_parent())
    assert "xylophonist" not in answers("xylofonists").lower()
    assert not understand("xylofonists").can_be_answered


def test_a_page_moved_beneath_a_restricted_one_is_lost(answers, django_capture_on_commit_callbacks):
    page = AssociationFactory(title="Guitar circle")
    closed = AssociationIndexFactory(slug="closed", parent=site_root())
    restrict(closed)
    with django_capture_on_commit_callbacks(execute=True):
        page.move(closed, pos="last-child")
    assert page.slug not in answers("guitar")
    assert not SearchEntry.objects.filter(pk=page.pk).exists()


def test_a_moved_page_is_found_at_its_new_address(answers, django_capture_on_commit_callbacks):
    page = AssociationFactory(title="Guitar circle", slug="circle")
    other = AssociationIndexFactory(slug="elsewhere", parent=site_root())
    with django_capture_on_commit_callbacks(execute=True):
        page.move(other, pos="last-child")
    assert "/elsewhere/circle/" in answers("guitar")


def test_a_deleted_page_leaves_nothing_behind(answers):
    page = AssociationFactory(title="Guitar circle")
    page.get_parent().delete()
    assert page.slug not in answers("guitar")
    assert not SearchEntry.objects.exists()


def test_a_mission_is_not_found_by_the_name_of_an_association_that_is_a_draft(answers):
    draft = AssociationFactory(title="Xylophonists", draft=True)
    mission = MissionFactory(title="Carry instruments", organiser=draft)
    assert mission.slug not in answers("xylophonists")
    assert not SearchWord.objects.filter(form="xylophonists").exists()


def test_a_mission_is_no_longer_found_by_the_name_of_an_association_that_went(
    answers, django_capture_on_commit_callbacks
):
    association = AssociationFactory(title="Xylophonists")
    mission = MissionFactory(title="Carry instruments", organiser=association)
    assert mission.slug in answers("xylophonists")
    with django_capture_on_commit_callbacks(execute=True):
        association.unpublish()
    assert mission.slug not in answers("xylophonists")


def test_an_event_that_gets_a_new_date_is_found_again(answers):
    event = EventFactory(title="Guitar evening", past=True)
    SearchEntry.objects.all().delete()
    occurrence = event.occurrences.get()
    occurrence.start, occurrence.end = timezone.now() + timedelta(days=1), timezone.now() + timedelta(days=2)
    occurrence.save()
    occurrences_changed.send(sender=type(event), event=event)
    assert event.slug in answers("guitar")
