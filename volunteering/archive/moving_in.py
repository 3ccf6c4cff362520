"""Writes an archive that was checked, all or nothing. Keys stay: links, revisions and addresses hold them."""

from collections.abc import Callable
from itertools import islice
from typing import Any

from django.core.files import File
from django.core.files.storage import Storage
from django.core.management.color import no_style
from django.db import DatabaseError, connection, transaction
from django.utils.translation import gettext as _
from wagtail.models import Site

from volunteering.archive.checking import check, check_versions
from volunteering.archive.media import FOLDER, files
from volunteering.archive.reading import Archive
from volunteering.archive.refusals import Refused
from volunteering.archive.rows import PORTION, Table
from volunteering.archive.tables import exported
from volunteering.archive.vacancy import in_the_way, make_room
from volunteering.core import freshness

Say = Callable[[str], Any]
TOLD_EVERY = 10_000


def examine(*, archive: Archive, say: Say = lambda words: None) -> None:
    """All that can be known before anything is written. Raises Refused."""
    obstacles = list(in_the_way(media=archive.media))
    if obstacles:
        words = _("Something is here already; an archive moves into a freshly migrated, empty installation only:")
        raise Refused("\n  ".join([words, *obstacles]))
    check(archive=archive, say=say)


def move_in(*, archive: Archive, say: Say = lambda words: None) -> None:
    """After `examine`. Raises Refused, and then nothing is there: neither rows nor files."""
    written: dict[str, Storage] = {}
    media = archive.media
    try:
        with transaction.atomic():
            make_room()
            for table in check_versions(archive):
                write_table(archive, table, say)
            number_on()
            connection.check_constraints()
            for storage, name in files():
                if name in media and name not in written:
                    write_file(archive, storage, name, written)
    except BaseException as error:
        for name, storage in written.items():
            storage.delete(name)
        if isinstance(error, DatabaseError | OverflowError):
            # The words of a database may repeat what is in a row.
            raise Refused(_("The database refuses a row: %(kind)s.") % {"kind": type(error).__name__}) from error
        raise
    Site.clear_site_root_paths_cache()
    freshness.touch()


def write_table(archive: Archive, table: Table, say: Say) -> None:
    rows, number = archive.rows(table.name), 0
    while portion := [table.read(row) for _number, row in islice(rows, PORTION)]:
        table.insert(portion)
        number += len(portion)
        if number % TOLD_EVERY == 0:
            say(f"{table.name}: {number}…")
    say(f"{table.name}: {number}")


def write_file(archive: Archive, storage: Storage, name: str, written: dict[str, Storage]) -> None:
    with archive.open(FOLDER + name) as content:
        kept = storage.save(name, File(content, name=name))
    written[kept] = storage
    if kept != name:
        raise Refused(_("Files of the same names in the storage: %(number)d") % {"number": 1})


def number_on() -> None:
    """New rows get the numbers after those that came in; SQLite sees to that by itself."""
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), exported()):
            cursor.execute(statement)
