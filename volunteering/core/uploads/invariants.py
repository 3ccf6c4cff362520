"""What uploads promise: the file that a row names is there, and a row names each file.

A part of them each night, in turn, so that a night's work is the same for a town and for a large city.
"""

import time
from collections.abc import Iterable, Iterator
from pathlib import Path

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from volunteering.core.invariants import MOST, Invariant, register
from volunteering.core.uploads.folders import FileColumn, file_columns, files, folders

# Rows of each kind, and files of each folder, that are looked at in one night.
SAMPLE = 5000
BATCH = 500
# A file is written before its row, and deleted after it: what is younger may be on its way. In seconds.
GRACE = 24 * 60 * 60
# What the app itself writes lies beneath.
OURS = "volunteering"


def tonight(count: int) -> tuple[int, int]:
    """Of how many nights this is which one."""
    nights = -(-count // SAMPLE) or 1
    return nights, timezone.localdate().toordinal() % nights


def rows_without_their_file() -> list[str]:
    """The field and the number of each."""
    return [found for column in _columns() for found in _without_file(column)][:MOST]


def _columns() -> list[FileColumn]:
    """Those whose files are on this machine."""
    return [column for column in file_columns() if column.folder]


def _rows(column: FileColumn) -> QuerySet:
    return column.model._base_manager.filter(**{f"{column.field.name}__gt": ""}).order_by("pk")


def _without_file(column: FileColumn) -> Iterator[str]:
    rows = _rows(column)
    _nights, night = tonight(rows.count())
    for pk, name in rows.values_list("pk", column.field.name)[night * SAMPLE : (night + 1) * SAMPLE]:
        if not Path(column.folder, name).is_file():
            yield f"{column.label} {pk}"


def files_without_a_row() -> list[str]:
    """Their names, below the folder of uploads."""
    found: list[str] = []
    for place in folders().values():
        known = [column for column in _columns() if column.folder.is_relative_to(place)]
        old = list(_old_enough(place, _looked_into(place, known)))
        for start in range(0, len(old), BATCH):
            names = old[start : start + BATCH]
            found += sorted(set(names) - _named(place, known, names))
            if len(found) >= MOST:
                return found
    return found


def _looked_into(place: Path, columns: Iterable[FileColumn]) -> set[Path]:
    """Where rows have files. Somebody may keep other things beside them."""
    used = {place / OURS}
    for column in columns:
        if name := _rows(column).values_list(column.field.name, flat=True).first():
            inner = Path(column.folder, name).relative_to(place)
            # A file that lies in no folder says nothing of what lies beside it.
            used |= {place / inner.parts[0]} if len(inner.parts) > 1 else set()
    return used


def _old_enough(place: Path, used: Iterable[Path]) -> Iterator[str]:
    """Names below `place` of tonight's part."""
    names = [each.relative_to(place) / name for each in sorted(used) for name in files(each)]
    nights, night = tonight(len(names))
    for name in names[night::nights]:
        try:
            age = time.time() - (place / name).stat().st_mtime
        except FileNotFoundError:
            continue
        if age > GRACE:
            yield name.as_posix()


def _named(place: Path, columns: Iterable[FileColumn], names: Iterable[str]) -> set[str]:
    """Those of these names that a row knows."""
    found: set[str] = set()
    for column in columns:
        inner = column.folder.relative_to(place)
        asked = [Path(name).relative_to(inner).as_posix() for name in names if Path(name).is_relative_to(inner)]
        rows = column.model._base_manager.filter(**{f"{column.field.name}__in": asked})
        found |= {(inner / name).as_posix() for name in rows.values_list(column.field.name, flat=True)}
    return found


register(
    Invariant(
        name="uploads_are_there",
        promise=_("The file that a row names is there."),
        broken=rows_without_their_file,
    ),
    Invariant(
        name="uploads_are_named",
        promise=_("A row names each file that was uploaded."),
        broken=files_without_a_row,
    ),
)
