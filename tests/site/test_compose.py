"""The example for several machines starts what the settings and the schedule expect, and nothing they do not know."""

import re

import pytest
import yaml
from django.core.management import get_commands
from django.urls import reverse

from config.settings.queue import QUEUES
from tests.codebase.sources import below, text
from tests.rig.requirements import REPOSITORY, requirements

FOLDER = REPOSITORY / "docs/how-to/several-machines"
OURS = {"first", "web", "worker", "cron"}
# Of a service that we do not write, and what says which settings to read.
NOT_READ_BY_SETTINGS = {"DJANGO_SETTINGS_MODULE"}
OF_QUEUES = {"rqworker", "rqcron"}


@pytest.fixture(scope="module")
def services():
    return yaml.safe_load((FOLDER / "compose.yaml").read_text("utf-8"))["services"]


@pytest.fixture(scope="module")
def dockerfile():
    return (FOLDER / "Dockerfile").read_text("utf-8")


def read_by_settings():
    settings = "".join(text(file) for file in below("site/config/settings", endings=(".py",)) if file.stem != "test")
    return set(re.findall(r"""\benv(?:\.\w+)?\(\"(\w+)\"""", settings))


def command(service):
    return " ".join(service["command"])


def test_every_variable_is_read_by_the_settings(services):
    for name in OURS:
        assert set(services[name]["environment"]) - NOT_READ_BY_SETTINGS <= read_by_settings()


def test_no_variable_without_a_default_is_missing(services):
    required = {"SECRET_KEY", "ALLOWED_HOSTS", "BASE_URL", "DATABASE_URL", "REDIS_URL", "EMAIL_URL"}
    assert all(required <= set(services[name]["environment"]) for name in OURS)


def test_no_secret_stands_in_the_file(services):
    for name in ("SECRET_KEY", "EMAIL_URL"):
        assert services["web"]["environment"][name] == f"${{{name}:?}}"
    assert services["postgres"]["environment"]["POSTGRES_PASSWORD"] == "${POSTGRES_PASSWORD:?}"


def test_ours_share_one_image_one_folder_and_wait_for_the_migrations(services):
    assert {services[name]["image"] for name in OURS} == {"ville"}
    assert all(services[name]["volumes"] == ["var:/srv/var"] for name in OURS)
    waiting = [services[name]["depends_on"]["first"]["condition"] for name in OURS - {"first"}]
    assert set(waiting) == {"service_completed_successfully"}
    assert set(services["first"]["depends_on"]) == {"postgres", "redis"}


def test_a_worker_does_every_queue_in_the_order_of_the_settings(services):
    assert command(services["worker"]).endswith(f"rqworker {' '.join(QUEUES)}")


def test_the_site_is_asked_whether_it_is_ready(services):
    assert f'{reverse("volunteering:readyz")}"' in services["web"]["healthcheck"]["test"][-1]


def test_there_is_exactly_one_schedule(services):
    assert [name for name in services if "rqcron" in str(services[name].get("command"))] == ["cron"]
    assert services["cron"]["deploy"]["replicas"] == 1


def test_every_command_exists(services):
    named = {found for name in OURS for found in re.findall(r"manage\.py (\w+)", command(services[name]))}
    assert len(named) >= 6
    assert named - set(get_commands()) == OF_QUEUES


def test_images_are_official_and_nothing_is_open_to_other_machines(services, dockerfile):
    images = [service["image"] for service in services.values()] + re.findall(r"^FROM (\S+)", dockerfile, re.MULTILINE)

    assert all(re.fullmatch(r"[a-z]+(:[\w.-]+)?", image) for image in images)
    ports = [port for service in services.values() for port in service.get("ports", [])]
    assert all(port.startswith("127.0.0.1:") for port in ports)


def test_the_image_takes_what_is_there(dockerfile):
    copied = [name for line in re.findall(r"^COPY (.+) \S+$", dockerfile, re.MULTILINE) for name in line.split()]
    assert {"home", "site", "templates", "volunteering"} <= set(copied)
    assert [name for name in copied if not (REPOSITORY / name).exists()] == []

    [extras] = re.findall(r"requirements\.py (.+?) >", dockerfile)
    assert any(line.startswith("rq>=") for line in requirements(*extras.split()))
