"""What a job does with an uploaded file: first read it for the preview, then, once confirmed, write it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import NamedTemporaryFile
from time import monotonic

from django.db.models import Model
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from wagtail.models import Page

from volunteering.imports.access import indexes_for
from volunteering.imports.engine import import_file
from volunteering.imports.models import ImportRun, RunStatus
from volunteering.imports.reading import Unreadable
from volunteering.imports.registry import make_importer
from volunteering.imports.report import Report

# How many rows the screen lists: before, after, and of those that need a person's eye.
PREVIEW_ROWS, REPORT_ROWS, FAULTY_ROWS = 50, 500, 500
# Seconds between two progress notes: each is a write, and nobody reads faster.
PROGRESS_EVERY = 1.0


class NoLongerAllowed(Exception):
    """The person's account or right went away between the upload and the job."""


def work_on(run_id: str) -> None:
    """The next step of a run. Doing it twice is harmless: a step that was taken is not taken again."""
    run = ImportRun.objects.select_related("user").get(pk=run_id)
    with translation.override(_language_of(run.user)):
        if run.status == RunStatus.READING:
            _step(run, _preview)
        elif run.status == RunStatus.QUEUED and _claim(run):
            _step(run, _write)


def _claim(run: ImportRun) -> bool:
    """Only one job writes, however often the queue delivers the message."""
    waiting = ImportRun.objects.filter(pk=run.pk, status=RunStatus.QUEUED)
    return bool(waiting.update(status=RunStatus.RUNNING, updated_at=timezone.now()))


def _step(run: ImportRun, step: Callable[[ImportRun, Path, Page], None]) -> None:
    try:
        with _local_file(run) as path:
            step(run, path, _parent(run))
    except (Unreadable, NoLongerAllowed) as error:
        _stop(run, str(error))
    except FileNotFoundError:
        _stop(run, _("The file is no longer there. Send it again."))
    except Exception:
        _stop(run, _("Something went wrong on our side. What is already imported stays, and importing again is safe."))
        raise


def _preview(run: ImportRun, path: Path, parent: Page) -> None:
    report = _import(run, path, parent, dry_run=True)
    run.report = report.to_json(rows=PREVIEW_ROWS, faults=FAULTY_ROWS)
    run.status, run.done, run.total = RunStatus.PREVIEWED, 0, len(report.rows)
    run.save()


def _write(run: ImportRun, path: Path, parent: Page) -> None:
    run.status = RunStatus.RUNNING
    report = _import(run, path, parent, dry_run=False)
    run.report = report.to_json(rows=REPORT_ROWS, faults=FAULTY_ROWS)
    run.status, run.finished_at, run.done, run.total = (
        RunStatus.DONE,
        timezone.now(),
        len(report.rows),
        len(report.rows),
    )
    run.drop_file()
    run.save()


def _import(run: ImportRun, path: Path, parent: Page, *, dry_run: bool) -> Report:
    return import_file(
        importer=make_importer(run.source, run.options),
        path=path,
        parent=parent,
        publish=bool(run.options.get("publish")),
        by=run.user,
        dry_run=dry_run,
        progress=_progress(run),
    )


def _parent(run: ImportRun) -> Page:
    allowed = indexes_for(run.user, run.source) if run.user else []
    parent = next((page for page in allowed if page.pk == run.options.get("parent")), None)
    if parent is None:
        raise NoLongerAllowed(_("You may no longer add pages there."))
    return parent


def _progress(run: ImportRun) -> Callable[[int, int], None]:
    told = 0.0

    def tell(done: int, total: int) -> None:
        nonlocal told
        if monotonic() - told >= PROGRESS_EVERY:
            told = monotonic()
            ImportRun.objects.filter(pk=run.pk).update(done=done, total=total, updated_at=timezone.now())

    return tell


def _stop(run: ImportRun, message: str) -> None:
    run.status, run.message, run.finished_at = RunStatus.FAILED, message, timezone.now()
    run.drop_file()
    run.save()


@contextmanager
def _local_file(run: ImportRun) -> Iterator[Path]:
    """The upload as a file of this machine, wherever the storage keeps it."""
    with NamedTemporaryFile(suffix=".upload") as copy, run.file.open("rb") as upload:
        for chunk in upload.chunks():
            copy.write(chunk)
        copy.flush()
        yield Path(copy.name)


def _language_of(user: Model | None) -> str:
    """The language in which the person reads the admin."""
    profile = getattr(user, "wagtail_userprofile", None)
    return profile.get_preferred_language() if profile else translation.get_language() or "en"
