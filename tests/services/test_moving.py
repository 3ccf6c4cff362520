"""A city moves from SQLite to PostgreSQL and back: every row, every file and every promise arrives."""

import json
import os
import sys
import zipfile

import pytest

from tests.services.conftest import database, run
from tests.services.production import settings

pytestmark = [pytest.mark.services, pytest.mark.slow, pytest.mark.long, pytest.mark.django_db]

HISTORY = "data/wagtailcore.modellogentry.jsonl"
DEMO = {"DJANGO_SETTINGS_MODULE": "config.settings.dev"}


class Place:
    """An installation with a folder and a database of its own."""

    def __init__(self, folder, environment):
        folder.mkdir()
        self.folder, self.environment = folder, environment

    def manage(self, *command):
        run(sys.executable, "site/manage.py", *command, environment=self.environment)

    def leave(self):
        self.manage("export_everything", str(self.folder / "all.zip"), "--verbosity=0")
        return self.folder / "all.zip"


def told(archive):
    """Each file by its digest, tables row by row: PostgreSQL keeps the keys of JSON in an order of its own. Without the
    history, in which each import is a line.
    """
    with zipfile.ZipFile(archive) as opened:
        listed = json.loads(opened.read("manifest.json"))["files"]
        return {name: rows(opened, name) or entry["sha256"] for name, entry in listed.items() if name != HISTORY}


def rows(opened, name):
    return [json.loads(line) for line in opened.read(name).splitlines()] if name.endswith(".jsonl") else []


def on_sqlite(folder):
    with_postgresql = settings("", "", "memorymail://", folder)
    ours = {name: value for name, value in with_postgresql.items() if name not in ("DATABASE_URL", "REDIS_URL")}
    return Place(folder, ours | DEMO)


def test_a_city_moves_from_sqlite_to_postgresql_and_back(tmp_path, django_db_setup):
    old, back = on_sqlite(tmp_path / "old"), on_sqlite(tmp_path / "back")
    for place, last in ((old, "seed_demo"), (back, "check")):
        place.manage("migrate", "--verbosity=0")
        place.manage(last)
    first = old.leave()
    with database() as address:
        folder = tmp_path / "middle"
        middle = Place(folder, settings(address, os.environ["REDIS_URL"], "memorymail://", folder))
        # The database of the tests has not all the apps of a server.
        middle.manage("migrate", "--no-input", "--verbosity=0")
        middle.manage("import_everything", str(first), "--verbosity=0")
        back.manage("import_everything", str(middle.leave()), "--verbosity=0")
    before, after = told(first), told(back.leave())
    assert before.keys() == after.keys()
    assert [name for name in before if before[name] != after[name]] == []
