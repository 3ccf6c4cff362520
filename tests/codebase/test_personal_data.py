"""Every model that holds a person belongs to a part of the register that tells and erases it."""

import pytest
from django.apps import apps
from django.conf import settings
from django.db import models

from volunteering.privacy.registry import registered
from volunteering.volunteers.models import Volunteer

OURS = ("volunteering", "home")
TELLING = ("phone", "first_name", "last_name", "recipient")
# What looks like a person's and is not, and why.
NOT_PEOPLE = {
    "volunteering.AssociationPage": "the office of an association, as a legal person",
    "volunteering.CitySettings": "an office of the town hall",
    "volunteering.ImportRun": "an editor, for the history of the admin",
}


def telling_fields(model):
    """Names of the fields that say who somebody is, or point at who they are."""
    for field in model._meta.concrete_fields:
        is_text = isinstance(field, models.CharField | models.TextField)
        if isinstance(field, models.EmailField) or (is_text and any(word in field.name for word in TELLING)):
            yield field.name
        points_at = field.related_model if field.is_relation and isinstance(field.related_model, type) else None
        is_own = points_at is not None and points_at._meta.label in (settings.AUTH_USER_MODEL, Volunteer._meta.label)
        # Wagtail's own, on each page: its editors.
        if is_own and field.name not in ("owner", "locked_by"):
            yield field.name


def holding_people():
    return {model for model in apps.get_models() if model._meta.app_label in OURS and list(telling_fields(model))}


def in_the_register():
    return [model for part in registered() for model in part.MODELS]


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


@pytest.mark.parametrize("part", registered(), ids=lambda part: part.NAME)
def test_every_part_says_what_it_holds_what_for_and_how_long(part):
    assert all(str(words) for words in (part.LABEL, part.ABOUT, part.KEPT, *part.ERASED))
    assert part.KEEP_FOR
    assert part.MODELS
