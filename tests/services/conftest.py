"""The demo city's project on a real server, as docs/how-to/server.md says: PostgreSQL, Redis, gunicorn."""

import contextlib
import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request

import psycopg
import pytest
from django.db import connection
from redis import Redis

from config.settings.queue import queue_settings
from tests.rig.database import fingerprint
from tests.rig.services import free_port
from tests.rig.services import server as started
from tests.services.postman import postman
from tests.services.production import REPOSITORY, gunicorn, settings
from tests.services.worker import Worker, redis_url

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
        environment = settings(database_url, os.environ["REDIS_URL"], mails.address, folder)
        for command in FIRST_START:
            run(sys.executable, "site/manage.py", *command, environment=environment)
        running = started(
            gunicorn(port), folder / "gunicorn.log", stop=signal.SIGTERM, folder=REPOSITORY, environment=environment
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
