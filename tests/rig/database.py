"""One migrated database per state of the migrations, and a copy of it for each test process.

Migrating from nothing costs 10 to 30 seconds, copying a tenth of one. The template lives under a name made of
everything it depends on, so that a new migration makes a new one. Django's flush after a transactional test
would also remove what migrations put there (the root page, the locale, the site): the copy is renewed instead.

VOLUNTEERING_TEST_DB chooses: sqlite (default) or postgresql (then DATABASE_URL says where).
"""

import contextlib
import fcntl
import hashlib
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import django
import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import connection, connections, transaction
from django.test import TransactionTestCase

REPOSITORY = Path(__file__).resolve().parents[2]
FOLDER = REPOSITORY / ".cache" / "testdb"
TEMPLATES_KEPT = 5


def fingerprint() -> str:
    """Names what a freshly migrated database depends on: Django, the installed apps and their migrations."""
    seen = hashlib.sha256(django.__version__.encode())
    for app in apps.get_app_configs():
        seen.update(app.name.encode())
        for file in sorted(Path(app.path).glob("migrations/*.py")):
            seen.update(file.name.encode() + file.read_bytes())
    return seen.hexdigest()[:16]


def migrate_into(name: str | Path) -> None:
    connection.close()
    connection.settings_dict["NAME"] = name
    call_command("migrate", verbosity=0, interactive=False, run_syncdb=True)


class SQLite:
    """Templates are files; a copy goes through SQLite itself, so that a server thread may hold the file open."""

    def __init__(self, folder: Path) -> None:
        self.template = FOLDER / f"{fingerprint()}.sqlite3"
        self.copy = folder / "test.sqlite3"

    def has_template(self) -> bool:
        return self.template.exists()

    def build_template(self) -> None:
        unfinished = self.template.with_suffix(".unfinished")
        unfinished.unlink(missing_ok=True)
        migrate_into(unfinished)
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA journal_mode=DELETE")
        connection.close()
        unfinished.rename(self.template)
        for old in sorted(FOLDER.glob("*.sqlite3"), key=lambda file: file.stat().st_mtime)[:-TEMPLATES_KEPT]:
            old.unlink(missing_ok=True)

    def renew(self) -> None:
        connections.close_all()
        with (
            contextlib.closing(sqlite3.connect(self.template)) as template,
            contextlib.closing(sqlite3.connect(self.copy)) as copy,
        ):
            template.backup(copy)
        connection.settings_dict["NAME"] = self.copy

    def drop(self) -> None:
        connections.close_all()
        shutil.rmtree(self.copy.parent)


class PostgreSQL:
    """Templates and copies are databases of the server that DATABASE_URL leads to."""

    def __init__(self, worker: str) -> None:
        self.template = f"volunteering_{fingerprint()}"
        self.copy = f"test_{worker}"
        self.maintenance = connection.settings_dict["NAME"]

    def _run(self, *statements: str) -> list[tuple]:
        """Outside any transaction, from the maintenance database: only there can databases be made and dropped."""
        connections.close_all()
        connection.settings_dict["NAME"] = self.maintenance
        with connection.cursor() as cursor:
            for statement in statements:
                cursor.execute(statement)
            rows = cursor.fetchall() if cursor.description else []
        connection.close()
        return rows

    def has_template(self) -> bool:
        return bool(self._run(f"SELECT 1 FROM pg_database WHERE datname = '{self.template}'"))

    def build_template(self) -> None:
        self._run("DROP DATABASE IF EXISTS unfinished WITH (FORCE)", "CREATE DATABASE unfinished")
        migrate_into("unfinished")
        self._run(f"ALTER DATABASE unfinished RENAME TO {self.template}")

    def renew(self) -> None:
        self.drop()
        self._run(f"CREATE DATABASE {self.copy} TEMPLATE {self.template}")
        connection.settings_dict["NAME"] = self.copy

    def drop(self) -> None:
        self._run(f"DROP DATABASE IF EXISTS {self.copy} WITH (FORCE)")


@contextlib.contextmanager
def alone(lock: Path) -> Iterator[None]:
    """One process at a time: the others wait for the template instead of building it too."""
    lock.parent.mkdir(parents=True, exist_ok=True)
    with lock.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


@pytest.fixture(scope="session")
def django_db_setup(tmp_path_factory, django_db_blocker, worker_id):
    """Replaces pytest-django's fixture of the same name."""
    with django_db_blocker.unblock(), pytest.MonkeyPatch.context() as patch:
        kind = connection.vendor
        database = SQLite(tmp_path_factory.mktemp("database")) if kind == "sqlite" else PostgreSQL(worker_id)
        with alone(FOLDER / f"{kind}.lock"):
            if not database.has_template():
                database.build_template()
        database.renew()
        patch.setattr(TransactionTestCase, "_fixture_teardown", lambda _case: database.renew())
        yield
        database.drop()


@pytest.fixture(scope="module")
def lasting(django_db_setup, django_db_blocker):
    """What a fixture of a module builds lasts for its file, and each test there takes back only what it did itself.

    Not for files with transactional tests: those end every transaction.
    """
    with django_db_blocker.unblock(), transaction.atomic():
        yield
        transaction.set_rollback(True)
