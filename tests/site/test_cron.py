"""What `rqcron config.cron` puts into the queue, and when."""

import importlib
import re
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.core.management import get_commands
from rq import cron
from rq.cron import CronJob

from config.settings.queue import QUEUES
from tests.codebase.sources import text


@pytest.fixture
def schedule(monkeypatch):
    monkeypatch.setattr(cron, "_job_data_registry", [])
    importlib.reload(importlib.import_module("config.cron"))
    return cron._job_data_registry


def test_every_line_of_the_schedule_is_a_command_that_exists(schedule):
    assert {line["args"][0] for line in schedule} <= set(get_commands())
    assert {"refill_occurrences", "refresh_missions", "purge_expired"} <= {line["name"] for line in schedule}


def test_the_crontab_of_a_site_without_redis_says_the_same(schedule):
    lines = re.findall(
        r"^([\d*/]+ +[\d*]+ \S+ \S+ \S+) .*manage\.py (\w+)(?: --verbosity 0)?$",
        text(Path("docs/how-to/server.md")),
        re.M,
    )
    told = {name: " ".join(times.split()) for times, name in lines}

    # The whole index is read again for the sake of killed workers, who need a queue.
    assert told == {line["name"]: line["cron"] for line in schedule if line["name"] != "update_index"}


def test_what_writes_and_sends_mails_has_queues_of_its_own(schedule):
    queues = {line["name"]: line["queue_name"] for line in schedule}

    assert set(queues.values()) == set(QUEUES)
    assert {name for name, queue in queues.items() if queue == "mail"} == {"deliver_mail"}
    assert {name for name, queue in queues.items() if queue == "digest"} == {
        "send_alerts",
        "send_reminders",
        "check_records",
    }


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
