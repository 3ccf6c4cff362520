"""Making a backup."""

import shutil
from pathlib import Path
from types import ModuleType

from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.utils import timezone
from django.utils.translation import gettext as _

import volunteering
from volunteering.core.backup import manifest, media, postgresql, sqlite, sums
from volunteering.core.backup.census import Census
from volunteering.core.backup.manifest import Manifest
from volunteering.core.backup.media import Say
from volunteering.core.backup.problems import Refused
from volunteering.core.uploads.folders import elsewhere, folders

ENGINES: dict[str, ModuleType] = {"sqlite": sqlite, "postgresql": postgresql}
MEDIA = "media"
# Everything about everybody: for whoever runs the site, and nobody else on the machine.
OWNER_ONLY = 0o700


def save(folder: Path, *, say: Say) -> Manifest:
    """Make `folder`, which must not be there. Raises `Refused`; what was begun is gone then."""
    folder = folder.absolute()
    _check_place(folder)
    unfinished = folder.with_name(f"{folder.name}.unfinished")
    shutil.rmtree(unfinished, ignore_errors=True)
    unfinished.mkdir(parents=True, mode=OWNER_ONLY)
    try:
        made = _fill(unfinished, say=say)
        unfinished.rename(folder)
    except BaseException:
        shutil.rmtree(unfinished, ignore_errors=True)
        raise
    return made


def engine() -> ModuleType:
    """Raises `Refused`."""
    try:
        return ENGINES[connection.vendor]
    except KeyError:
        said = _("There is no backup for %(engine)s: use its own programs.") % {"engine": connection.vendor}
        raise Refused(said) from None


def _check_place(folder: Path) -> None:
    told = {"folder": folder}
    if folder.exists():
        raise Refused(_("%(folder)s is there already. Name a folder that is not.") % told)
    if any(folder.resolve().is_relative_to(each.resolve()) for each in folders().values()):
        raise Refused(_("%(folder)s lies among the uploaded files, which the web server hands out.") % told)
    engine().prepare(folder)


def _fill(folder: Path, *, say: Say) -> Manifest:
    made_at = timezone.now()
    say(_("Database…"))
    loader = MigrationLoader(connection, ignore_no_migrations=True)
    census = engine().save(folder)
    written = sums.line(sums.digest(folder / engine().NAME), engine().NAME)
    files: dict[str, int] = {}
    size = 0
    for alias, source in folders().items():
        say(_("Files of “%(alias)s”…") % {"alias": alias})
        files[alias] = 0
        (folder / MEDIA / alias).mkdir(parents=True)
        for name, sum_, length in media.copy(source, folder / MEDIA / alias, say=say):
            written += sums.line(sum_, f"{MEDIA}/{alias}/{name}")
            files[alias], size = files[alias] + 1, size + length
    (folder / sums.NAME).write_text(written, "utf-8")
    made = Manifest(
        version=volunteering.__version__,
        made_at=made_at.isoformat(timespec="seconds"),
        engine=connection.vendor,
        leaves=manifest.leaves(loader),
        rows=census.rows,
        files=files,
        bytes=size,
        missing=_missing(folder, census),
        elsewhere=elsewhere(),
        sums=sums.digest(folder / sums.NAME),
    )
    made.write(folder)
    return made


def _missing(folder: Path, census: Census) -> int:
    """Files that the copied rows name and that are not among the copied files."""
    return sum(
        not (folder / MEDIA / alias / named.relative_to(source)).exists()
        for alias, source in folders().items()
        for named in census.named
        if named.is_relative_to(source)
    )
