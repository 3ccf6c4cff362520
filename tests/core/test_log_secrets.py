"""Whoever reads the site's log can use no link of a mail."""

import logging
import re
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse

from tests.trust import table
from tests.trust.routes import routes
from tests.trust.visits import address
from tests.trust.world import build
from volunteering.core.links import SignedLink
from volunteering.core.log_secrets import LOGGERS, without_secrets

pytestmark = pytest.mark.django_db
ROOT = Path(__file__).parents[2]
TOKENS = sorted({name for row in table.ROWS for name in row.about if name.endswith("_token")})


@pytest.fixture
def world():
    return build()


def test_no_failed_request_writes_a_link_down(world, caplog):
    """Each link is followed to every page that refuses it or fails."""
    links = [row for row in table.ROWS if set(row.about) & set(TOKENS)]
    visitor = Client(HTTP_HOST="localhost", enforce_csrf_checks=True)
    for row in links:
        visitor.get(address(row, world))
        visitor.post(address(row, world), headers={"referer": ""})

    assert {record.name for record in caplog.records} >= {"django.request", "django.security.csrf"}
    assert [name for name in TOKENS if getattr(world, name) in caplog.text] == []
    assert "/engagement/coups-de-main/suivi/…/" in caplog.text


def test_a_page_that_breaks_writes_no_link_down(world, caplog, monkeypatch):
    monkeypatch.setattr("volunteering.applications.managing.MineByLink.get", None)
    visitor = Client(HTTP_HOST="localhost", raise_request_exception=False)
    where = reverse("volunteering:my_applications", args=[world.my_applications_token])

    assert visitor.get(where).status_code == 500
    assert "Internal Server Error: /engagement/mes-missions/…/" in caplog.text
    assert world.my_applications_token not in caplog.text


@pytest.mark.parametrize("name", LOGGERS)
def test_djangos_own_server_and_its_errors_are_filtered_too(name, caplog):
    token = SignedLink(purpose="x", lifetime=None).sign("a value")
    for written in (token, token.replace(":", "%3A")):
        logging.getLogger(name).warning('"GET /x/%s/ HTTP/1.1" %s', written, 200)

    assert [record.getMessage() for record in caplog.records] == ['"GET /x/…/ HTTP/1.1" 200'] * 2


@pytest.mark.parametrize("words", ["Not Found: /agenda/bal-du-14-juillet/", "/media/" + "a" * 60, "12:30:45", 7, None])
def test_whatever_is_no_signature_stays(words):
    assert without_secrets(words) == words


def test_the_web_server_is_told_of_every_such_address(world):
    told = re.search(r"location ~ (\S+) \{", (ROOT / "docs" / "how-to" / "server.md").read_text())[1]
    secret = [route for route in routes() if route.is_ours and "token" in route.parameters]
    assert len(secret) > 20
    assert [route.sample() for route in secret if not re.match(told, route.sample())] == []
