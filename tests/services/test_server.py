"""The production settings, on PostgreSQL and Redis behind gunicorn: nothing else runs them before a city does."""

import os
import re
import urllib.error

import pytest
import redis
from django.db import connection

pytestmark = [pytest.mark.services, pytest.mark.slow, pytest.mark.django_db]


@pytest.mark.parametrize("path", ["/", "/associations/", "/agenda/", "/missions/"])
def test_a_visitor_can_open_the_site(server, path):
    with server.get(path) as answer:
        assert answer.status == 200
        assert "text/html" in answer.headers["Content-Type"]


def test_a_visitor_on_http_is_sent_to_https(server):
    with pytest.raises(urllib.error.HTTPError) as sent:
        server.get("/associations/", **{"X-Forwarded-Proto": "http"})
    sent.value.close()

    assert sent.value.code == 301
    assert sent.value.headers["Location"].startswith("https://")


def test_a_static_file_can_be_kept_for_ever_because_its_name_changes_with_it(server):
    with server.get("/agenda/") as answer:
        address = re.search(r'href="(/static/[^"]+\.[0-9a-f]{12}\.css)"', answer.read().decode()).group(1)

    with server.get(address) as answer:
        assert answer.status == 200
        assert "immutable" in answer.headers["Cache-Control"]


def test_the_cache_is_in_redis(server):
    server.get("/agenda/").close()

    with redis.Redis.from_url(os.environ["REDIS_URL"]) as client:
        assert client.dbsize() > 0


def test_the_database_knows_that_a_capital_letter_has_an_accent():
    if connection.vendor != "postgresql":
        pytest.fail("The services tests run on PostgreSQL: VOLUNTEERING_TEST_DB=postgresql")
    with connection.cursor() as cursor:
        cursor.execute("SELECT lower('ÉCOLE') = 'école', 'Fête' ILIKE 'fête', current_setting('server_encoding')")
        assert cursor.fetchone() == (True, True, "UTF8")
