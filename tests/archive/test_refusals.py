"""An archive that somebody changed writes nothing: neither a row nor a file, and says what is wrong with it."""

import hashlib
import io
import json
import zipfile
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.auth import get_user_model
from wagtail.models import Page

from tests.archive.moving import moved_in
from volunteering.agenda.models import EventPage
from volunteering.archive.export import write_archive
from volunteering.archive.moving_in import write_file
from volunteering.archive.refusals import Refused

pytestmark = pytest.mark.django_db

THEMES = "data/volunteering.theme.jsonl"


def parts(content):
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def changed(town, **manifest):
    """With other words in its manifest."""
    all_parts = parts(town.archive)
    told = json.loads(all_parts["manifest.json"]) | manifest
    return packed(all_parts | {"manifest.json": json.dumps(told).encode()})


def with_file(town, name, content, *, rows=None):
    """As somebody who knows the format would forge it."""
    all_parts = parts(town.archive)
    told = json.loads(all_parts["manifest.json"])
    entry = told["files"].get(name, {"rows": rows})
    digest = hashlib.sha256(content).hexdigest()
    told["files"][name] = {"sha256": digest, "bytes": len(content), "rows": rows or entry["rows"]}
    return packed(all_parts | {name: content, "manifest.json": json.dumps(told).encode()})


def with_first_row(town, file, /, **values):
    first, _end, rest = parts(town.archive)[file].partition(b"\n")
    return with_file(town, file, json.dumps(json.loads(first) | values).encode() + b"\n" + rest)


def without(town, name):
    return packed({key: value for key, value in parts(town.archive).items() if key != name})


def with_another_byte(town):
    all_parts = parts(town.archive)
    all_parts[THEMES] = all_parts[THEMES].replace(b"a", b"b", 1)
    return packed(all_parts)


def with_a_key_twice(town):
    content = parts(town.archive)[THEMES]
    return with_file(town, THEMES, content + content, rows=2 * content.count(b"\n"))


