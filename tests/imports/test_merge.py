"""Which of three versions of a field wins."""

import operator

import pytest

from volunteering.imports.merge import merge

pytestmark = pytest.mark.databases


def outcome(*, incoming, current, last=None):
    result = merge(
        incoming={"price": incoming},
        current={"price": current},
        last={} if last is None else {"price": last},
        blank={"price": ""},
        same=lambda _name, one, other: operator.eq(one, other),
    )
    return result.changes.get("price"), bool(result.kept), result.values.get("price")


@pytest.mark.parametrize(
    ("versions", "written", "kept", "remembered"),
    [
        ({"incoming": "6", "current": "5", "last": "5"}, "6", False, "6"),
        ({"incoming": "5", "current": "5", "last": "5"}, None, False, "5"),
        ({"incoming": "6", "current": "free", "last": "5"}, None, True, "5"),
        ({"incoming": "5", "current": "free", "last": "5"}, None, True, "5"),
        ({"incoming": "6", "current": "6", "last": "5"}, None, False, "6"),
        ({"incoming": "6", "current": ""}, "6", False, "6"),
        ({"incoming": "6", "current": "free"}, None, True, None),
        ({"incoming": "", "current": "5", "last": "5"}, "", False, ""),
    ],
)
def test_an_edit_made_here_wins_and_the_rest_follows_the_source(versions, written, kept, remembered):
    assert outcome(**versions) == (written, kept, remembered)


def test_what_the_import_does_not_know_is_left_in_memory():
    result = merge(incoming={}, current={}, last={"overrides": 1}, blank={}, same=lambda *_: True)

    assert result.values == {"overrides": 1}
