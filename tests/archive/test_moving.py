"""Whoever leaves with everything finds everything where they arrive."""

import json

import pytest
import time_machine
from django.contrib.auth import get_user_model
from django.core.files.storage import default_storage
from django.core.management import call_command
from django.test import override_settings
from django.utils import timezone
from wagtail.models import Page, Site

from tests.admin import edit_url, form_at, send
from tests.archive.moving import archive_of_here, broken, moved_in, rows, told
from tests.archive.town import PLAN
from tests.conftest import NOW
from tests.factories import VolunteerFactory, apply
from volunteering.agenda.models import EventPage
from volunteering.applications.states import State
from volunteering.missions.models import Capacity

pytestmark = [pytest.mark.databases, pytest.mark.django_db]


@pytest.fixture(scope="module", autouse=True)
def arrived(town, tmp_path_factory):
    """Once for all tests: each takes back only what it did itself."""
    media = tmp_path_factory.mktemp("new")
    with time_machine.travel(NOW, tick=False), override_settings(MEDIA_ROOT=media):
        moved_in(town.archive)
    return media


@pytest.fixture(autouse=True)
def _storage(arrived, settings):
    settings.MEDIA_ROOT = arrived


def test_every_row_sheet_and_file_arrives_as_it_left(town):
    again = archive_of_here()
    assert Page.objects.count() == town.pages
    for folder in ("data/", "csv/", "media/"):
        # A new password is no part of it: none ever leaves.
        assert told(again, folder) == told(town.archive, folder)
    assert len(told(town.archive, "media/")) >= 2


def test_files_are_those_that_were_uploaded(town):
    with default_storage.open(town.plan.file.name) as file:
        assert file.read() == PLAN
    assert default_storage.exists(town.picture.file.name)


def test_a_page_shows_what_it_showed(town, client):
    page = client.get(EventPage.objects.get(pk=town.ball.pk).url).content.decode()
    assert "Bal du port" in page
    assert "Le port" in page or town.picture.file.name.rpartition("/")[2].partition(".")[0] in page


def test_drafts_stay_drafts_and_what_is_scheduled_is_published_in_its_time(town, clock):
    draft, scheduled = (EventPage.objects.get(pk=page.pk) for page in (town.draft, town.scheduled))
    assert (draft.live, draft.get_latest_revision_as_object().title) == (False, "Brouillon (nouveau)")
    assert (scheduled.live, scheduled.scheduled_revision is not None) == (False, True)
    clock.move_to(timezone.now() + timezone.timedelta(days=4))
    call_command("publish_scheduled", verbosity=0)
    assert EventPage.objects.get(pk=scheduled.pk).live


def test_an_editor_edits_and_publishes_a_page_that_came_in(town, client):
    client.force_login(get_user_model().objects.get(pk=town.editor.pk))
    page = Page.objects.get(pk=town.waiting_words.pk)
    url = edit_url(page)
    response = send(client, url, form_at(client, url), **{"action-publish": "1"})
    assert response.status_code == 302
    assert Page.objects.get(pk=page.pk).title == "Nouvelle (nouveau)"


def test_nobody_comes_in_with_a_password(town):
    users = get_user_model().objects.all()
    assert users.count() >= 2
    assert not any(user.has_usable_password() for user in users)
    assert '"password"' not in json.dumps(rows(town.archive, "auth.user"))


def test_what_is_new_gets_a_number_of_its_own(town):
    last = Page.objects.order_by("-pk").first().pk
    page = Site.objects.get().root_page.add_child(instance=EventPage(title="Après", slug="apres", summary="Après."))
    assert page.pk > last


def test_a_volunteer_still_signs_up_and_places_are_counted(town):
    capacity = Capacity.objects.get(pk=town.places.pk)
    assert apply(capacity, VolunteerFactory()).state == State.ACCEPTED
    assert Capacity.objects.get(pk=capacity.pk).taken == 1


def test_the_promises_that_the_data_kept_are_kept(town):
    assert broken() == town.broken
