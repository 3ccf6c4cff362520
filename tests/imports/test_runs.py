"""The job behind the screens: progress, what goes wrong, what is left behind."""

from datetime import timedelta
from functools import partial

import pytest
from django.contrib.auth import get_user_model
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.utils import timezone, translation
from wagtail.users.models import UserProfile

from tests.factories import EventIndexFactory
from tests.imports.files import agenda_file, event
from volunteering.agenda.models import EventPage
from volunteering.imports import runs
from volunteering.imports.actions import confirm_import, purge_previews, start_import
from volunteering.imports.models import ImportRun, RunStatus
from volunteering.imports.runs import work_on
from volunteering.imports.tasks import continue_import

pytestmark = [pytest.mark.databases, pytest.mark.django_db]


@pytest.fixture
def person():
    return get_user_model().objects.create_superuser("chief", "chief@city.example", "secret")


def started(person, folder, *records) -> ImportRun:
    """A run whose file waits to be read; its job has not begun."""
    parent = EventIndexFactory()
    content = ContentFile(agenda_file(folder, *(records or [event()])).read_bytes(), name="events.json")
    return start_import(source="openagenda", file=content, options={"parent": parent.pk, "publish": True}, by=person)


def confirmed(person, folder, *records) -> ImportRun:
    run = started(person, folder, *records)
    work_on(str(run.pk))
    confirm_import(run=run, by=person)
    return run


def now(run) -> ImportRun:
    return ImportRun.objects.get(pk=run.pk)


def test_a_job_is_queued_only_once_the_upload_is_committed(person, tmp_path, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks() as callbacks:
        run = started(person, tmp_path)

    jobs = [call for call in callbacks if isinstance(call, partial)]
    assert [(call.func, call.args) for call in jobs] == [(continue_import.enqueue, (str(run.pk),))]
    assert now(run).status == RunStatus.READING


def test_a_job_delivered_twice_imports_once(person, tmp_path):
    run = confirmed(person, tmp_path)

    work_on(str(run.pk))
    work_on(str(run.pk))

    assert (now(run).status, EventPage.objects.count()) == (RunStatus.DONE, 1)


def test_a_job_tells_its_progress(person, tmp_path, monkeypatch):
    run = confirmed(person, tmp_path, *(event(uid=str(number)) for number in range(3)))
    told = []
    monkeypatch.setattr(runs, "PROGRESS_EVERY", 0)
    real = runs.import_file
    monkeypatch.setattr(
        runs, "import_file", lambda **options: real(**{**options, "progress": lambda *at: told.append(at)})
    )

    work_on(str(run.pk))

    assert told == [(0, 3), (1, 3), (2, 3), (3, 3)]


def test_progress_is_written_while_the_job_is_at_work(person, tmp_path, monkeypatch):
    run = confirmed(person, tmp_path, *(event(uid=str(number)) for number in range(3)))
    monkeypatch.setattr(runs, "PROGRESS_EVERY", 0)
    tell = runs._progress(run)

    tell(2, 3)

    assert (now(run).done, now(run).total) == (2, 3)


def test_someone_who_lost_the_right_meanwhile_cannot_import(person, tmp_path):
    run = confirmed(person, tmp_path)
    get_user_model().objects.update(is_superuser=False)

    work_on(str(run.pk))

    assert (now(run).status, EventPage.objects.count()) == (RunStatus.FAILED, 0)


def test_an_import_of_someone_who_is_gone_does_not_run_as_nobody(person, tmp_path):
    run = confirmed(person, tmp_path)
    person.delete()

    work_on(str(run.pk))

    assert (now(run).status, EventPage.objects.count()) == (RunStatus.FAILED, 0)


def test_a_file_that_vanished_is_told_in_words(person, tmp_path):
    run = confirmed(person, tmp_path)
    run.file.storage.delete(run.file.name)

    work_on(str(run.pk))

    assert now(run).status == RunStatus.FAILED
    assert now(run).message


def test_a_fault_of_ours_stops_the_run_with_words_and_is_not_hidden(person, tmp_path, monkeypatch):
    run = confirmed(person, tmp_path)

    def break_down(**options):
        raise ZeroDivisionError

    monkeypatch.setattr(runs, "import_file", break_down)

    with pytest.raises(ZeroDivisionError):
        work_on(str(run.pk))
    assert (now(run).status, bool(now(run).message), now(run).file.name) == (RunStatus.FAILED, True, "")


def test_a_report_speaks_the_persons_language(person, tmp_path):
    UserProfile.objects.create(user=person, preferred_language="en")
    run = started(person, tmp_path, event(title_fr=""))

    with translation.override("fr"):
        work_on(str(run.pk))

    assert "title" in now(run).report["refused"][0]["reason"]


def test_a_preview_nobody_confirmed_is_forgotten_after_a_day(person, tmp_path, clock):
    run = started(person, tmp_path)
    work_on(str(run.pk))
    clock.shift(timedelta(hours=23))
    assert purge_previews() == 0

    clock.shift(timedelta(hours=2))

    assert purge_previews() == 1
    assert not ImportRun.objects.exists()
    assert not run.file.storage.exists(run.file.name)


def test_an_import_whose_job_died_is_stopped_and_said(person, tmp_path):
    run = confirmed(person, tmp_path)
    ImportRun.objects.update(status=RunStatus.RUNNING, updated_at=timezone.now() - timedelta(hours=2))

    call_command("purge_expired", verbosity=0)

    assert (now(run).status, now(run).file.name) == (RunStatus.FAILED, "")


def test_an_import_that_is_done_is_kept_for_the_record(person, tmp_path, clock):
    run = confirmed(person, tmp_path)
    work_on(str(run.pk))
    clock.shift(timedelta(days=30))

    call_command("purge_expired", verbosity=0)

    assert now(run).report["counts"]["created"] == 1