def cut(town):
    return town.archive[: len(town.archive) // 2]


HOSTILE = {
    "no ZIP": (lambda town: b"%PDF", "ZIP"),
    "cut": (cut, "ZIP"),
    "another byte": (with_another_byte, "empreinte"),
    "a file is missing": (lambda town: without(town, THEMES), "theme.jsonl"),
    "no manifest": (lambda town: without(town, "manifest.json"), "manifeste"),
    "manifest of nothing": (lambda town: packed({"manifest.json": b"[]"}), "manifeste"),
    "manifest of another form": (lambda town: changed(town, files={"a": {"bytes": "x"}}), "manifeste"),
    "a file too many": (lambda town: packed(parts(town.archive) | {"more.txt": b""}), "more.txt"),
    "another format": (lambda town: changed(town, format="zip"), "format"),
    "another version": (lambda town: changed(town, version=2), "version 2"),
    "other software": (lambda town: changed(town, migrations={}), "versions"),
    "an unknown table": (lambda town: with_file(town, "data/shop.cart.jsonl", b"{}\n", rows=1), "shop.cart"),
    "a path that leads out": (lambda town: with_file(town, "media/../../etc/x", b""), "ailleurs"),
    "an absolute path": (lambda town: packed(parts(town.archive) | {"/etc/x": b""}), "ailleurs"),
    "a Windows path": (lambda town: packed(parts(town.archive) | {"..\\x": b""}), "ailleurs"),
    "a key twice": (with_a_key_twice, "même clé"),
    "no row": (lambda town: with_file(town, THEMES, b"[]\n", rows=1), "ligne 1"),
    "a row too few": (lambda town: with_file(town, THEMES, b"", rows=3), "lignes"),
    "an unknown field": (lambda town: with_first_row(town, THEMES, wheels=4), "wheels"),
    "a value that does not fit": (lambda town: with_first_row(town, THEMES, sort_order="many"), "sort_order"),
    "a value in a list": (lambda town: with_first_row(town, THEMES, name=["a"]), "name"),
    "a text too long": (lambda town: with_first_row(town, THEMES, name="a" * 999), "name"),
    "nothing where something must be": (lambda town: with_first_row(town, THEMES, name=None), "name"),
    "a NUL": (lambda town: with_first_row(town, THEMES, name="a\0"), "name"),
    "a link to nothing": (
        lambda town: with_first_row(town, "data/wagtailimages.image.jsonl", collection=99),
        "wagtailcore.collection",
    ),
    "an unknown content type": (
        lambda town: with_first_row(town, "data/wagtailcore.page.jsonl", content_type=["shop", "cart"]),
        "shop.cart",
    ),
    "a file that leads out": (
        lambda town: with_first_row(town, "data/wagtailimages.image.jsonl", file="../../etc/passwd"),
        "file",
    ),
    "a file that is not there": (
        lambda town: with_first_row(town, "data/wagtailimages.image.jsonl", file="original_images/none.png"),
        "fichier",
    ),
    "what only the database refuses": (
        lambda town: (
            with_first_row(town, "data/wagtailcore.locale.jsonl", language_code="fr")
            and with_file(town, "data/wagtailcore.locale.jsonl", two_locales(town), rows=2)
        ),
        "base de données",
    ),
}


def two_locales(town):
    [row] = parts(town.archive)["data/wagtailcore.locale.jsonl"].splitlines()
    return row + b"\n" + json.dumps(json.loads(row) | {"id": 77}).encode() + b"\n"


def is_untouched():
    return (
        Page.objects.count() == 2
        and not get_user_model().objects.exists()
        and not any(file.is_file() for file in Path(settings.MEDIA_ROOT).rglob("*"))
    )


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_archive_writes_nothing_and_is_told_why(town, name):
    forge, words = HOSTILE[name]
    with pytest.raises(Refused, match=words):
        moved_in(forge(town))
    assert is_untouched()


def test_a_bomb_is_not_unpacked(town):
    content = b"0" * 50_000_000
    with pytest.raises(Refused, match="bien plus"):
        moved_in(with_file(town, "media/bomb.pdf", content))
    assert is_untouched()


def test_a_file_that_unpacks_to_more_than_it_says_is_refused(town):
    """Its size in the ZIP's own list is a lie."""
    forged = bytearray(with_file(town, "media/lie.pdf", b"0" * 100_000))
    directory = forged.rindex(b"PK\x01\x02", 0, forged.rindex(b"media/lie.pdf"))
    forged[directory + 24 : directory + 28] = (100).to_bytes(4, "little")
    with pytest.raises(Refused, match=r"lie\.pdf"):
        moved_in(bytes(forged))


def test_an_archive_moves_only_where_nobody_is(town):
    get_user_model().objects.create_user("0e1f", "first@city.example")
    with pytest.raises(Refused, match=r"auth\.user.*1"):
        moved_in(town.archive)
    assert Page.objects.count() == 2


def test_files_are_taken_back_when_one_of_them_cannot_be_written(town, monkeypatch):
    def full(archive, storage, name, written):
        if written:
            raise OSError(28, "No space left on device")
        write_file(archive, storage, name, written)

    monkeypatch.setattr("volunteering.archive.moving_in.write_file", full)
    with pytest.raises(OSError, match="No space"):
        moved_in(town.archive)
    assert is_untouched()


def test_a_file_nobody_has_any_more_does_not_keep_a_city_from_leaving(town):
    moved_in(town.archive)
    for file in Path(settings.MEDIA_ROOT).rglob("*.pdf"):
        file.unlink()
    again = io.BytesIO()
    assert write_archive(file=again).missing == [town.plan.file.name]


def test_a_table_without_a_row_needs_no_app(town):
    """A server has tables that are never filled, like the history of Django's own admin."""
    moved_in(with_file(town, "data/shop.cart.jsonl", b"", rows=0))
    assert EventPage.objects.filter(title="Bal du port").exists()
