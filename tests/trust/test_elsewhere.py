"""Addresses that other packages bring: whoever may not enter the admin gets none of its screens.

Everything is tried, whatever Wagtail, allauth or wagtailmenus add next; what is open to the public is listed here.
"""

import pytest

from tests.trust.answers import LOGIN, MOVED, REFUSED, answer
from tests.trust.read_only import select_only
from tests.trust.roles import Role, browser
from tests.trust.routes import Route, routes
from tests.trust.world import build

pytestmark = pytest.mark.django_db

CLOSED = {LOGIN, REFUSED, "404", "405"}
# Name of the route → what a visitor gets, what someone signed in without any group gets.
OPEN = {
    "<sitemap.xml>": ("200", "200"),
    "wagtail_serve": ("404", "404"),  # no page is called "1"
    "wagtailcore_authenticate_with_password": ("200 404", "200 404"),  # the form of a page with a password, if any
    "search": (MOVED, MOVED),  # the city's short address of the search
    "wagtailadmin_sprite": ("200", "200"),  # icons
    "wagtailadmin_javascript_catalog": ("200", "200"),  # translations of scripts
    "wagtailadmin_login": ("200", REFUSED),
    "account_login": ("200", MOVED),
    "account_signup": ("200", MOVED),
    "account_logout": (MOVED, "200"),
    "account_email": (MOVED, MOVED),
    "account_inactive": ("200", "200"),
}


def strangers_answers(role: Role, found: list[Route]) -> dict[str, str]:
    client = browser(role)
    with select_only() as written:
        answers = {route.name: answer(client.get(route.sample())) for route in found}
    assert not written
    return answers


def expected(name: str, column: int) -> set[str]:
    return set(OPEN[name][column].split()) if name in OPEN else CLOSED


def unexpected(answers: dict[str, str], *, column: int) -> dict[str, str]:
    return {name: got for name, got in answers.items() if got not in expected(name, column)}


@pytest.mark.parametrize(("role", "column"), [(Role.VISITOR, 0), (Role.RESIDENT, 1)])
def test_a_stranger_gets_no_screen_of_another_package(role, column):
    build()
    answers = strangers_answers(role, [route for route in routes() if not route.is_ours])
    assert unexpected(answers, column=column) == {}


def test_everything_that_is_said_to_be_open_exists():
    assert set(OPEN) <= {route.name for route in routes()}


def test_a_screen_that_opens_to_everyone_is_noticed():
    assert unexpected({"wagtailusers_users:index": "200"}, column=0)
