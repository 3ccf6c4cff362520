"""What `manage.py check` says of people nobody registered, and of a ledger that would go with the database."""

from types import SimpleNamespace

import pytest
from django.apps import apps
from django.apps.registry import Apps
from django.db import models

from volunteering.privacy import checks
from volunteering.volunteers.models import Volunteer


@pytest.fixture
def plant(monkeypatch):
    """A model of an app, beside the real ones."""

    def planted(app_label, **fields):
        meta = type("Meta", (), {"app_label": app_label, "apps": Apps()})
        model = type("Planted", (models.Model,), {"__module__": app_label, "Meta": meta, **fields})
        everything = [*apps.get_models(), model]
        monkeypatch.setattr(checks, "apps", SimpleNamespace(get_models=lambda: everything))
        return model

    return planted


def told():
    return [(problem.id, problem.obj.__name__) for problem in checks.people_are_registered(None)]


def link():
    return models.ForeignKey(Volunteer, on_delete=models.CASCADE, related_name="+")


def test_the_demo_city_has_registered_everybody():
    assert told() == []


@pytest.mark.parametrize("field", [models.EmailField(), models.CharField(max_length=9), None], ids=["e", "p", "link"])
def test_a_model_of_ours_that_holds_a_person_is_an_error(plant, field):
    plant("volunteering", office_phone=field or link())
    assert told() == [("volunteering.E006", "Planted")]


def test_a_model_of_the_site_that_links_to_a_volunteer_is_a_warning(plant):
    plant("city", badge=link())
    assert told() == [("volunteering.W003", "Planted")]


def test_what_a_site_holds_besides_is_not_ours_to_judge(plant):
    plant("city", email=models.EmailField())
    assert told() == []


def test_a_model_that_the_site_has_registered_is_silent(plant, monkeypatch):
    model = plant("city", badge=link())
    part = SimpleNamespace(MODELS=(model,))
    real = checks.processings()
    monkeypatch.setattr(checks, "processings", lambda: [*real, part])
    assert told() == []


def test_an_installer_is_told_that_the_ledger_would_go_with_the_database(settings, tmp_path):
    assert [each.id for each in checks.erasures_outlive_the_database(None)] == ["volunteering.W004"]
    settings.VOLUNTEERING = {"ERASURE_LEDGER": str(tmp_path / "erasures.ledger")}
    assert checks.erasures_outlive_the_database(None) == []
