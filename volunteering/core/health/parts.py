"""What the site leans on, asked part by part. The words say what is wrong, never where it is or what it is called."""

import tempfile
from collections.abc import Callable
from datetime import timedelta
from enum import StrEnum
from functools import cache
from pathlib import Path

from django.apps import apps
from django.core.cache import caches
from django.core.files.storage import FileSystemStorage, default_storage
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.utils import timezone

from volunteering.core.outbox.models import OutgoingMail

# The sweeper comes every five minutes: after three of its rounds, something holds it.
MAIL_LATE = timedelta(minutes=15)
# Written to see that there is room: more than what a file system keeps inside its own tables.
PROBE = bytes(64 * 1024)


class State(StrEnum):
    OK = "ok"
    DOWN = "down"
    TO_MIGRATE = "to migrate"
    LATE = "late"
    SILENT = "no answer"


def database() -> State:
    """Reachable, and as this code expects it."""
    applied = set(MigrationRecorder(connection).applied_migrations())
    return State.OK if all(alternatives & applied for alternatives in _leaves()) else State.TO_MIGRATE


@cache
def _leaves() -> list[set[tuple[str, str]]]:
    """The last migrations of each app, each with those it stands for: a site that ran these has it too."""
    loader = MigrationLoader(None, ignore_no_migrations=True)
    return [{leaf, *loader.disk_migrations[leaf].replaces} for leaf in loader.graph.leaf_nodes()]


def cache_answers() -> State:
    """Only read: whoever looks changes nothing."""
    caches["default"].get("volunteering:ready")
    return State.OK


def media() -> State | None:
    """None: uploads go to no folder of this machine. What is written has no name, and is gone at once."""
    if not isinstance(default_storage, FileSystemStorage):
        return None
    folder = Path(default_storage.path(""))
    # The storage makes the folder with its first file.
    with tempfile.TemporaryFile(dir=next(each for each in (folder, *folder.parents) if each.exists())) as file:
        file.write(PROBE)
    return State.OK


def outbox() -> State:
    """Whether mails that somebody waits for leave."""
    late = OutgoingMail.objects.due().filter(is_bulk=False, not_before__lt=timezone.now() - MAIL_LATE)
    return State.LATE if late.exists() else State.OK


def queue() -> State | None:
    """None: this site has none."""
    if not apps.is_installed("django_rq"):
        return None
    # Not there without the extra [rq].
    from django_rq.queues import get_connection

    get_connection("default").ping()
    return State.OK


# What hangs keeps the rest from being asked: the queue, without which the site goes on, comes last.
PARTS: dict[str, Callable[[], State | None]] = {
    "media": media,
    "database": database,
    "outbox": outbox,
    "cache": cache_answers,
    "queue": queue,
}
# Nobody is served well without them. Without the queue jobs are done at once, and mails that are late leave later.
NEEDED = ("database", "cache", "media")
