"""Putting a backup back. Everything that can be refused is refused before anything is touched."""

from pathlib import Path

from django.db import connection
from django.utils.translation import gettext as _

from volunteering.core.backup import manifest, media, sums
from volunteering.core.backup.manifest import Manifest
from volunteering.core.backup.media import Say
from volunteering.core.backup.problems import Refused
from volunteering.core.backup.saving import MEDIA, engine
from volunteering.core.uploads.folders import files, folders

SHOWN = 5


def restore(folder: Path, *, replace: bool, say: Say) -> Manifest:
    """Raises `Refused`; then the site is as it was."""
    saved = manifest.read(folder)
    check(folder, saved, say=say)
    if not replace:
        _check_empty()
    places = {folder / MEDIA / alias: folders()[alias] for alias in saved.files}
    try:
        for source, place in places.items():
            say(_("Files of “%(alias)s”…") % {"alias": source.name})
            media.stage(source, place, say=say)
        say(_("Database…"))
        engine().load(folder)
    except BaseException:
        for place in places.values():
            media.unstage(place)
        raise
    for place in places.values():
        media.swap(place)
    return saved


def check(folder: Path, saved: Manifest, *, say: Say) -> None:
    """Whether this backup is whole and fits this site. Raises `Refused`."""
    if saved.engine != connection.vendor:
        told = {"saved": saved.engine, "ours": connection.vendor}
        raise Refused(_("This backup was made on %(saved)s, and this site runs on %(ours)s.") % told)
    if unknown := manifest.unknown(saved.leaves):
        said = _("This backup comes from newer code. Update the code first: it lacks %(names)s.")
        raise Refused(said % {"names": ", ".join(unknown[:SHOWN])})
    if strangers := set(saved.files) - set(folders()):
        said = _("This site has no folder for the files of %(names)s: see STORAGES in its settings.")
        raise Refused(said % {"names": ", ".join(sorted(strangers))})
    engine().prepare(folder)
    _check_whole(folder, saved, say=say)


def _check_whole(folder: Path, saved: Manifest, *, say: Say) -> None:
    say(_("Checking the backup…"))
    if not (folder / sums.NAME).is_file() or sums.digest(folder / sums.NAME) != saved.sums:
        raise Refused(_("This backup is damaged: its list of files is not as it was."))
    listed = sums.read(folder)
    damaged = list(sums.damaged(folder, listed, say=say))
    strangers = {f"{MEDIA}/{name}" for name in files(folder / MEDIA)} - set(listed)
    if wrong := sorted([*damaged, *strangers]):
        names = ", ".join(wrong[:SHOWN])
        raise Refused(_("This backup is damaged: %(names)s.") % {"names": names})
    engine().check(folder / engine().NAME)


def _check_empty() -> None:
    with connection.cursor() as cursor:
        tables = connection.introspection.table_names(cursor)
    there = [str(place) for place in folders().values() if next(files(place), None)]
    if tables:
        raise Refused(_("There is a database already. With --replace, the backup takes its place."))
    if there:
        said = _("There are files already in %(folders)s. With --replace, those of the backup take their place.")
        raise Refused(said % {"folders": ", ".join(there)})
