"""What people upload: the picture is kept, and nothing else of the file."""

import errno
from io import BytesIO

import pytest
from django.core.files.base import File
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from PIL import Image
from wagtail.images import get_image_model

from tests.moderation.proposing import at, step, write, wrong
from volunteering.moderation import pictures
from volunteering.moderation.files import NotTaken, check_file, tidy_name
from volunteering.moderation.pictures import NoPicture, read_picture, written_anew

RIVEMONT = {1: "N", 2: (45.0, 53.0, 0.0), 3: "E", 4: (4.0, 3.0, 0.0)}


def photo(size=(800, 600), kind="JPEG", **options):
    file = BytesIO()
    Image.new("RGB", size, "teal").save(file, kind, **options)
    return SimpleUploadedFile("photo.jpg", file.getvalue())


def with_position():
    exif = Image.Exif()
    exif.get_ifd(0x8825).update(RIVEMONT)
    exif[0x010E] = "12 rue du Port"
    return photo(exif=exif)


def test_where_a_photo_was_taken_is_forgotten():
    upload = with_position()
    assert b"12 rue du Port" in upload.read()
    upload.seek(0)

    kept = written_anew(read_picture(upload)).read()
    assert not Image.open(BytesIO(kept)).getexif()
    assert b"12 rue du Port" not in kept


def test_a_file_behind_the_picture_is_left_behind():
    upload = SimpleUploadedFile("photo.jpg", photo().read() + b"PK\x03\x04<script>alert(1)</script>")

    assert b"script" not in written_anew(read_picture(upload)).read()


@pytest.mark.parametrize(
    "content",
    [
        b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
        b"GIF89a" + b"\0" * 200,
        b"%PDF-1.7 no picture",
        b"\xff\xd8\xff\xe0 cut off",
        b"",
        b"\x89PNG\r\n\x1a\n" + b"\0" * 50,
    ],
    ids=["SVG", "GIF", "PDF", "cut off", "empty", "broken"],
)
def test_what_is_no_photo_is_refused(content):
    with pytest.raises(NoPicture):
        read_picture(SimpleUploadedFile("photo.jpg", content))


def test_a_bomb_is_refused_before_it_is_unpacked(monkeypatch):
    upload = photo(size=(6000, 6000), kind="PNG")
    monkeypatch.setattr(Image.Image, "load", lambda self: pytest.fail("It was unpacked."))
    with pytest.raises(NoPicture) as refused:
        read_picture(upload)
    assert refused.value.sentence == pictures.TOO_MANY_PIXELS


def test_a_heavy_file_and_a_tiny_picture_are_refused():
    heavy = photo()
    heavy.size = pictures.LARGEST + 1
    for upload, sentence in ((heavy, pictures.TOO_HEAVY), (photo(size=(200, 800)), pictures.TOO_SMALL)):
        with pytest.raises(NoPicture) as refused:
            read_picture(upload)
        assert refused.value.sentence == sentence


def test_a_photo_taken_upright_stays_upright_and_a_large_one_becomes_smaller():
    exif = Image.Exif()
    exif[0x0112] = 6
    assert read_picture(photo(size=(800, 600), exif=exif)).size == (600, 800)
    assert max(read_picture(photo(size=(5000, 4000))).size) == pictures.LONGEST_SIDE


def test_two_uploads_of_one_photo_have_names_nobody_guesses():
    picture = read_picture(photo())
    names = {written_anew(picture).name for _time in range(2)}
    assert len(names) == 2
    assert all(len(name) >= 36 for name in names)


@pytest.fixture
def full_disk(monkeypatch, settings, tmp_path):
    """Room for half a file."""
    settings.MEDIA_ROOT = tmp_path

    def half(_file, chunk_size=None):
        yield b"half"
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(File, "chunks", half)
    return tmp_path


@pytest.mark.django_db
def test_nothing_is_left_of_a_picture_that_found_no_room(full_disk, caplog):
    with pytest.raises(NoPicture) as refused, transaction.atomic():
        pictures.keep_picture(read_picture(photo()), title="Fête", description="")
    assert refused.value.sentence == pictures.NOT_KEPT
    assert not [file for file in full_disk.rglob("*") if file.is_file()]
    assert not get_image_model().objects.exists()
    assert "room" in caplog.text


@pytest.mark.django_db
@pytest.mark.usefixtures("city")
def test_whoever_sends_a_picture_that_finds_no_room_goes_on_without(full_disk, clock, caplog):
    client, submission = write("evenement", clock)
    answer = client.post(at("submission_step", submission, step="image"), {"file": photo(), "description": "Un repas"})
    assert (answer.status_code, len(wrong(answer))) == (200, 2)
    assert step(client, submission, "image", {}).status_code == 302


def test_a_file_is_what_is_in_it_whatever_it_is_called():
    assert check_file(SimpleUploadedFile("plan.exe", b"%PDF-1.7")) == "application/pdf"
    assert tidy_name('../pl"an\r\n.exe', "application/pdf") == "pl an.pdf"
    for content in (b"MZ\x90", b"<html>", b"PK\x03\x04 broken", b""):
        with pytest.raises(NotTaken):
            check_file(SimpleUploadedFile("plan.pdf", content))
