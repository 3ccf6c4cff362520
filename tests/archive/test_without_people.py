"""An archive without people has nobody in it, and can be moved in all the same."""

import io
import zipfile

import pytest
from wagtail.models import Page

from tests.archive.moving import broken, manifest, moved_in, rows, told
from tests.privacy.lives import JEANNE, NAME, PHONE
from volunteering.missions.models import Capacity

pytestmark = pytest.mark.django_db

CANARIES = (JEANNE, "kanari", NAME, PHONE, PHONE.replace(" ", ""), "editor-", "@city.example")


def heard(content):
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        read = {name: archive.read(name).decode("utf-8", "replace") for name in archive.namelist()}
    return {(name, word) for name, text in read.items() for word in CANARIES if word in text}


def test_nobody_is_heard_in_an_archive_without_people(town):
    assert heard(town.without_people) == set()
    assert {word for _name, word in heard(town.archive)} >= {JEANNE, NAME, "editor-"}


def test_no_page_of_it_knows_who_wrote_it(town):
    assert any(row["owner"] or row["locked_by"] for row in rows(town.archive, "wagtailcore.page")) or rows(
        town.archive, "auth.user"
    )
    assert {row["owner"] for row in rows(town.without_people, "wagtailcore.page")} == {None}
    contents = [row["content"] for row in rows(town.without_people, "wagtailcore.revision")]
    assert all(content.get("owner") is None and "wagtail_admin_comments" not in content for content in contents)


def test_it_moves_in_with_every_place_free(town):
    moved_in(town.without_people)
    assert Page.objects.count() == town.pages
    assert not Capacity.objects.exclude(taken=0, waiting=0).exists()
    assert broken() == []


def test_pictures_and_documents_leave_the_files_of_people_stay(town):
    assert manifest(town.without_people)["without_people"] is True
    names = {name.split("/")[1] for name in told(town.without_people, "media/")}
    assert names == {"original_images", "documents"}
