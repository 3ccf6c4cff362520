"""A city leaves and moves in: its database is the one a test found, without a trace of what the city was."""

import io
import json
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import transaction

from volunteering.archive.export import write_archive
from volunteering.archive.moving_in import examine, move_in
from volunteering.archive.reading import Archive
from volunteering.core import invariants


@contextmanager
def elsewhere() -> Iterator[None]:
    """What is done here is done in another database."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def archive_of_here(**options) -> bytes:
    file = io.BytesIO()
    write_archive(file=file, **options)
    return file.getvalue()


def moved_in(content: bytes) -> None:
    archive = Archive(io.BytesIO(content))
    examine(archive=archive)
    move_in(archive=archive)


def rows(content: bytes, table: str) -> list[dict]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return [json.loads(line) for line in archive.read(f"data/{table}.jsonl").splitlines()]


def told(content: bytes, folder: str) -> dict:
    """What the manifest says of the files of a folder."""
    return {name: entry for name, entry in manifest(content)["files"].items() if name.startswith(folder)}


def manifest(content: bytes) -> dict:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return json.loads(archive.read("manifest.json"))


def broken() -> list[str]:
    """Promises of the data that are not kept: people of a test's world did not do all that people do."""
    return [finding.invariant.name for finding in invariants.check() if finding.keys]
