"""Each row is looked at before any is written: its fields, its values, its key, and that what it names is there.

Keys are kept in a file beside us, as those of a large city do not belong into memory.
"""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _

from volunteering.archive.manifest import migrations
from volunteering.archive.names import UnknownName
from volunteering.archive.reading import Archive
from volunteering.archive.refusals import Refused
from volunteering.archive.rows import Row, Table
from volunteering.archive.tables import exported, label, links

Say = Callable[[str], Any]
SCRATCH = """
CREATE TABLE held (name TEXT, key TEXT, PRIMARY KEY (name, key)) WITHOUT ROWID;
CREATE TABLE named (name TEXT, key TEXT, file TEXT, line INTEGER, PRIMARY KEY (name, key)) WITHOUT ROWID;
"""
DANGLING = """
SELECT named.file, named.line, named.name FROM named LEFT JOIN held USING (name, key) WHERE held.key IS NULL LIMIT 1
"""


def check(*, archive: Archive, say: Say = lambda words: None) -> None:
    """Raises Refused. Reads the whole archive and writes nothing."""
    tables = check_versions(archive)
    for name in archive.manifest.files:
        archive.verify(name)
    say(_("Digests: all as they were written."))
    # An empty name is a file that SQLite removes when it is closed.
    with closing(sqlite3.connect("", isolation_level=None)) as scratch:
        scratch.executescript(SCRATCH)
        # One transaction: without it each key waits for the disk.
        scratch.execute("BEGIN")
        for table in tables:
            Checker(archive, table, scratch).check()
            say(f"{table.name}: {archive.tables[table.name].rows}")
        for file, line, name in scratch.execute(DANGLING):
            about = {"file": file, "number": line, "table": name}
            raise Refused(_("%(file)s, line %(number)d names a row of %(table)s that is not in the archive.") % about)


def check_versions(archive: Archive) -> list[Table]:
    """The tables, in their order here. A table without a row needs no app: a server has some that are never filled."""
    known = {label(model): model for model in exported()}
    if unknown := sorted(name for name, entry in archive.tables.items() if entry.rows and name not in known):
        words = _("The archive holds a table that no app here has: %(table)s. Install that app first.")
        raise Refused(words % {"table": unknown[0]})
    apps = {name.partition(".")[0] for name in archive.tables.keys() & known}
    here, there = migrations(), archive.manifest.migrations
    for app in sorted(apps):
        if here.get(app) != there.get(app):
            about = {"app": app, "there": there.get(app), "here": here.get(app)}
            raise Refused(
                _(
                    "The versions differ: %(app)s stands at %(there)s in the archive, at %(here)s here. Install the "
                    "versions that the manifest names, import, then upgrade."
                )
                % about
            )
    return [Table(model) for name, model in known.items() if name in archive.tables]


class Checker:
    def __init__(self, archive: Archive, table: Table, scratch: sqlite3.Connection) -> None:
        self.archive, self.table, self.scratch = archive, table, scratch
        self.files = archive.media | set(archive.manifest.missing)
        self.links = [link for link in links(table.model) if link.db_constraint]
        self.file_fields = [field for field in table.fields.values() if isinstance(field, models.FileField)]

    def check(self) -> None:
        for number, row in self.archive.rows(self.table.name):
            read = self.read(number, row)
            self.remember(number, read)
            if any(read[field.name] and read[field.name] not in self.files for field in self.file_fields):
                self.refuse(number, _("the file that it names is not in the archive"))

    def read(self, number: int, row: Row) -> Row:
        if differing := sorted(row.keys() ^ self.table.fields.keys()):
            self.refuse(number, _("a field is missing or unknown: %(field)s") % {"field": differing[0][:60]})
        try:
            return self.table.read(row)
        except UnknownName as error:
            self.refuse(number, _("no app here has what it names: %(name)s") % {"name": error})
        except (ValueError, TypeError, ArithmeticError, ValidationError):
            self.refuse(number, _("a value does not fit: %(field)s") % {"field": self.table.misfit(row)})

    def remember(self, number: int, row: Row) -> None:
        try:
            self.scratch.execute("INSERT INTO held VALUES (?, ?)", (self.table.name, str(row[self.table.key])))
        except sqlite3.IntegrityError:
            self.refuse(number, _("another row has the same key"))
        self.scratch.executemany("INSERT OR IGNORE INTO named VALUES (?, ?, ?, ?)", self.named(number, row))

    def named(self, number: int, row: Row) -> Iterator[tuple[str, str, str, int]]:
        for link in self.links:
            if row[link.name] is not None:
                yield label(link.related_model), str(row[link.name]), self.table.file, number

    def refuse(self, number: int, why: str) -> None:
        about = {"file": self.table.file, "number": number, "why": why}
        raise Refused(_("%(file)s, line %(number)d: %(why)s.") % about)
