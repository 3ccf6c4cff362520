"""The drill: save while others write, lose everything, put it back, go on as if nothing had happened."""

import json
import re
import shutil
import subprocess
from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from tests.core.backup import world
from tests.factories import apply
from tests.pages import words
from tests.rig.race import race
from volunteering.applications.models import Application
from volunteering.core import invariants
from volunteering.core.backup import manifest
from volunteering.core.outbox.models import OutgoingMail, Status
from volunteering.directory.models import AssociationPage
from volunteering.missions.models import Capacity

pytestmark = [pytest.mark.databases, pytest.mark.slow, pytest.mark.django_db(transaction=True)]

PEOPLE = 3


@pytest.fixture(autouse=True)
def places(settings, tmp_path):
    """Folders of this test's own: a public one, and a private one beside it."""
    settings.MEDIA_ROOT = tmp_path / "media"
    private = {**settings.STORAGES["default"], "OPTIONS": {"location": str(tmp_path / "private")}}
    settings.STORAGES = {**settings.STORAGES, "private": private}


@pytest.fixture
def capacity(places):
    return world.build()


@pytest.fixture
def saved(capacity, tmp_path, capsys):
    folder = tmp_path / "backup"
    call_command("backup", str(folder), verbosity=0)
    return folder


def restore(folder, **options):
    call_command("restore", str(folder), verbosity=0, **options)


def test_a_city_that_lost_everything_goes_on(capacity, tmp_path, settings, client, capsys):
    folder = tmp_path / "backup"
    written = race(PEOPLE, "tests.core.backup.rivals:save_or_write", str(folder), str(settings.MEDIA_ROOT), capacity.pk)
    made, wrote = manifest.read(folder), sum(number for number in written if number > 0)
    world.lose_everything()
    restore(folder)

    assert wrote > 0
    assert (world.rows(), made.missing) == (made.rows, 0)
    assert 3 <= Application.objects.count() <= 3 + wrote
    assert [finding.invariant.name for finding in invariants.check() if finding.keys] == []
    association = AssociationPage.objects.get(title="Le Fil d’Or")
    assert "Le Fil d’Or" in words(client.get(association.url), "h1")
    assert apply(Capacity.objects.get(pk=capacity.pk)).state == "requested"


def test_every_file_comes_back_as_it_was(saved):
    before = world.uploaded()
    world.lose_everything()
    restore(saved)

    assert len([name for name in before if name.startswith("private/")]) == 1
    assert len(before) == 3
    assert world.uploaded() == before


def test_the_database_alone_may_be_lost(saved, capsys):
    world.lose_the_database()
    with pytest.raises(CommandError, match="--replace"):
        restore(saved)
    restore(saved, replace=True)
    assert Application.objects.count() == PEOPLE


def test_what_came_after_the_backup_goes_with_it(saved, capacity, settings):
    apply(capacity)
    (settings.MEDIA_ROOT / "later.txt").write_text("later")
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE volunteering_of_a_newer_version (id integer)")
    restore(saved, replace=True)
    assert "volunteering_of_a_newer_version" not in world.rows()
    assert Application.objects.count() == PEOPLE
    assert not [name for name in world.uploaded() if name.endswith("later.txt")]
    assert not list(settings.MEDIA_ROOT.glob(".re*"))


def test_nobody_restores_over_a_site_by_mistake(saved):
    before = world.state()
    with pytest.raises(CommandError, match="--replace"):
        restore(saved)
    assert world.state() == before


def flip(file):
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 1
    file.write_bytes(content)


def told(folder, **values):
    file = folder / "manifest.json"
    file.write_text(json.dumps(json.loads(file.read_text()) | values))


def a_file(folder):
    return next(file for file in sorted((folder / "media/default").rglob("*")) if file.is_file())


def link(file, elsewhere):
    file.rename(elsewhere)
    file.symlink_to(elsewhere)


