"""The files that rows name, as they were uploaded. They keep their names: rows and revisions say them."""

from collections.abc import Iterator

from django.core.files.storage import Storage
from django.db.models import FileField

from volunteering.archive.rows import PORTION
from volunteering.archive.tables import exported

FOLDER = "media/"
BYTES_AT_ONCE = 1024 * 1024


def file_fields(*, without_people: bool = False) -> Iterator[FileField]:
    for model in exported(without_people=without_people):
        yield from (field for field in model._meta.local_concrete_fields if isinstance(field, FileField))


def files(*, without_people: bool = False) -> Iterator[tuple[Storage, str]]:
    """Where each lies, and its name there. One that two rows name comes twice."""
    for field in file_fields(without_people=without_people):
        rows = field.model._base_manager.exclude(**{field.name: ""}).exclude(**{f"{field.name}__isnull": True})
        for name in rows.values_list(field.name, flat=True).iterator(chunk_size=PORTION):
            yield field.storage, name
