"""Foreign keys respect the same floors as imports do; import-linter, which owns the floors, cannot see them."""

import re
import tomllib

import pytest
from django.apps import apps
from django.db import models

from tests.codebase.sources import REPOSITORY

OURS = "volunteering"


def floors():
    """Domain → (height, its neighbours it may not know), from the contract in pyproject.toml; the ground is lowest."""
    contracts = tomllib.loads((REPOSITORY / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"]
    layers = next(contract["layers"] for contract in contracts if contract["id"] == "floors")
    found = {}
    for height, layer in enumerate(reversed(layers)):
        names = re.findall(r"\w+", layer)
        strangers = set(names) if "|" in layer else set()
        found.update({name: (height, strangers - {name}) for name in names})
    return found


def domain(model):
    return model.__module__.split(".")[1]


def forbidden(model, related):
    """Why `model` may not point at `related`, or an empty text."""
    package = related.__module__.split(".")[0]
    if package != OURS:
        return f"{package} is the city's" if package in {"home", "config"} else ""
    (height, strangers), (other_height, _) = floors()[domain(model)], floors()[domain(related)]
    if other_height > height or domain(related) in strangers:
        return f"{domain(related)} is not below {domain(model)}"
    return ""


def relations():
    for model in apps.get_app_config(OURS).get_models(include_auto_created=False):
        for field in model._meta.get_fields():
            if field.is_relation and not field.auto_created and isinstance(field.related_model, type):
                yield model, field


def test_a_model_cannot_point_at_a_domain_above_or_beside_it():
    wrong = [
        f"{model.__name__}.{field.name}: {reason}"
        for model, field in relations()
        if (reason := forbidden(model, field.related_model))
    ]

    assert not wrong


def test_the_relations_are_really_looked_at():
    assert {"AssociationPage", "MissionPage", "EventPage", "Theme"} <= {
        field.related_model.__name__ for _, field in relations()
    }


@pytest.mark.parametrize(
    ("source", "target"),
    [("directory", "missions"), ("missions", "agenda"), ("core", "directory")],
)
def test_a_wrong_relation_is_found(source, target):
    planted = [
        type(name, (models.Model,), {"__module__": f"{OURS}.{name}.models", "Meta": abstract()})
        for name in (source, target)
    ]

    assert forbidden(*planted) == f"{target} is not below {source}"


def abstract():
    return type("Meta", (), {"abstract": True})
