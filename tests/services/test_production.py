"""The production settings, on PostgreSQL and Redis behind gunicorn, with what a city does first on its server: checks,
static files, sign-in, the desk. Nothing else runs them before a city does.
"""

import json
import os
import re
import urllib.error

import pytest
import redis
from django.db import connection
from django.urls import reverse

from config.settings.queue import QUEUES
from tests.services.conftest import DATABASE
from tests.services.visitor import Visitor

pytestmark = [pytest.mark.services, pytest.mark.slow, pytest.mark.django_db]

EDITOR, PASSWORD = "boss", "a-long-enough-secret"
STATIC = re.compile(r'(?:src|href)="(/static/[^"?]+)')


@pytest.fixture(scope="session")
def editor(server):
    """Someone who may do everything, signed in to the admin."""
    options = ("--noinput", f"--username={EDITOR}", "--email=boss@city.example")
    server.manage("createsuperuser", *options, DJANGO_SUPERUSER_PASSWORD=PASSWORD)
    visitor = Visitor(server)
    visitor.get("/admin/login/")
    assert visitor.post("/admin/login/", username=EDITOR, password=PASSWORD, next="/admin/").location == "/admin/"
    return visitor


def last_code(server):
    """The code of the last mail that left."""
    return re.findall(r"\b\d{4}-\d{4}\b", server.letters[-1])[-1]


@pytest.mark.parametrize("without", ["", "REDIS_URL", "DATABASE_URL", "EMAIL_URL"])
def test_the_deployment_check_has_nothing_to_say(server, without, monkeypatch):
    monkeypatch.delitem(server.environment, without, raising=False)
    server.manage("check", "--deploy", "--fail-level=WARNING")


def test_nothing_is_left_to_migrate(server):
    server.manage("migrate", "--check")
    server.manage("makemigrations", "--check", "--dry-run")


def test_every_static_file_has_a_name_of_its_own(server):
    manifest = json.loads((server.folder / "static" / "staticfiles.json").read_text())["paths"]

    assert {"volunteering/icons.svg", "wagtailgeowidget/js/leaflet-field.js", "home/css/base.css"} <= set(manifest)
    assert not [name for name, hashed in manifest.items() if name == hashed]


@pytest.mark.parametrize(
    "path",
    [
        "/admin/",
        "/admin/pages/",
        reverse("volunteering_events:choose_parent"),  # leads to the form of a new event: there is one agenda
        "/admin/images/add/",
        "/admin/settings/volunteering/citysettings/",
        "/admin/wagtailmenus/mainmenu/",
        "/admin/queues/",
        "/admin/queues/queues/0/failed/",
    ],
)
def test_an_editor_can_open_the_desk_with_all_its_static_files(server, editor, path):
    page = editor.get(path)
    while page.location:
        page = editor.get(page.location)

    assert page.status == 200
    assert [address for address in sorted(set(STATIC.findall(page.text))) if editor.get(address).status != 200] == []


@pytest.fixture
def failed_job(server):
    """Its address on the dashboard of the queues."""
    server.manage("rqenqueue", "django.core.management.call_command", "no_such_command")
    server.manage("rqworker", *QUEUES, "--burst")
    with redis.Redis.from_url(os.environ["REDIS_URL"]) as client:
        [job_id] = client.zrange("rq:failed:default", 0, -1)
        yield f"/admin/queues/queues/{sorted(QUEUES).index('default')}/{job_id.decode()}/"
        client.delete("rq:failed:default", "rq:queue:default")


def test_a_superuser_as_wagtail_makes_one_can_look_at_a_failed_job_and_try_it_again(server, editor, failed_job):
    server.manage("shell", "-c", "from django.contrib.auth.models import User; User.objects.update(is_staff=False)")

    assert "no_such_command" in editor.get(failed_job).text
    assert "call_command" in editor.get(f"{failed_job.rsplit('/', 2)[0]}/failed/").text
    assert editor.get(f"{failed_job}requeue/").status == 200
    editor.post(f"{failed_job}requeue/")
    with redis.Redis.from_url(os.environ["REDIS_URL"]) as client:
        assert client.llen("rq:queue:default") == 1


def test_every_screen_of_the_queues_can_be_opened(editor):
    screens = ("", "details/", "failed/", "started/", "finished/", "scheduled/", "deferred/", "empty/", "requeue-all/")
    answers = {
        name: editor.get(f"/admin/queues/queues/{number}/{name}").status
        for number in range(len(QUEUES))
        for name in screens
    }
    assert {name: status for name, status in answers.items() if status != 200} == {}
    assert json.loads(editor.get("/admin/queues/stats.json").text)["queues"]


def test_a_visitor_can_open_an_account_and_sign_in_with_codes(server):
    visitor = Visitor(server)
    visitor.get("/compte/inscription/")
    visitor.post("/compte/inscription/", email="jeanne@people.example")
    visitor.post("/compte/inscription/code/", code=last_code(server))
    assert "jeanne@people.example" in visitor.get("/agenda/").text

    visitor.post("/compte/deconnexion/")
    visitor.get("/compte/connexion/")
    visitor.post("/compte/connexion/", login="jeanne@people.example")
    assert visitor.post("/compte/connexion/code/", code=last_code(server)).location == "/"


def test_cookies_only_travel_over_https(server):
    visitor = Visitor(server)
    cookies = visitor.get("/compte/connexion/").headers.get_all("Set-Cookie")

    assert cookies
    for cookie in cookies:
        assert cookie.startswith("__Host-")
        assert {"Secure", "HttpOnly", "Path=/", "SameSite=Lax"} <= set(cookie.split("; "))
        assert "Domain" not in cookie


def test_a_connection_is_limited_by_its_own_address_not_by_the_web_servers(server):
    crowd = [Visitor(server, address="203.0.113.8") for _ in range(2)]
    for visitor in crowd:
        visitor.get("/compte/connexion/")
    statuses = [crowd[0].post("/compte/connexion/", login="x").status for _ in range(121)]

    assert (statuses[0], statuses[-1]) == (200, 429)
    crowd[1].address = "203.0.113.9"
    assert crowd[1].post("/compte/connexion/", login="x").status == 200


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


@pytest.mark.parametrize("scheme", ["http", "https"])
def test_a_monitor_is_told_how_each_part_is_with_http_or_https(server, scheme):
    with server.get("/healthz", **{"X-Forwarded-Proto": scheme}) as answer:
        assert (answer.status, answer.read(), answer.headers["Set-Cookie"]) == (200, b"ok\n", None)
    with server.get("/readyz", **{"X-Forwarded-Proto": scheme}) as answer:
        told = json.load(answer)
    assert told == {"ready": True} | dict.fromkeys(("media", "database", "outbox", "cache", "queue"), "ok")


def test_asking_whether_the_site_is_ready_leaves_no_connection_open(server):
    def opened():
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM pg_stat_activity WHERE datname = %s", [DATABASE])
            return cursor.fetchone()[0]

    server.get("/agenda/").close()
    before = opened()
    for _ in range(10):
        server.get("/readyz").close()
    # The two workers may each keep the one they serve pages with.
    assert opened() <= before + 1


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
