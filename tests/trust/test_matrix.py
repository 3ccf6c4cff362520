"""Who gets what, for every address and every role; and looking changes nothing."""

import pytest
from django.db import transaction

from tests.trust import table
from tests.trust.roles import Role, browser
from tests.trust.routes import routes, unlisted
from tests.trust.visits import Walk, differences, walk
from tests.trust.world import World, build
from volunteering.core.log_secrets import SIGNED

HEADERS = (
    "Content-Security-Policy",
    "Permissions-Policy",
    "Referrer-Policy",
    "X-Content-Type-Options",
    "Cross-Origin-Opener-Policy",
)


def is_personal(role: Role, where: str, headers) -> bool:
    """Not the same for all who ask."""
    return bool(SIGNED.search(where)) or (role != Role.VISITOR and "Cookie" in headers.get("Vary", ""))


def is_loose(headers) -> bool:
    return "unsafe" in headers["Content-Security-Policy"]


def is_admins(where: str) -> bool:
    return where.startswith("/admin/")


@pytest.fixture(scope="module")
def world(lasting) -> World:
    return build()


@pytest.fixture(scope="module", params=list(Role))
def role(request) -> Role:
    return request.param


@pytest.fixture(scope="module")
def walked(role, world) -> Walk:
    with transaction.atomic():
        seen = walk(browser(role), table.ROWS, world)
        transaction.set_rollback(True)
    return seen


def test_each_role_gets_what_the_table_says(role, walked):
    assert "\n".join(differences(role, walked)) == ""


def test_nothing_changes_when_someone_looks(walked):
    assert "\n".join(walked.writes) == ""


def test_whoever_may_not_look_cannot_act_either(walked):
    assert {row: got for row, got in walked.attempts.items() if got != walked.answers[row]} == {}


def test_what_one_person_sees_is_kept_by_no_cache(role, walked):
    """Whoever is signed in, and whoever holds the link of a mail."""
    mine = {where: headers for where, headers in walked.headers.items() if is_personal(role, where, headers)}
    kept = [where for where, headers in mine.items() if "no-store" not in headers.get("Cache-Control", "")]
    assert len(mine) > 20
    # A calendar program keeps what it was sent, and asks whether that still holds.
    assert [where for where in kept if not where.endswith(".ics")] == []


def test_every_answer_is_as_strict_as_its_place_allows(walked):
    assert {where for where, headers in walked.headers.items() if is_loose(headers) and not is_admins(where)} == set()
    for headers in walked.headers.values():
        assert all(headers.get(name) for name in HEADERS)
        assert "'unsafe-eval'" not in headers[HEADERS[0]]


def test_every_address_of_ours_is_in_the_table():
    missing = unlisted(routes(), {row.route for row in table.ROWS})
    assert not missing, "Add rows to tests/trust/table.py: who may go there?"


def test_the_table_names_no_address_that_is_gone():
    assert not {row.route for row in table.ROWS} - {route.name for route in routes()}
