"""What a copy of the database holds: rows of each table, and the files that they name.

Asked of the copy, or of the very moment it shows: beside it, people go on.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from django.db import connection

from volunteering.core.uploads.folders import file_columns

# One statement in, its rows out.
Ask = Callable[[str], list[tuple]]


@dataclass(frozen=True)
class Census:
    rows: dict[str, int]
    named: set[Path]


def take(ask: Ask) -> Census:
    with connection.cursor() as cursor:
        tables = sorted(connection.introspection.table_names(cursor))
    quote = connection.ops.quote_name
    # Names of our own tables and columns, quoted: nothing here comes from outside.
    rows = {table: ask(f"SELECT count(*) FROM {quote(table)}")[0][0] for table in tables}  # noqa: S608
    named: set[Path] = set()
    for column in file_columns():
        table, name = column.model._meta.db_table, column.field.column
        if column.folder and table in rows:
            found = ask(f"SELECT {quote(name)} FROM {quote(table)} WHERE {quote(name)} <> ''")  # noqa: S608
            named.update(column.folder / each for (each,) in found)
    return Census(rows, named)
