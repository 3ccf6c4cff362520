"""One makes a backup while others write (tests/rig/race.py)."""

import os
from pathlib import Path

from django.test import override_settings

from tests.applications.rivals import join
from tests.factories import ImageFactory
from volunteering.core.backup.saving import save

# Enough to see that they write meanwhile, not so much that the disk is full should something hang.
MOST = 400


def save_or_write(folder: str, media: str, capacity: int) -> int:
    """How many signed up meanwhile; -1 of the one who saves."""
    with override_settings(MEDIA_ROOT=media):
        try:
            os.close(os.open(f"{folder}.begun", os.O_CREAT | os.O_EXCL))
        except FileExistsError:
            return write_until(Path(folder), capacity)
        save(Path(folder), say=len)
        return -1


def write_until(folder: Path, capacity: int) -> int:
    number = 0
    while not folder.exists() and number < MOST:
        join(capacity)
        ImageFactory()
        number += 1
    return number
