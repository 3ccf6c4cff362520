"""Nobody is sent to another site, whatever an address or a form says about where to go next."""

from itertools import cycle
from urllib.parse import urlencode, urlsplit

import pytest
from django.test import Client

from tests.trust import table
from tests.trust.roles import Role, browser
from tests.trust.routes import routes
from tests.trust.visits import address
from tests.trust.world import build

pytestmark = pytest.mark.django_db

# What the site, Wagtail and allauth call the next page; and ways to write another host.
NAMES = ("next", "suite", "retour", "back", "url", "return_to")
ELSEWHERE = "elsewhere.example"
WAYS = (f"https://{ELSEWHERE}/", f"//{ELSEWHERE}/", f"/\\{ELSEWHERE}/", f"https:{ELSEWHERE}", f"\t//{ELSEWHERE}")


def leads_away(response) -> bool:
    return response.status_code in range(300, 400) and urlsplit(response["Location"]).netloc not in ("", "localhost")


def sent_away(client: Client, where: str, way: str) -> bool:
    asked = dict.fromkeys(NAMES, way)
    asking = f"{where}{'&' if '?' in where else '?'}{urlencode(asked)}"
    return leads_away(client.get(asking)) or leads_away(client.post(asking, asked))


@pytest.mark.parametrize("role", [Role.VISITOR, Role.OWNER, pytest.param(Role.SUPERUSER, marks=pytest.mark.long)])
def test_nobody_is_sent_to_another_site(role):
    world, client = build(), browser(role)
    rows = [row for row in table.ROWS if role != Role.SUPERUSER or row.route.startswith(("volunteering_", "account_"))]
    addresses = {address(row, world) for row in rows}
    assert len(addresses) > 60
    assert [where for where, way in zip(sorted(addresses), cycle(WAYS)) if sent_away(client, where, way)] == []


@pytest.mark.parametrize("way", WAYS)
def test_no_door_sends_whoever_signs_in_to_another_site(way):
    build()
    doors = [route.sample() for route in routes() if "login" in route.name or "authenticate" in route.name]
    assert len(doors) > 4
    for role in (Role.VISITOR, Role.OWNER):
        client = browser(role)
        assert [door for door in doors if sent_away(client, door, way)] == []
