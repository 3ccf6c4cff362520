"""Every model that holds a person belongs to a part of the register that tells and erases it."""

from pathlib import Path

import pytest
from django.apps import apps
from django.db import models

from tests.codebase.sources import below, text
from volunteering.core import retention
from volunteering.privacy.checks import NOT_PEOPLE, telling_fields
from volunteering.privacy.registry import processings, registered

OURS = ("volunteering", "home")


def holding_people():
    return {model for model in apps.get_models() if model._meta.app_label in OURS and list(telling_fields(model))}


def in_the_register():
    return [model for part in processings() for model in part.MODELS]


def test_every_model_that_holds_a_person_is_in_the_register():
    forgotten = {model._meta.label for model in holding_people() - set(in_the_register())}
    assert forgotten == set(NOT_PEOPLE)


def test_no_model_is_in_two_parts():
    assert len(in_the_register()) == len(set(in_the_register()))


@pytest.mark.parametrize("field", [models.EmailField(), models.CharField(name="office_phone", max_length=20)])
def test_a_model_that_nobody_registered_is_found(field):
    name = field.name or "email"
    meta = type("Meta", (), {"app_label": "planted", "abstract": False, "apps": apps.__class__()})
    planted = type("Planted", (models.Model,), {"__module__": "planted", "Meta": meta, name: field})
    assert list(telling_fields(planted)) == [name]


@pytest.mark.parametrize("part", processings(), ids=lambda part: part.NAME)
def test_every_processing_says_what_the_authority_asks(part):
    told = (part.PROCESSING, part.PURPOSE, part.WHOSE, part.WHAT, part.LEGAL_BASIS, part.RECIPIENTS)
    assert all(str(words) for words in told)
    assert part.MODELS


@pytest.mark.parametrize("part", registered(), ids=lambda part: part.NAME)
def test_every_part_says_what_erasing_does_and_knows_its_addresses(part):
    assert all(str(words) for words in (part.LABEL, part.ABOUT, part.KEPT, *part.ERASED))
    assert callable(part.addresses)


def test_every_processing_has_a_term_and_every_term_a_processing():
    names = {part.NAME for part in processings()}
    assert {each.part for each in retention.registered()} == names


def test_nothing_is_purged_beside_the_register():
    """One command, or a term would be kept on one site and forgotten on another."""
    commands = {file.stem for file in below("volunteering", "home", endings=(".py",)) if "commands" in file.parts}
    assert {name for name in commands if name.startswith(("purge", "forget"))} == {"purge_expired"}
    assert "purge_expired" in text(Path("site/config/cron.py"))
