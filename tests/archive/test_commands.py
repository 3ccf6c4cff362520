"""What a server's administrator types."""

import csv
import io
import zipfile

import pytest
from django.core.management import CommandError, call_command
from wagtail.models import ModelLogEntry, Page

from tests.archive.moving import rows
from tests.privacy.lives import JEANNE
from volunteering.search.models import SearchEntry

pytestmark = [pytest.mark.databases, pytest.mark.django_db]


def say(command, *words, **options):
    out = io.StringIO()
    call_command(command, *words, stdout=out, stderr=out, **options)
    return out.getvalue()


@pytest.fixture
def file(town, tmp_path):
    file = tmp_path / "town.zip"
    file.write_bytes(town.without_people)
    return file


@pytest.fixture
def whole(town, tmp_path):
    file = tmp_path / "whole.zip"
    file.write_bytes(town.archive)
    return file


def test_an_administrator_tries_first_then_moves_in_and_leaves_again(town, file, tmp_path):
    assert "Rien n’a été écrit" in say("import_everything", str(file), dry_run=True)
    assert Page.objects.count() == 2
    told = say("import_everything", str(file), verbosity=0)
    assert "changepassword" in told
    assert SearchEntry.objects.filter(pk=town.ball.pk).exists()
    assert "en clair" in say("export_everything", str(tmp_path))
    [left] = tmp_path.glob("archive-*.zip")
    assert left.stat().st_mode & 0o077 == 0
    assert rows(left.read_bytes(), "wagtailcore.page") == rows(town.without_people, "wagtailcore.page")


def test_a_promise_that_was_broken_there_is_told_at_the_end(whole):
    """The rows are in, and what to do next is said."""
    out = io.StringIO()
    with pytest.raises(CommandError, match="promesses"):
        call_command("import_everything", str(whole), verbosity=0, stdout=out)
    assert "changepassword" in out.getvalue()
    assert Page.objects.count() > 2


def test_the_history_says_that_everything_left_and_not_whom_it_was_about(file, tmp_path):
    say("import_everything", str(file), verbosity=0)
    say("export_everything", str(tmp_path / "x.zip"), without_people=True, verbosity=0)
    came, left = ModelLogEntry.objects.filter(action__startswith="volunteering.archive").order_by("pk")
    assert (came.data["people"], left.data["people"]) == (False, False)
    assert came.data.keys() == left.data.keys() == {"people", "tables"}
    assert (came.user, left.user) == (None, None)


def test_nothing_is_overwritten(file):
    before = file.read_bytes()
    with pytest.raises(CommandError, match="ne peut pas être écrit"):
        say("export_everything", str(file))
    assert file.read_bytes() == before


def test_what_was_begun_and_failed_is_taken_away(tmp_path, monkeypatch):
    monkeypatch.setattr("volunteering.archive.export.Writer.write_files", lambda writer: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        say("export_everything", str(tmp_path / "x.zip"), verbosity=0)
    assert not (tmp_path / "x.zip").exists()


@pytest.mark.parametrize("content", [None, b"", b"PK"])
def test_a_file_that_is_none_is_said(tmp_path, content):
    file = tmp_path / "x.zip"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(CommandError, match="Rien n’a été importé"):
        say("import_everything", str(file))


def sheet(content, name):
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        text = archive.read(f"csv/{name}.csv").decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text)))


def test_people_with_a_spreadsheet_read_it_in_french(town):
    [ball] = [row for row in sheet(town.archive, "evenements") if row["Titre"] == "Bal du port"]
    assert ball["Publié"] == "Oui"
    assert any(row["E-mail"] == JEANNE for row in sheet(town.archive, "benevoles"))
    assert any(row["Mission"] == "Désherber" for row in sheet(town.archive, "inscriptions"))
    assert sheet(town.archive, "coups-de-main")
    assert sheet(town.archive, "dates")[0]["Début"]
