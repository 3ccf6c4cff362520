"""SHA-256 of files, in the form of sha256sum(1)."""

import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path

from django.utils.translation import gettext as _

from volunteering.core.backup.problems import Refused

NAME = "SHA256SUMS"
BLOCK = 1024 * 1024


def digest(file: Path) -> str:
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def copy(source: Path, target: Path) -> str:
    """Copy a file and give its sum, reading it once."""
    found = hashlib.sha256()
    with source.open("rb") as read, target.open("wb") as written:
        while block := read.read(BLOCK):
            found.update(block)
            written.write(block)
    return found.hexdigest()


def line(sum_: str, name: str) -> str:
    """Raises `Refused` for a name that would break the line."""
    if "\n" in name or "\\" in name:
        raise Refused(_("A file has a line break or a backslash in its name: %(name)r. Rename it.") % {"name": name})
    return f"{sum_}  {name}\n"


def read(folder: Path) -> dict[str, str]:
    """Name → sum. Raises `Refused` for a name that leads out of the folder."""
    sums = {}
    for each in (folder / NAME).read_text("utf-8").splitlines():
        sum_, _spaces, name = each.partition("  ")
        if not (folder / name).resolve().is_relative_to(folder.resolve()):
            raise Refused(_("The list of files of this backup leads out of its folder: %(name)s.") % {"name": name})
        sums[name] = sum_
    return sums


def damaged(folder: Path, sums: dict[str, str], *, say: Callable[[str], object]) -> Iterator[str]:
    """Names of files that are missing or not as they were."""
    for number, (name, sum_) in enumerate(sums.items(), 1):
        file = folder / name
        if file.is_symlink() or not file.is_file() or digest(file) != sum_:
            yield name
        if number % 1000 == 0:
            say(_("%(number)d of %(all)d files checked") % {"number": number, "all": len(sums)})
