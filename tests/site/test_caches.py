"""The cache goes on without Redis, and so does the site."""

import pytest
from django.core.cache import cache, caches
from django.core.cache.backends.redis import RedisCache
from django.test import Client

from config.caches import REST, RedisOrDatabaseCache
from tests.rig.services import free_port
from tests.site.door import ask_for_code, sign_in

pytestmark = pytest.mark.databases


@pytest.fixture(autouse=True)
def no_redis(settings, monkeypatch):
    """A site whose Redis is down; this process's memory plays the database."""
    monkeypatch.setattr(RedisOrDatabaseCache, "rests_until", 0.0)
    settings.CACHES = {
        "default": {
            "BACKEND": "config.caches.RedisOrDatabaseCache",
            "LOCATION": f"redis://127.0.0.1:{free_port()}/0",
        },
        "database": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "instead"},
    }
    caches["database"].clear()


@pytest.fixture
def asked(monkeypatch):
    """How often Redis was asked."""
    asked, get = [], RedisCache.get
    monkeypatch.setattr(RedisCache, "get", lambda *args, **options: asked.append(args) or get(*args, **options))
    return asked


def test_what_is_kept_is_found_again_while_redis_is_down(caplog):
    cache.set("menu", "Agenda", 60)

    assert cache.get("menu") == "Agenda"
    assert caches["database"].get("menu") == "Agenda"
    assert "cannot be reached" in caplog.text


def test_one_of_two_is_first_while_redis_is_down():
    assert [cache.add("lock", 1), cache.add("lock", 1)] == [True, False]


def test_nobody_waits_twice_for_a_redis_that_is_down(asked, monkeypatch):
    cache.get("menu")
    cache.get("menu")
    assert len(asked) == 1

    monkeypatch.setattr(RedisOrDatabaseCache, "rests_until", RedisOrDatabaseCache.rests_until - REST)
    cache.get("menu")
    assert len(asked) == 2


def test_every_way_to_use_the_cache_has_its_second_way():
    ours = {name for name in vars(RedisOrDatabaseCache) if not name.startswith("_")} - {"rests_until"}

    assert ours == {name for name in vars(RedisCache) if not name.startswith("_")} - {"get_backend_timeout"}


def test_a_resident_can_sign_in_while_redis_is_down(client, resident):
    assert sign_in(client)["Location"] == "/"


def test_the_limits_of_the_sign_in_hold_while_redis_is_down(resident):
    assert [ask_for_code(Client()).status_code for _ in range(4)] == [302, 302, 302, 200]
