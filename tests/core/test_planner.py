"""What the database knows of its own tables."""

import pytest
from django.db import connection

from tests.factories import EventFactory, once
from volunteering.agenda.materialise import refill
from volunteering.agenda.models import Occurrence

pytestmark = [pytest.mark.databases, pytest.mark.django_db]


def known_rows(table: str) -> int:
    """How many rows the planner believes the table to have."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("SELECT max(CAST(stat AS integer)) FROM sqlite_stat1 WHERE tbl = %s", [table])
        else:
            cursor.execute("SELECT reltuples FROM pg_class WHERE relname = %s", [table])
        return int(cursor.fetchone()[0] or 0)


def test_every_night_the_planner_learns_how_many_dates_there_are(clock):
    EventFactory(children={"dates": [once(frequency="weekly", count=30)]})
    refill()
    assert known_rows(Occurrence._meta.db_table) == 30
