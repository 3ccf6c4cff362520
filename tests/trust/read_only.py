"""Looking changes nothing: a guard that refuses every statement that writes, and the few that may."""

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from django.db import connection

READS = re.compile(r"\s*\(*(SELECT|SAVEPOINT|RELEASE|ROLLBACK|EXPLAIN|PRAGMA|SHOW)\b", re.IGNORECASE)

# How the few statements begin that a GET may execute, and why.
ALLOWED = {
    'INSERT INTO "django_session"': "signing in and messages to the user are kept in the session",
    'UPDATE "django_session"': "the same",
    'DELETE FROM "django_session"': "the same",
    'INSERT INTO "volunteering_hits"': "how often an address is asked for is counted, so that it cannot be too often",
    'INSERT INTO "wagtailimages_rendition"': "Wagtail draws a size of a picture when it is first asked for",
    'INSERT INTO "wagtailadmin_editingsession"': "Wagtail tells editors who else has the page open",
    'DELETE FROM "wagtailadmin_editingsession"': "the same, tidied up",
    'INSERT INTO "wagtailcore_pagesubscription"': "Wagtail's editor remembers who follows the comments of a page",
    'UPDATE "wagtailmenus_mainmenu"': "wagtailmenus saves the menu as it is when its editor opens",
    'INSERT INTO "wagtailusers_userprofile"': "Wagtail makes an admin user's preferences when it first reads them",
}


class Wrote(AssertionError):
    """A request that only looks tried to change the database."""


def plain(sql: str) -> str:
    """SQLite's way to skip a row that exists, PostgreSQL says it at the end."""
    return sql.lstrip().replace("INSERT OR IGNORE INTO", "INSERT INTO")


@contextmanager
def select_only(allowed: Mapping[str, str] = ALLOWED) -> Iterator[list[str]]:
    """Raise `Wrote` at a writing statement; the list keeps them, in case a view swallows the exception."""
    written: list[str] = []

    def watch(execute: Callable, sql: str, params: Any, many: bool, context: dict) -> Any:
        if not READS.match(sql) and not plain(sql).startswith(tuple(allowed)):
            written.append(sql)
            raise Wrote(sql)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(watch):
        yield written
