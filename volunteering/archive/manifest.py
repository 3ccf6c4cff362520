"""What an archive says of itself: format, moment, versions, and of each file how long it is and its digest."""

import json
from dataclasses import asdict, dataclass, field
from typing import Any

from django.apps import apps
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.utils.translation import gettext as _

from volunteering.archive.refusals import Refused

FORMAT, VERSION = "wagtail-volunteering-archive", 1
NAME = "manifest.json"
# A line of the manifest for each of 100,000 pictures takes some 20 MB.
LARGEST = 64 * 1024 * 1024


@dataclass(frozen=True)
class Entry:
    """`bytes`: unpacked. `rows`: of a table or sheet, the heading not counted."""

    sha256: str
    bytes: int
    rows: int | None = None


@dataclass
class Manifest:
    """`made_at`: ISO 8601. `migrations`: the last one of each app. `missing`: files that rows name and nobody has."""

    made_at: str
    product_version: str
    without_people: bool
    migrations: dict[str, str]
    files: dict[str, Entry] = field(default_factory=dict)
    missing: list[str] = field(default_factory=list)

    def as_json(self) -> str:
        return json.dumps({"format": FORMAT, "version": VERSION, **asdict(self)}, ensure_ascii=False, indent=1)


def read(content: bytes) -> Manifest:
    """Raises Refused."""
    try:
        told = json.loads(content)
        form, version = told.pop("format"), told.pop("version")
    except (ValueError, KeyError, AttributeError, TypeError, RecursionError) as error:
        raise Refused(_("This is no archive of such a site: its manifest cannot be read.")) from error
    if form != FORMAT:
        raise Refused(_("This is no archive of such a site: its manifest names another format."))
    if version != VERSION:
        about = {"version": str(version)[:20], "ours": VERSION}
        raise Refused(_("The archive has version %(version)s of the format, this site reads %(ours)d.") % about)
    try:
        return _manifest(told)
    except (ValueError, KeyError, AttributeError, TypeError) as error:
        raise Refused(_("The manifest of the archive lacks something, or says it in another form.")) from error


def _manifest(told: dict[str, Any]) -> Manifest:
    manifest = Manifest(**told)
    manifest.files = {name: Entry(**entry) for name, entry in manifest.files.items()}
    for entry in manifest.files.values():
        numbers = [entry.bytes] if entry.rows is None else [entry.bytes, entry.rows]
        if not (isinstance(entry.sha256, str) and all(type(number) is int and number >= 0 for number in numbers)):
            raise TypeError
    texts = [*manifest.missing, *manifest.migrations, *manifest.migrations.values()]
    if not all(isinstance(text, str) for text in texts) or type(manifest.without_people) is not bool:
        raise TypeError
    return manifest


def migrations() -> dict[str, str]:
    """The last migration of each app that has any."""
    leaves = MigrationLoader(connection).graph.leaf_nodes()
    installed = {config.label for config in apps.get_app_configs()}
    return {app: name for app, name in sorted(leaves) if app in installed}
