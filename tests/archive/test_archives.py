"""What an archive says, how it is read, and that no numbers of the old place are left in it."""

import pytest
from django.contrib.contenttypes.models import ContentType
from wagtail.models import Page, Revision

from tests.archive.moving import archive_of_here, elsewhere, moved_in, rows, told
from tests.trust.flock import Flock
from volunteering.agenda.models import EventPage
from volunteering.archive.rows import Table

pytestmark = [pytest.mark.databases, pytest.mark.django_db]


def test_a_whole_city_arrives_as_it_left():
    with elsewhere():
        Flock()
        archive = archive_of_here()
    moved_in(archive)
    assert told(archive_of_here(), "data/") == told(archive, "data/")


def test_revisions_name_the_content_types_of_where_they_are(town, other_numbers):
    """Those of the new place have other numbers."""
    named = next(row for row in rows(town.archive, "wagtailcore.revision") if row["object_id"] == str(town.draft.pk))
    assert named["content"]["content_type"] == ["volunteering", "eventpage"]
    moved_in(town.archive)
    revision = Revision.objects.filter(object_id=town.draft.pk).latest("pk")
    number = ContentType.objects.get_for_model(EventPage).pk
    assert revision.content["content_type"] == number
    assert Page.objects.get(pk=town.draft.pk).specific.get_latest_revision_as_object().content_type_id == number


def test_everything_is_written_as_it_is_read_not_collected(town, monkeypatch):
    """Whatever the size of a table, a portion of it is in memory."""
    portions = []
    monkeypatch.setattr("volunteering.archive.moving_in.PORTION", 2)
    original = Table.insert
    monkeypatch.setattr(Table, "insert", lambda table, rows: portions.append(len(rows)) or original(table, rows))
    moved_in(town.archive)
    assert max(portions) == 2
    assert sum(portions) > 100
