"""What a backup says of itself."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from pathlib import Path

from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.utils.translation import gettext as _

from volunteering.core.backup.problems import Refused

FORMAT = 1
NAME = "manifest.json"


@dataclass(frozen=True, kw_only=True)
class Manifest:
    """`made_at`: ISO 8601, UTC. `engine`: Django's vendor. `leaves`: "app.migration", the last that ran of each app.

    `rows`: of each table, at the moment of the copy. `files`: of each storage; `bytes`: of all files. `missing`: files
    that rows name and that were not there. `elsewhere`: storages that are no folder, and are not in here. `sums`:
    SHA-256 of SHA256SUMS.
    """

    version: str
    made_at: str
    engine: str
    leaves: list[str]
    rows: dict[str, int]
    files: dict[str, int]
    bytes: int
    missing: int
    elsewhere: list[str]
    sums: str
    format: int = FORMAT
    app: str = field(default="wagtail-volunteering")

    def write(self, folder: Path) -> None:
        (folder / NAME).write_text(json.dumps(asdict(self), indent=1, ensure_ascii=False), "utf-8")


def read(folder: Path) -> Manifest:
    """Raises `Refused`: no backup, or one that this code cannot read."""
    try:
        told = json.loads((folder / NAME).read_text("utf-8"))
        manifest = Manifest(**told)
    except (OSError, ValueError, TypeError) as error:
        raise Refused(_("%(folder)s is no backup that can be read.") % {"folder": folder}) from error
    if manifest.format != FORMAT:
        raise Refused(_("This version does not know the form of this backup: restore it with the one that made it."))
    return manifest


def leaves(loader: MigrationLoader) -> list[str]:
    """The last migrations that ran, of each app."""
    ran = set(loader.applied_migrations) & set(loader.graph.nodes)
    last = [key for key in ran if not any(child in ran for child in _children(loader, key))]
    return sorted(f"{app}.{name}" for app, name in last)


def _children(loader: MigrationLoader, key: tuple[str, str]) -> Iterable[tuple[str, str]]:
    """Of the same app."""
    return (child.key for child in loader.graph.node_map[key].children if child.key[0] == key[0])


def unknown(named: Iterable[str]) -> list[str]:
    """Those of an installed app that this code does not have: it was made by a newer one."""
    loader = MigrationLoader(connection, ignore_no_migrations=True)
    known = set(loader.disk_migrations)
    for migration in loader.disk_migrations.values():
        known |= set(map(tuple, migration.replaces))
    keys = [(leaf.partition(".")[0], leaf.partition(".")[2]) for leaf in named]
    return [f"{app}.{name}" for app, name in keys if app in loader.migrated_apps and (app, name) not in known]
