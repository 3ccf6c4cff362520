"""Verbs on an import that somebody started in the admin."""

from functools import partial
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.core.files import File
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from volunteering.imports.models import ImportRun, RunStatus
from volunteering.imports.tasks import continue_import


class NotWaiting(Exception):
    """The import waits for nobody: it was confirmed or given up already."""


@transaction.atomic
def start_import(*, source: str, file: File, options: dict[str, Any], by: AbstractBaseUser) -> ImportRun:
    """Keep the file and have it read for the preview. `options`: "parent" (page id), "publish", "communes".

    The caller has checked that `by` may import; the job checks again.
    """
    name = str(file.name or "")[-255:]
    run = ImportRun(source=source, file_name=name, options=options, user_id=by.pk)
    run.file.save(name, file, save=False)
    run.save()
    _continue_later(run)
    return run


@transaction.atomic
def confirm_import(*, run: ImportRun, by: AbstractBaseUser) -> None:
    """Write what the preview showed, in the name of `by`. Raises `NotWaiting`, so that a double click imports once."""
    waiting = ImportRun.objects.filter(pk=run.pk, status=RunStatus.PREVIEWED)
    if not waiting.update(status=RunStatus.QUEUED, user=by, updated_at=timezone.now()):
        raise NotWaiting
    _continue_later(run)


def give_up_import(*, run: ImportRun) -> None:
    """Forget a preview and its file. Raises `NotWaiting`."""
    gone, _models = ImportRun.objects.filter(pk=run.pk, status=RunStatus.PREVIEWED).delete()
    if not gone:
        raise NotWaiting
    run.drop_file()


def purge_previews() -> int:
    """Forget those nobody confirmed, with their files. Returns how many."""
    abandoned = list(ImportRun.objects.abandoned())
    for run in abandoned:
        run.drop_file()
        run.delete()
    return len(abandoned)


def stop_stalled() -> int:
    """Stop what died at work, and drop its file. Returns how many."""
    stalled = list(ImportRun.objects.stalled())
    for run in stalled:
        run.status, run.finished_at = RunStatus.FAILED, timezone.now()
        run.message = _("The import was interrupted. What is already imported stays, and importing again is safe.")
        run.drop_file()
        run.save()
    return len(stalled)


def purge_reports() -> int:
    """Forget what imports of long ago reported; what they brought stays. Returns how many."""
    gone, _models = ImportRun.objects.told_long_ago().delete()
    return gone


def _continue_later(run: ImportRun) -> None:
    transaction.on_commit(partial(continue_import.enqueue, str(run.pk)))
