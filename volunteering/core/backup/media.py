"""Uploaded files, into a backup and back."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

from django.utils.translation import gettext as _

from volunteering.core.backup import sums
from volunteering.core.uploads.folders import COMING, GOING, files

TOLD_EVERY = 1000
Say = Callable[[str], object]


def copy(source: Path, target: Path, *, say: Say) -> Iterator[tuple[str, str, int]]:
    """Name, sum and bytes of each file copied. What is deleted meanwhile is left out."""
    for number, name in enumerate(files(source), 1):
        copied = target / name
        copied.parent.mkdir(parents=True, exist_ok=True)
        try:
            sum_ = sums.copy(source / name, copied)
            shutil.copystat(source / name, copied)
        except FileNotFoundError:
            copied.unlink(missing_ok=True)
            continue
        yield name, sum_, copied.stat().st_size
        if number % TOLD_EVERY == 0:
            say(_("%(number)d files copied") % {"number": number})


def stage(source: Path, folder: Path, *, say: Say) -> None:
    """Put the files of a backup beside those that are there."""
    coming = folder / COMING
    for left_over in (coming, folder / GOING):
        shutil.rmtree(left_over, ignore_errors=True)
    coming.mkdir(parents=True)
    for _each in copy(source, coming, say=say):
        pass


def unstage(folder: Path) -> None:
    shutil.rmtree(folder / COMING, ignore_errors=True)


def swap(folder: Path) -> None:
    """What was staged takes the place of what is there, by renaming: no file is written, and none is half there."""
    coming, going = folder / COMING, folder / GOING
    going.mkdir(exist_ok=True)
    for child in [each for each in folder.iterdir() if each not in (coming, going)]:
        child.rename(going / child.name)
    for child in list(coming.iterdir()):
        child.rename(folder / child.name)
    coming.rmdir()
    shutil.rmtree(going)
