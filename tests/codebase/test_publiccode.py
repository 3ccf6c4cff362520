"""publiccode.yml, as catalogues of public software read it. Standard: https://yml.publiccode.tools, version 0.4."""

import re

import pytest
import yaml

from tests.codebase.sources import REPOSITORY

REQUIRED = {
    "publiccodeYmlVersion",
    "name",
    "url",
    "platforms",
    "categories",
    "developmentStatus",
    "softwareType",
    "description",
    "legal",
    "maintenance",
    "localisation",
}
OPTIONAL = {
    "applicationSuite",
    "landingURL",
    "isBasedOn",
    "softwareVersion",
    "releaseDate",
    "logo",
    "usedBy",
    "fundedBy",
    "roadmap",
    "organisation",
    "intendedAudience",
    "dependsOn",
}
STATUSES = {"concept", "development", "beta", "stable", "obsolete"}
LANGUAGES = ("fr", "en")


@pytest.fixture(scope="module")
def told():
    return yaml.safe_load((REPOSITORY / "publiccode.yml").read_text("utf-8"))


def test_every_required_key_is_there_and_none_the_standard_does_not_know(told):
    assert REQUIRED <= set(told) <= REQUIRED | OPTIONAL


def test_values_come_from_the_lists_of_the_standard(told):
    assert told["publiccodeYmlVersion"] == "0.4"
    assert told["developmentStatus"] in STATUSES
    assert told["softwareType"] == "addon"
    assert all(re.fullmatch("[A-Z]{2}", country) for country in told["intendedAudience"]["countries"])
    assert re.fullmatch(r"https://\S+\.git", told["url"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_description_has_the_lengths_of_the_standard(told, language):
    description = told["description"][language]

    assert len(description["shortDescription"]) <= 150
    assert 500 <= len(description["longDescription"]) <= 10_000
    assert all(len(feature) <= 100 for feature in description["features"])


def test_both_languages_promise_the_same(told):
    assert len({len(told["description"][language]["features"]) for language in LANGUAGES}) == 1
    assert set(told["localisation"]["availableLanguages"]) == set(told["description"]) == set(LANGUAGES)


def test_a_maintained_project_names_who_maintains_it(told):
    maintenance = told["maintenance"]

    assert maintenance["type"] in {"internal", "contract", "community", "none"}
    assert maintenance["type"] in {"none", "contract"} or maintenance["contacts"]


def test_the_licence_is_the_projects(told):
    assert f'license = "{told["legal"]["license"]}"' in (REPOSITORY / "pyproject.toml").read_text("utf-8")
