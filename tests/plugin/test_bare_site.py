"""A city adds the app to a site made by `wagtail start`, as README.md says."""

import pytest

pytestmark = pytest.mark.slow

INDEXES = ("AssociationIndexPage", "EventIndexPage", "MissionIndexPage")
# Only the bare site's own base.html asks for this file.
SHELL = "css/bare"


def test_a_city_has_ten_lines_to_write_at_most(instructions):
    lines = [line for code in instructions.values() for line in code.splitlines() if line.strip()]

    assert set(instructions) == {"settings/base.py", "urls.py"}
    assert len(lines) <= 10


def test_the_app_comes_from_the_wheel(journey, python):
    assert journey["installed"].startswith(str(python.parents[1]))


@pytest.mark.parametrize("step", ["check", "migrate", "pending", "setup", "again", "static"])
def test_a_city_can_take_each_step(journey, step):
    code, told = journey[step]

    assert code == 0, told


@pytest.mark.parametrize("index", INDEXES)
def test_a_visitor_can_open_each_list_inside_the_citys_own_page(journey, index):
    page = journey["pages"][index]

    assert page["status"] == 200
    assert SHELL in page["html"]
    assert page["title"] in page["html"]
    assert "volunteering/" in page["html"]


def test_an_editor_can_place_the_six_blocks_on_a_page_of_the_citys_own(journey):
    page = journey["blocks"]

    assert page["status"] == 200
    assert len(page["names"]) == 6
    for name in page["names"]:
        assert f"Titre {name}</h2>" in page["html"]


@pytest.mark.parametrize("title", ["Les Jardins du Port", "Tenir la buvette", "Bal du Port"])
def test_a_visitor_finds_what_the_city_published_in_the_blocks(journey, title):
    assert title in journey["blocks"]["html"]
