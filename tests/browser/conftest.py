"""A Chromium, a server on 127.0.0.1, and a part of the demo city behind it."""

import contextlib
import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection, connections
from django.utils import timezone
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright
from pytest_django.live_server_helper import LiveServer

from tests.browser import town
from tests.browser.chromium import HOST, launch_options
from tests.browser.watch import Watch
from tests.rig.database import alone

# Milliseconds. Far more than a step takes: a busy machine is no fault of the page.
TIMEOUT = 30_000
PLANTED = f"http://{HOST}:9/planted/"
DATABASE = "town.sqlite3"
# In the media folder of each process that has the town's pictures, beside those of other tests.
HERE = "town-is-here"
expect.set_options(timeout=TIMEOUT)


@pytest.fixture(scope="session", autouse=True)
def database_beside_playwright():
    """Playwright keeps an event loop in this thread, which waits while a test runs: nothing here is asynchronous."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(os.environ, "DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        yield


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(**launch_options())
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def live_server() -> Iterator[LiveServer]:
    """pytest-django's, at an address that the browser need not look up."""
    server = LiveServer(HOST)
    yield server
    server.stop()


def copy_database(source: Path | str, target: Path | str) -> None:
    """Through SQLite itself, so that a server thread may hold the file open."""
    connections.close_all()
    with contextlib.closing(sqlite3.connect(source)) as old, contextlib.closing(sqlite3.connect(target)) as new:
        old.backup(new)


@pytest.fixture(scope="session")
def town_folder(tmp_path_factory, worker_id) -> Path:
    """One for all processes of this run: the town's database and media, once the first of them has built it."""
    own = tmp_path_factory.getbasetemp()
    return (own if worker_id == "master" else own.parent) / "town"


def build_town(folder: Path) -> None:
    """Build it in the database and the media folder of this process; keep both."""
    town.build(today=timezone.localdate())
    town.draw_pictures(today=timezone.localdate())
    Path(settings.MEDIA_ROOT, HERE).touch()
    shutil.copytree(settings.MEDIA_ROOT, folder / "media")
    copy_database(connection.settings_dict["NAME"], folder / DATABASE)


@pytest.fixture
def city(transactional_db, live_server, town_folder) -> str:
    """The address of the town. Built once, then brought back as it was for each test."""
    with alone(town_folder / "lock"):
        if not (town_folder / DATABASE).exists():
            build_town(town_folder)
    if not Path(settings.MEDIA_ROOT, HERE).exists():
        shutil.copytree(town_folder / "media", settings.MEDIA_ROOT, dirs_exist_ok=True)
    copy_database(town_folder / DATABASE, connection.settings_dict["NAME"])
    return live_server.url


@pytest.fixture
def visitor(chromium) -> Iterator[Callable[..., tuple[BrowserContext, Watch]]]:
    """Opens a browser of someone's own, watched: `context, watch = visitor(java_script_enabled=False)`."""
    with contextlib.ExitStack() as opened:

        def open_browser(**options) -> tuple[BrowserContext, Watch]:
            expected = options.pop("expected", lambda path: False)
            context = chromium.new_context(**{"locale": "fr-FR", "timezone_id": "Europe/Paris", **options})
            opened.callback(context.close)
            context.set_default_timeout(TIMEOUT)
            return context, Watch(context, expected=expected)

        yield open_browser


@pytest.fixture
def planted_page(visitor):
    """A page of these bytes: the page to open it in, its address, and what it does meanwhile."""

    def plant(body: str, **options) -> tuple[Page, str, Watch]:
        context, watch = visitor(**{"viewport": {"width": 1280, "height": 900}, **options})
        context.route(PLANTED, lambda route: route.fulfill(body=body, content_type="text/html"))
        return context.new_page(), PLANTED, watch

    return plant