DAMAGE = {
    "a bit of the database": lambda folder: flip(next(folder.glob("database.*"))),
    "a bit of a picture": lambda folder: flip(a_file(folder)),
    "a picture is gone": lambda folder: a_file(folder).unlink(),
    "a picture nobody saved": lambda folder: (folder / "media/default/planted.svg").write_text("<svg/>"),
    "a link in a picture's place": lambda folder: link(a_file(folder), folder.parent / "moved"),
    "the list": lambda folder: flip(folder / "SHA256SUMS"),
    "half a manifest": lambda folder: (folder / "manifest.json").write_text('{"version": '),
    "no manifest": lambda folder: (folder / "manifest.json").unlink(),
    "another form": lambda folder: told(folder, format=99),
    "another engine": lambda folder: told(folder, engine="oracle"),
    "newer code": lambda folder: told(folder, leaves=["volunteering.9999_from_the_future"]),
    "a folder we have not": lambda folder: told(folder, files={"../../elsewhere": 1}),
}


@pytest.mark.parametrize("damage", DAMAGE)
def test_a_backup_that_is_not_whole_is_refused_and_nothing_is_touched(damage, saved):
    before = world.state()
    DAMAGE[damage](saved)
    with pytest.raises(CommandError, match=r"Rien n’a été touché|Nothing was touched"):
        restore(saved, replace=True)
    assert world.state() == before


def test_migrations_of_an_app_that_is_gone_keep_nobody_away(saved):
    told(saved, leaves=["an_app_of_last_year.0001_initial"])
    restore(saved, replace=True)
    assert Application.objects.count() == PEOPLE


def test_a_database_that_breaks_off_leaves_all_as_it_was(saved, monkeypatch):
    before = world.state()

    def full(*_args, **_kwargs):
        raise OSError("No space left on device")

    monkeypatch.setattr("volunteering.core.backup.media.shutil.copystat", full)
    with pytest.raises(OSError, match="No space"):
        restore(saved, replace=True)
    assert world.state() == before


def test_a_backup_is_checked_with_sha256sum_and_closed_to_others(saved, capacity):
    done = subprocess.run(
        ["sha256sum", "--check", "--quiet", "SHA256SUMS"], cwd=saved, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (0, "")
    assert saved.stat().st_mode & 0o077 == 0


def test_a_file_that_a_row_names_and_that_is_gone_is_told(capacity, settings, tmp_path, capsys):
    shutil.rmtree(settings.MEDIA_ROOT / "original_images")
    call_command("backup", str(tmp_path / "backup"))
    assert manifest.read(tmp_path / "backup").missing == 2
    assert "2" in capsys.readouterr().err


def test_a_backup_is_whole_or_not_there(capacity, tmp_path, monkeypatch):
    def full(*_args, **_kwargs):
        raise OSError("No space left on device")

    monkeypatch.setattr("volunteering.core.backup.media.shutil.copystat", full)
    with pytest.raises(OSError, match="No space"):
        call_command("backup", str(tmp_path / "backup"), verbosity=0)
    assert not list(tmp_path.glob("backup*"))


def test_a_backup_lies_neither_over_another_nor_among_the_uploads(saved, settings):
    for folder in (saved, settings.MEDIA_ROOT / "backup"):
        with pytest.raises(CommandError):
            call_command("backup", str(folder), verbosity=0)
    assert manifest.read(saved).engine == connection.vendor


def test_whoever_restores_reads_what_to_do_next(saved, capsys):
    OutgoingMail.objects.update(status=Status.WAITING)
    call_command("backup", str(saved.with_name("later")), verbosity=0)
    restore(saved.with_name("later"), replace=True)
    steps = [line for line in capsys.readouterr().out.splitlines() if re.match(r"\d\. ", line)]
    assert [line[0] for line in steps] == list("12345")
    assert str(OutgoingMail.objects.count()) in steps[0]
    assert "replay_erasures" in steps[1]
    assert "setup_search" in steps[2]


def test_promises_that_time_has_broken_are_told_and_the_site_is_back(saved, capsys, clock):
    clock.shift(timedelta(days=1000))
    restore(saved, replace=True)
    assert Application.objects.count() == PEOPLE
    assert "promesse" in capsys.readouterr().err
