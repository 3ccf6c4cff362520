"""The files that were uploaded: in which folders of this machine they lie, and which rows name them."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.core.files.storage import FileSystemStorage, Storage, storages
from django.db import models

# Made anew by collectstatic.
STATIC = "staticfiles"
# Where files wait while a restoration is under way, within the folder itself: nothing moves between file systems.
COMING, GOING = ".restoring", ".replaced"


@dataclass(frozen=True)
class FileColumn:
    """A field of a model that names files."""

    model: type[models.Model]
    field: models.FileField

    @property
    def label(self) -> str:
        return f"{self.model._meta.label_lower}.{self.field.name}"

    @property
    def storage(self) -> Storage:
        # Django's default one is wrapped, to be found late.
        return storages["default"] if hasattr(self.field.storage, "_wrapped") else self.field.storage

    @property
    def folder(self) -> Path | None:
        """None: the files are not on this machine."""
        return Path(self.storage.location) if isinstance(self.storage, FileSystemStorage) else None


def file_columns() -> list[FileColumn]:
    """Of every installed model, in the order of their names."""
    found = [
        FileColumn(model, field)
        for model in apps.get_models()
        if model._meta.managed and not model._meta.proxy
        for field in model._meta.local_concrete_fields
        if isinstance(field, models.FileField)
    ]
    return sorted(found, key=lambda column: column.label)


def folders() -> dict[str, Path]:
    """Name → folder: the aliases of STORAGES, and fields with a storage of their own. A folder within another is there
    already.
    """
    found = [(alias, storage) for alias, storage in _storages() if isinstance(storage, FileSystemStorage)]
    kept: dict[str, Path] = {}
    # The shortest first; of two names for the same folder, the first.
    for name, storage in sorted(found, key=lambda each: len(Path(each[1].location).parts)):
        if not any(Path(storage.location).is_relative_to(other) for other in kept.values()):
            kept[name] = Path(storage.location)
    return kept


def elsewhere() -> list[str]:
    """Storages that are no folder: whoever runs them keeps copies of them."""
    return sorted(name for name, storage in _storages() if not isinstance(storage, FileSystemStorage))


def _storages() -> list[tuple[str, Storage]]:
    configured = [(alias, storages[alias]) for alias in settings.STORAGES if alias != STATIC]
    known = {id(storage) for _alias, storage in configured}
    own = [(column.label, column.storage) for column in file_columns() if id(column.storage) not in known]
    return configured + own


def files(folder: Path) -> Iterator[str]:
    """Names below it, with slashes, but for those of a restoration under way. Links are not followed."""
    for where, inner, names in os.walk(folder):
        if Path(where) == folder:
            inner[:] = [name for name in inner if name not in (COMING, GOING)]
        inner.sort()
        for name in sorted(names):
            file = Path(where, name)
            if file.is_file() and not file.is_symlink():
                yield file.relative_to(folder).as_posix()
