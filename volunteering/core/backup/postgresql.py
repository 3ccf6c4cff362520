"""PostgreSQL: its own programs, of its own age. pg_dump must not be older than the server."""

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from django.db import connection, connections, transaction
from django.utils.translation import gettext as _

from volunteering.core.backup.census import Census, take
from volunteering.core.backup.problems import Refused

NAME = "database.dump"
PROGRAMS = ("pg_dump", "pg_restore", "psql")
# Roles and rights are the server's affair: a copy is put back by whoever runs the site there.
OURS_ALONE = ("--no-owner", "--no-privileges", "--no-comments")


def prepare(folder: Path) -> None:
    """Raises `Refused` where a program is missing."""
    missing = [name for name in PROGRAMS if not shutil.which(name)]
    if missing:
        said = _("Install PostgreSQL’s client programs (Debian: postgresql-client): %(programs)s is missing.")
        raise Refused(said % {"programs": ", ".join(missing)})


def save(folder: Path) -> Census:
    """The dump shows the very moment in which the rows are counted. Raises `Refused`."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")

        def ask(statement: str) -> list[tuple]:
            cursor.execute(statement)
            return cursor.fetchall()

        [(moment,)] = ask("SELECT pg_export_snapshot()")
        census = take(ask)
        _run("pg_dump", "--format=custom", f"--snapshot={moment}", f"--file={folder / NAME}", *OURS_ALONE)
    return census


def check(file: Path) -> None:
    """That it can be read from its first table to its last. Raises `Refused`."""
    _run("pg_restore", "--file=/dev/null", str(file), database=False)


def load(folder: Path) -> None:
    """In one transaction: what is there goes, what was saved comes, or nothing changes. Raises `Refused`.

    Tables that a newer version added go as well: pg_restore --clean would leave them, and `migrate` stumble over them.
    """
    with connection.cursor() as cursor:
        there = connection.introspection.table_names(cursor)
    connections.close_all()
    with tempfile.TemporaryDirectory(prefix="restore-") as place:
        away, back = Path(place, "away.sql"), Path(place, "back.sql")
        # Written whole before any of it runs: a program that fails halfway must not look like an end.
        _run("pg_restore", f"--file={back}", *OURS_ALONE, str(folder / NAME), database=False)
        names = ", ".join(map(connection.ops.quote_name, there))
        away.write_text(f"DROP TABLE {names} CASCADE;" if there else "", "utf-8")
        strict = ("--no-psqlrc", "--quiet", "--single-transaction", "--set=ON_ERROR_STOP=1", "--output=/dev/null")
        _run("psql", *strict, f"--file={away}", f"--file={back}")


def _run(program: str, *options: str, database: bool = True) -> None:
    """`database`: on the site's own. Raises `Refused` with what the program said."""
    prepare(Path())
    command, environment = [program, *options], {}
    if database:
        # Django knows how to name the database, and hands the password on unseen.
        command, environment = connection.client.settings_to_cmd_args_env(connection.settings_dict, [*options])
        command[0] = program
    whole = {**os.environ, **(environment or {})}
    done = subprocess.run(command, env=whole, capture_output=True, text=True, check=False)  # noqa: S603 — see above
    if done.returncode:
        said = (done.stderr.strip().splitlines() or [str(done.returncode)])[-1]
        raise Refused(_("%(program)s failed: %(said)s") % {"program": program, "said": said})
