"""What `rqcron config.cron` puts into the queue, and when."""

import importlib
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.core.management import get_commands
from rq import cron
from rq.cron import CronJob


@pytest.fixture
def schedule(monkeypatch):
    monkeypatch.setattr(cron, "_job_data_registry", [])
    importlib.reload(importlib.import_module("config.cron"))
    return cron._job_data_registry


def test_every_line_of_the_schedule_is_a_command_that_exists(schedule):
    assert {line["args"][0] for line in schedule} <= set(get_commands())
    assert {"refill_occurrences", "refresh_missions", "purge_imports"} <= {line["name"] for line in schedule}


@pytest.mark.parametrize(
    ("day", "expected"),
    [((2026, 3, 28), "01:15"), ((2026, 10, 24), "02:15")],
    ids=["the night summer begins", "the night winter begins"],
)
def test_dates_are_refilled_at_a_quarter_past_three_in_the_city(schedule, day, expected):
    line = next(line for line in schedule if line["name"] == "refill_occurrences")
    with time_machine.travel(datetime(*day, 12, tzinfo=ZoneInfo("Europe/Paris"))):
        job = CronJob(**line)

    assert f"{job.next_enqueue_time:%H:%M} {job.next_enqueue_time.tzname()}" == f"{expected} UTC"
