"""SQLite: a copy that it makes itself, while others write. A copied file would lack what is in the log beside it."""

import contextlib
import os
import shutil
import sqlite3
from pathlib import Path

from django.db import connection, connections
from django.utils.translation import gettext as _

from volunteering.core.backup.census import Census, take
from volunteering.core.backup.problems import Refused

NAME = "database.sqlite3"
# What SQLite keeps beside a database: of another one, they would be read into the new one.
BESIDE = ("-wal", "-shm", "-journal")


def save(folder: Path) -> Census:
    copy = folder / NAME
    with connection.cursor() as cursor:
        cursor.execute("VACUUM INTO %s", [str(copy)])
    with contextlib.closing(sqlite3.connect(copy)) as made:
        return take(lambda statement: made.execute(statement).fetchall())


def prepare(folder: Path) -> None:
    """Nothing to look for: SQLite is within Python."""


def check(file: Path) -> None:
    """Raises `Refused`."""
    with contextlib.closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as opened:
        try:
            [said] = opened.execute("PRAGMA integrity_check(1)").fetchone()
        except sqlite3.DatabaseError as error:
            said = str(error)
    if said != "ok":
        raise Refused(_("The database in this backup is damaged: %(said)s") % {"said": said})


def load(folder: Path) -> None:
    """The copy takes the place of the database in one step: whoever opens it finds the old one or the new one, whole.

    Raises `Refused`.
    """
    database = Path(connection.settings_dict["NAME"])
    coming = database.with_name(f"{database.name}.restoring")
    connections.close_all()
    try:
        shutil.copyfile(folder / NAME, coming)
        if database.exists():
            shutil.copymode(database, coming)
        check(coming)
        with coming.open("rb") as written:
            os.fsync(written.fileno())
        for ending in BESIDE:
            Path(f"{database}{ending}").unlink(missing_ok=True)
        coming.replace(database)
    finally:
        coming.unlink(missing_ok=True)
        for ending in BESIDE:
            Path(f"{coming}{ending}").unlink(missing_ok=True)
