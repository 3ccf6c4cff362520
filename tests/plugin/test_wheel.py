"""What is in the wheel: everything of the app, nothing else."""

import zipfile
from email.parser import Parser

import pytest

from tests.codebase.sources import files

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def packed(wheel):
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def test_a_city_gets_every_file_of_the_app_and_no_other(packed):
    ours = {str(file) for file in files() if file.parts[0] == "volunteering"}

    assert {name for name in packed if ".dist-info/" not in name} == ours


@pytest.mark.parametrize("ending", [".html", ".css", ".js", ".svg", ".po", ".mo"])
def test_a_city_gets_templates_static_files_and_compiled_translations(packed, ending):
    assert [name for name in packed if name.endswith(ending)]


def test_a_city_gets_a_compiled_file_for_each_translation(packed):
    translations = {name.removesuffix(".po") for name in packed if name.endswith(".po")}

    assert translations == {name.removesuffix(".mo") for name in packed if name.endswith(".mo")}


def test_a_city_can_read_the_licence(packed):
    assert [name for name in packed if name.endswith(".dist-info/licenses/LICENSE")]


def test_a_city_can_upgrade_django_and_wagtail_on_its_own_calendar(wheel):
    with zipfile.ZipFile(wheel) as archive:
        name = next(name for name in archive.namelist() if name.endswith("METADATA"))
        metadata = Parser().parsestr(archive.read(name).decode())

    bounded = [
        line for line in metadata.get_all("Requires-Dist") if "<" in line.split(";")[0] or "==" in line.split(";")[0]
    ]
    assert not bounded
