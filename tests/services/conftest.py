"""The demo city's project on a real server, as docs/how-to/server.md says: PostgreSQL, Redis, gunicorn."""

import contextlib
import os
import secrets
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import psycopg
import pytest
from django.db import connection
from redis import Redis

from config.settings.queue import queue_settings
from tests.rig.database import fingerprint
from tests.rig.services import free_port
from tests.rig.services import server as started
from tests.services.postman import postman
from tests.services.worker import Worker, redis_url

REPOSITORY = Path(__file__).resolve().parents[2]
# Each test process has its own: two may start a server at the same moment.
DATABASE = f"a_server_{os.getpid()}"
SECONDS_TO_START = 90
FIRST_START = (
    ("migrate", "--no-input", "--verbosity=0"),
    ("setup",),
    ("collectstatic", "--no-input", "--verbosity=0"),
    ("check", "--deploy", "--fail-level=WARNING"),
)


@contextlib.contextmanager
def database():
    """A migrated database beside the tests' own; gives its DATABASE_URL."""
    address = os.environ["DATABASE_URL"]
    with psycopg.connect(address, autocommit=True) as maintenance:
        maintenance.execute(f"DROP DATABASE IF EXISTS {DATABASE} WITH (FORCE)")
        maintenance.execute(f"CREATE DATABASE {DATABASE} TEMPLATE volunteering_{fingerprint()}")
        yield f"{address.rpartition('/')[0]}/{DATABASE}"
        maintenance.execute(f"DROP DATABASE {DATABASE} WITH (FORCE)")


def settings(database_url, email_url, folder):
    """The environment of the server, with nothing of the tests' own settings."""
    ours = {name: value for name, value in os.environ.items() if not name.startswith(("DJANGO", "VOLUNTEERING"))}
    return ours | {
        "DJANGO_SETTINGS_MODULE": "config.settings.production",
        "SECRET_KEY": secrets.token_urlsafe(50),
        "ALLOWED_HOSTS": "127.0.0.1",
        "BASE_URL": "https://city.example",
        "DATABASE_URL": database_url,
        "REDIS_URL": os.environ["REDIS_URL"],
        "EMAIL_URL": email_url,
        "VOLUNTEERING_VAR": str(folder),
        "ERASURE_LEDGER": str(folder / "erasures.ledger"),
    }


def run(*command, environment):
    done = subprocess.run(command, cwd=REPOSITORY, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"


class StayHere(urllib.request.HTTPRedirectHandler):
    """Shows a redirection instead of following it."""

    def redirect_request(self, *args):
        return None


class Server:
    """A visitor's view of it. The web server in front speaks HTTPS and says so in a header."""

    def __init__(self, port, environment, folder, letters):
        self.address = f"http://127.0.0.1:{port}"
        self.environment = environment
        self.folder = folder
        self.letters = letters

    def manage(self, *command, **variables):
        run(sys.executable, "site/manage.py", *command, environment=self.environment | variables)

    def get(self, path, **headers):
        request = urllib.request.Request(self.address + path, headers={"X-Forwarded-Proto": "https"} | headers)
        return urllib.request.build_opener(StayHere).open(request, timeout=20)

    def wait(self, process):
        deadline = time.monotonic() + SECONDS_TO_START
        while time.monotonic() < deadline and process.poll() is None:
            with contextlib.suppress(urllib.error.URLError, ConnectionError, TimeoutError):
                return self.get("/").close()
            time.sleep(0.2)
        raise AssertionError("gunicorn did not answer")


@pytest.fixture(scope="session")
def server(tmp_path_factory, django_db_setup):
    folder, port = tmp_path_factory.mktemp("var"), free_port()
    with database() as database_url, postman() as mails:
        environment = settings(database_url, mails.address, folder)
        for command in FIRST_START:
            run(sys.executable, "site/manage.py", *command, environment=environment)
        gunicorn = [sys.executable, "-m", "gunicorn", "--chdir", "site", "config.wsgi", "--no-control-socket"]
        command = [*gunicorn, "--workers", "2", "--bind", f"127.0.0.1:{port}"]
        running = started(
            command, folder / "gunicorn.log", stop=signal.SIGTERM, folder=REPOSITORY, environment=environment
        )
        with running as process:
            server = Server(port, environment, folder, mails.letters)
            server.wait(process)
            yield server


@pytest.fixture
def worker(settings, worker_id, tmp_path):
    """Jobs of this test go to Redis, and this worker does them."""
    if connection.vendor != "postgresql":
        pytest.skip("needs VOLUNTEERING_TEST_DB=postgresql: a worker cannot share an SQLite database of a test")
    url = redis_url(worker_id)
    Redis.from_url(url).flushdb()
    for name, value in queue_settings(url).items():
        setattr(settings, name, value)
    return Worker(url, tmp_path)
