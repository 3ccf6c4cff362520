"""What every test gets. The machinery is in tests/rig: its database, its guards, its servers."""

import os
from datetime import UTC, datetime

import hypothesis
import pytest
import time_machine
from django.db import connection
from zeal import zeal_context

from tests import city
from tests.rig import every_day
from tests.rig.race import REPOSITORY

pytest_plugins = ["tests.rig.database", "tests.rig.guards"]

NOW = datetime(2026, 3, 4, 8, tzinfo=UTC)
SERVICES = ("DATABASE_URL", "REDIS_URL")
# Fixtures whose presence says that a test touches the database.
DATABASE_FIXTURES = {"db", "transactional_db", "live_server", "admin_client"}

hypothesis.settings.register_profile("default", derandomize=True, database=None, deadline=None)
hypothesis.settings.register_profile("long", max_examples=2_000, database=None, deadline=None)
hypothesis.settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))


def touches_database(item: pytest.Item) -> bool:
    return bool(item.get_closest_marker("django_db") or DATABASE_FIXTURES & set(getattr(item, "fixturenames", ())))


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Slow tests first, so that no process is left alone with one; on PostgreSQL only what touches the database."""
    items.sort(key=lambda item: item.get_closest_marker("slow") is None)
    if "VOLUNTEERING_EVERY_DAY" in os.environ:
        for item in items:
            if not every_day.is_asked(item.path.relative_to(REPOSITORY), item.name, vendor=connection.vendor):
                item.add_marker("long")
    if connection.vendor == "postgresql":
        pure = [item for item in items if not touches_database(item)]
        config.hook.pytest_deselected(items=pure)
        items[:] = [item for item in items if touches_database(item)]


def pytest_runtest_setup(item: pytest.Item) -> None:
    """A services test without its servers fails where they were promised, and is skipped in a bare `pytest`."""
    if item.get_closest_marker("services") and not all(name in os.environ for name in SERVICES):
        if "VOLUNTEERING_SERVICES" in os.environ:
            pytest.fail("VOLUNTEERING_SERVICES promises PostgreSQL and Redis, but their addresses are missing.")
        pytest.skip("needs PostgreSQL and Redis: python -m tests.rig.services pytest -m services")


@pytest.fixture
def clock():
    """Time stands still on Wednesday 4 March 2026, 9:00 in Paris; `clock.move_to(…)` and `clock.shift(…)` move it."""
    with time_machine.travel(NOW, tick=False) as traveller:
        yield traveller


@pytest.fixture(scope="module")
def found_city(lasting):
    """The city as `setup` leaves it, built once for a file, at the moment where `clock` starts."""
    with time_machine.travel(NOW, tick=False):
        return city.found()


@pytest.fixture
def committed(django_capture_on_commit_callbacks):
    """What happens once the transaction of each change is committed."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


@pytest.fixture
def wagtail_indexes(settings):
    """Wagtail's own search and reference indexes follow what this test writes."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}


@pytest.fixture
def no_n_plus_one():
    """Fails when the same relation is read again and again, one query per row."""
    with zeal_context():
        yield
