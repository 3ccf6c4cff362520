"""Who gets what, for every address and every role; and looking changes nothing."""

import pytest
from django.db import transaction

from tests.trust import table
from tests.trust.roles import Role, browser
from tests.trust.routes import routes, unlisted
from tests.trust.visits import Walk, differences, walk
from tests.trust.world import World, build


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


def test_every_address_of_ours_is_in_the_table():
    missing = unlisted(routes(), {row.route for row in table.ROWS})
    assert not missing, "Add rows to tests/trust/table.py: who may go there?"


def test_the_table_names_no_address_that_is_gone():
    assert not {row.route for row in table.ROWS} - {route.name for route in routes()}
