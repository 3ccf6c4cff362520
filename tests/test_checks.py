"""What an installer is told by `manage.py check`."""

import pytest
from django.conf import settings as site

from volunteering.checks import (
    page_model_is_wagtails,
    refused_needs_are_told,
    request_context_processor,
    settings_are_understood,
)


def ids(check):
    return [problem.id for problem in check(None)]


def test_a_site_with_its_own_base_page_is_told(settings):
    assert ids(page_model_is_wagtails) == []
    settings.WAGTAIL_PAGE_MODEL = "city.BasePage"
    assert ids(page_model_is_wagtails) == ["volunteering.E001"]


def test_a_site_whose_templates_lack_the_request_is_told(settings):
    assert ids(request_context_processor) == []
    settings.TEMPLATES = [{**site.TEMPLATES[0], "OPTIONS": {"context_processors": []}}]
    assert ids(request_context_processor) == ["volunteering.W001"]


@pytest.mark.parametrize(
    "given",
    [{}, {"PAGE_SIZE": 30}, {"GEOCODER": "city.geocoding.Ours"}, {"PAGE_CACHE_SECONDS": 0}, {"QUIET_HOURS": (0, 0)}],
)
def test_a_site_that_spells_its_settings_right_is_told_nothing(given, settings):
    settings.VOLUNTEERING = given
    assert ids(settings_are_understood) == []


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"PAGE_SIZ": 30}, "volunteering.E002"),
        ({"PAGE_SIZE": "30"}, "volunteering.E003"),
        ({"PAGE_SIZE": 0}, "volunteering.E003"),
        ({"PAGE_SIZE": True}, "volunteering.E003"),
        ({"GEOCODER": None}, "volunteering.E003"),
    ],
)
def test_a_site_that_misspells_a_setting_is_told(given, told, settings):
    settings.VOLUNTEERING = given
    assert ids(settings_are_understood) == [told]


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ({"label": "Garder un enfant", "explanation": "Le relais vous aide."}, []),
        ({"label": "Garder un enfant"}, ["volunteering.E005"]),
        ({"label": "A", "explanation": "B", "lien": "C"}, ["volunteering.E005"]),
        ("Garder un enfant", ["volunteering.E005"]),
    ],
)
def test_what_volunteers_do_not_do_is_told_with_its_why(row, told, settings):
    settings.VOLUNTEERING = {"HELP_REFUSED": (row,)}
    assert ids(refused_needs_are_told) == told
