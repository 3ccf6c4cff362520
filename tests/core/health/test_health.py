"""What monitors are told: quickly, whatever hangs, and nothing about where the parts are."""

import contextlib
import threading
import time
from datetime import timedelta

import pytest
from django.core.cache import caches
from django.db.migrations.recorder import MigrationRecorder
from django.utils import timezone

from tests.core.outbox.letters import note
from volunteering.core.health import look, parts
from volunteering.core.outbox.models import OutgoingMail, Status

pytestmark = [pytest.mark.databases, pytest.mark.django_db(transaction=True)]

CACHE = "volunteering.core.page_cache.PageCache"


@pytest.fixture
def kept(settings):
    """With the cache of whole pages, which asks the database before anything else does."""
    settings.MIDDLEWARE = [settings.MIDDLEWARE[0], CACHE, *settings.MIDDLEWARE[1:]]
    settings.VOLUNTEERING = {}


def readyz(client):
    answer = client.get("/readyz")
    assert answer["Cache-Control"].count("no-store") == 1
    return answer.status_code, answer.json()


def broken(name, monkeypatch, error="tcp://db.city.example:5432 refused, PostgreSQL 17.2"):
    def ask():
        raise ConnectionError(error)

    monkeypatch.setitem(parts.PARTS, name, ask)


def test_a_process_that_answers_asks_nobody(client, kept, django_assert_num_queries):
    with django_assert_num_queries(0):
        answer = client.get("/healthz")
    assert (answer.status_code, answer.content) == (200, b"ok\n")
    assert "no-store" in answer["Cache-Control"]
    assert not answer.cookies


def test_a_process_answers_no_host_but_its_own(client, settings):
    settings.ALLOWED_HOSTS = ["city.example"]
    for address in ("/healthz", "/readyz"):
        assert client.get(address, headers={"host": "elsewhere.example"}).status_code == 400


def test_a_site_that_is_well_is_ready(client, kept, django_assert_num_queries):
    with django_assert_num_queries(0):  # its own connection asks
        status, told = readyz(client)
    assert (status, told) == (200, {"ready": True, "media": "ok", "database": "ok", "outbox": "ok", "cache": "ok"})


@pytest.mark.parametrize(
    ("name", "status"), [("database", 503), ("cache", 503), ("media", 503), ("queue", 200), ("outbox", 200)]
)
def test_a_part_that_is_down_is_named_and_nothing_is_said_of_where_it_is(client, monkeypatch, caplog, name, status):
    broken(name, monkeypatch)
    answer = client.get("/readyz")
    assert (answer.status_code, answer.json()[name], answer.json()["ready"]) == (status, "down", status == 200)
    assert b"example" not in answer.content
    assert b"5432" not in answer.content
    assert "refused" in caplog.text


def test_a_database_that_is_not_migrated_is_not_ready(client):
    MigrationRecorder.Migration.objects.filter(app="volunteering").latest("pk").delete()
    status, told = readyz(client)
    assert (status, told["database"]) == (503, "to migrate")


def test_a_squashed_migration_counts_where_those_it_stands_for_ran(monkeypatch):
    monkeypatch.setattr(
        parts, "_leaves", lambda: [{("volunteering", "0001_squashed"), ("volunteering", "0001_initial")}]
    )
    assert parts.database() == "ok"


def test_a_cache_that_fails_is_told(client, monkeypatch, caplog):
    def get(*_args, **_kwargs):
        raise OSError("no route")

    monkeypatch.setattr(type(caches["default"]), "get", get)
    assert readyz(client)[1]["cache"] == "down"


def test_a_media_folder_that_takes_no_file_is_told(client, settings, tmp_path, caplog):
    (tmp_path / "file").touch()
    settings.MEDIA_ROOT = tmp_path / "file"
    assert readyz(client)[1]["media"] == "down"


def test_looking_leaves_no_file(client, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    assert readyz(client)[1]["media"] == "ok"
    assert list(tmp_path.iterdir()) == []


def test_a_media_folder_that_is_not_made_yet_is_well(client, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "not" / "yet"
    assert readyz(client)[1]["media"] == "ok"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({}, "late"),
        ({"is_bulk": True}, "ok"),
        ({"status": Status.SENT}, "ok"),
        ({"not_before": timezone.now() + timedelta(days=1)}, "ok"),
    ],
    ids=["due", "can wait", "left", "to try again later"],
)
def test_mail_that_lies_there_is_told_and_the_site_is_ready(client, values, told):
    note()
    lying = {"status": Status.WAITING, "not_before": timezone.now() - timedelta(minutes=20)}
    OutgoingMail.objects.update(**lying | values)
    status, parts_told = readyz(client)
    assert (status, parts_told["outbox"]) == (200, told)


@contextlib.contextmanager
def hanging(name, monkeypatch):
    """A part that takes the question and says nothing; how often it was asked."""
    end, asked = threading.Event(), []

    def hang():
        asked.append(1)
        end.wait()
        return parts.State.OK

    monkeypatch.setitem(parts.PARTS, name, hang)
    monkeypatch.setattr(look, "SECONDS", 0.3)
    yield asked
    end.set()
    look._running.join()


def test_a_database_that_hangs_is_told_in_time_however_many_ask(client, monkeypatch):
    with hanging("database", monkeypatch) as asked:
        started = time.monotonic()
        answers = [readyz(client) for _ in range(3)]
        assert time.monotonic() - started < 10
        assert {(status, told["database"], told["cache"]) for status, told in answers} == {
            (503, "no answer", "no answer")
        }
        assert len(asked) == 1
    assert readyz(client)[0] == 200


def test_a_queue_that_hangs_keeps_nobody_away(client, monkeypatch):
    with hanging("queue", monkeypatch):
        status, told = readyz(client)
    assert (status, told["queue"], told["database"]) == (200, "no answer", "ok")
