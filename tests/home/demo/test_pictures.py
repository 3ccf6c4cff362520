"""The pictures of the demo city: each one is there, light, described, and says where to look."""

import json
from pathlib import Path

import pytest
from PIL import Image
from wagtail.images import get_image_model

import home.demo.pictures
from home.demo.ground import seed_pictures
from home.demo.pictures.drawing.colours import mix, own_paint, to_lab
from home.demo.pictures.gallery import PICTURES

FOLDER = Path(home.demo.pictures.__file__).parent
ROWS = json.loads((FOLDER / "pictures.json").read_text(encoding="utf-8"))


def test_an_editor_finds_one_file_one_text_and_one_drawing_for_each_picture():
    files = {path.stem for path in FOLDER.glob("*.webp")}

    assert files == set(ROWS) == set(PICTURES)


@pytest.mark.parametrize("key", sorted(ROWS))
def test_a_visitor_can_load_a_picture_on_a_slow_network(key):
    file = FOLDER / f"{key}.webp"

    with Image.open(file) as image:
        assert (image.format, image.size) == ("WEBP", (1600, 900))
    assert file.stat().st_size <= 60_000


@pytest.mark.parametrize("key", sorted(ROWS))
def test_a_visitor_who_cannot_see_a_picture_can_read_what_is_in_it(key):
    description = ROWS[key]["description"]

    assert 40 <= len(description) <= 255
    assert description.endswith(".")
    assert not {" ;", " :", "'"} & {description[i : i + size] for size in (1, 2) for i in range(len(description))}


@pytest.mark.parametrize("key", sorted(ROWS))
def test_a_crop_cannot_cut_the_subject_of_a_picture(key):
    left, top, width, height = ROWS[key]["focal"]

    assert left >= 0
    assert top >= 0
    assert left + width <= 1600
    assert top + height <= 900
    assert min(width, height) >= 150


def test_an_editor_can_tell_two_pictures_apart_by_their_titles():
    assert len({row["title"] for row in ROWS.values()}) == len(ROWS)


@pytest.mark.django_db
def test_a_seeded_picture_can_be_cropped_around_its_subject(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path

    seeded = get_image_model().objects.get(pk=seed_pictures(["chess"])["chess"])

    area, (left, top, width, height) = seeded.get_focal_point(), ROWS["chess"]["focal"]
    assert (area.left, area.top) == pytest.approx((left, top), abs=1)
    assert (area.width, area.height) == (width, height)
    assert seeded.description == ROWS["chess"]["description"]


def test_an_ink_is_calmer_than_the_screen_colour_it_replaces():
    def chroma(colour):
        return sum(part**2 for part in to_lab(colour)[1:]) ** 0.5

    assert chroma(own_paint("#00a6ed")) < chroma("#00a6ed")
    assert own_paint("#808080") == "#808080"
    assert mix("#000000", "#ffffff", 1) == "#ffffff"
