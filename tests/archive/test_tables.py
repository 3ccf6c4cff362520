"""No table is forgotten: each leaves, or is left out for a reason that the documentation gives."""

import re

import pytest
from django.apps import apps

from tests.codebase.sources import text
from volunteering.archive.tables import exported, label, left_out, unspoken
from volunteering.privacy.registry import processings


def test_of_every_table_somebody_said_what_becomes_of_it():
    assert unspoken() == []


def test_what_is_left_out_exists_and_stays():
    known = {label(model) for model in apps.get_models()}
    assert left_out().keys() <= known
    assert not left_out().keys() & {label(model) for model in exported()}
    assert all(str(why) for why in left_out().values())


def test_the_reference_names_what_is_left_out_and_nothing_else():
    told = text("docs/reference/formats.md").partition("**What is left out:**")[2]
    names = set(re.findall(r"^\| `([a-z_]+\.[a-z_]+)` \|", told, re.MULTILINE))
    assert names == left_out().keys()


@pytest.mark.parametrize("part", processings(), ids=lambda part: part.NAME)
def test_without_people_nothing_of_the_register_leaves(part):
    names = {label(model) for model in exported(without_people=True)}
    assert not names & {label(model) for model in part.MODELS}


def test_without_people_a_table_that_nobody_spoke_of_stays_here(monkeypatch):
    monkeypatch.setattr("volunteering.archive.tables._content", set())
    assert "wagtailredirects.redirect" in unspoken()
    assert "wagtailredirects.redirect" in {label(model) for model in exported()}
    assert "wagtailredirects.redirect" not in {label(model) for model in exported(without_people=True)}
