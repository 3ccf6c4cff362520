"""Writes the archive, row by row: what is in memory is a portion of a table, whatever the size of the city."""

import contextlib
import io
import json
import zipfile
from collections.abc import Callable, Iterator
from hashlib import sha256
from typing import IO, Any

from django.conf import settings
from django.core.files.storage import Storage
from django.db import connection, transaction
from django.utils import timezone, translation

from volunteering import __version__
from volunteering.archive import manifest, readme
from volunteering.archive.manifest import Entry, Manifest
from volunteering.archive.media import BYTES_AT_ONCE, FOLDER, files
from volunteering.archive.paths import is_plain
from volunteering.archive.rows import Table
from volunteering.archive.sheets import sheets
from volunteering.archive.tables import exported

Say = Callable[[str], Any]
TOLD_EVERY = 10_000


class Measured(io.RawIOBase):
    """Counts and digests what is written through it."""

    def __init__(self, file: IO[bytes]) -> None:
        self.file, self.digest, self.bytes = file, sha256(), 0

    def writable(self) -> bool:
        return True

    def write(self, content: Any) -> int:
        self.file.write(content)
        self.digest.update(content)
        self.bytes += len(content)
        return len(content)


class Writer:
    def __init__(self, file: IO[bytes], *, without_people: bool, say: Say) -> None:
        self.zip = zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, allowZip64=True)
        self.without_people, self.say = without_people, say
        self.manifest = Manifest(
            made_at=timezone.now().isoformat(timespec="seconds"),
            product_version=__version__,
            without_people=without_people,
            migrations=manifest.migrations(),
        )

    def write(self) -> Manifest:
        with self.zip:
            with self.member(readme.NAME) as (text, _rows):
                text.write(readme.README.encode())
            with one_moment():
                self.write_tables()
                self.write_sheets()
                self.write_files()
            self.zip.writestr(manifest.NAME, self.manifest.as_json())
        return self.manifest

    @contextlib.contextmanager
    def member(self, name: str, *, packed: bool = True) -> Iterator[tuple[Measured, list[int]]]:
        """A file of the archive; whoever fills it may add how many rows it has."""
        info = zipfile.ZipInfo(name, timezone.localtime().timetuple()[:6])
        info.compress_type = zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED
        info.external_attr = 0o600 << 16
        rows: list[int] = []
        with self.zip.open(info, "w", force_zip64=True) as raw:
            measured = Measured(raw)
            yield measured, rows
        entry = Entry(measured.digest.hexdigest(), measured.bytes, rows[0] if rows else None)
        self.manifest.files[name] = entry

    def write_tables(self) -> None:
        for model in exported(without_people=self.without_people):
            table, number = Table(model, without_people=self.without_people), 0
            with self.member(f"data/{table.name}.jsonl") as (file, rows):
                for number, row in enumerate(table.rows(), start=1):
                    file.write(json.dumps(row, ensure_ascii=False, separators=(",", ":")).encode() + b"\n")
                    if number % TOLD_EVERY == 0:
                        self.say(f"data/{table.name}: {number}…")
                rows.append(number)
            self.say(f"data/{table.name}: {number}")

    def write_sheets(self) -> None:
        with translation.override(settings.LANGUAGE_CODE):
            for sheet in sheets(without_people=self.without_people):
                with self.member(f"csv/{sheet.name}.csv") as (file, rows):
                    text = io.TextIOWrapper(io.BufferedWriter(file), encoding="utf-8", newline="", write_through=True)
                    rows.append(sheet.write(text))
                    text.flush()
                    text.detach().detach()

    def write_files(self) -> None:
        for storage, name in files(without_people=self.without_people):
            if FOLDER + name not in self.manifest.files:
                self.write_file(storage, name)
        number = sum(name.startswith(FOLDER) for name in self.manifest.files)
        self.say(f"{FOLDER}: {number}")

    def write_file(self, storage: Storage, name: str) -> None:
        """What is not there, or lies outside its folder, is told by the manifest; the city leaves all the same."""
        try:
            opened = storage.open(name) if is_plain(name) else None
        except OSError:
            opened = None
        if opened is None:
            self.manifest.missing.append(name)
            return
        # Pictures and PDFs are packed already.
        with opened, self.member(FOLDER + name, packed=False) as (file, _rows):
            while content := opened.read(BYTES_AT_ONCE):
                file.write(content)


def write_archive(*, file: IO[bytes], without_people: bool = False, say: Say = lambda words: None) -> Manifest:
    """Everything as it was at one moment, but for files, which a database does not hold."""
    return Writer(file, without_people=without_people, say=say).write()


@contextlib.contextmanager
def one_moment() -> Iterator[None]:
    """All queries see the same rows, and nobody who writes waits for us."""
    if connection.in_atomic_block:
        yield
        return
    mode = getattr(connection, "transaction_mode", None)
    try:
        if connection.vendor == "sqlite":
            connection.ensure_connection()
            # A site's own mode takes the lock of whoever writes.
            connection.transaction_mode = "DEFERRED"
        with transaction.atomic():
            if connection.vendor == "postgresql":
                with connection.cursor() as cursor:
                    cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            yield
    finally:
        if connection.vendor == "sqlite":
            connection.transaction_mode = mode
