"""What the documentation says is there: links, pictures, targets, commands, files."""

import re
from pathlib import Path

import django_rq
import pytest
from django.core.management import find_commands, get_commands
from PIL import Image

from tests.codebase.documents import anchors, code, documents, images, links, section
from tests.codebase.sources import REPOSITORY, below, files, text

# Folders whose files we name in full.
OURS = ("docs/", "home/", "site/", "templates/", "tests/", "volunteering/")
MOST_BYTES = 150_000
# Folders that Django looks for, whatever the app is about.
DJANGOS_OWN = {"management", "templatetags"}
# Commands that only a site with a queue has installed.
QUEUE = set(find_commands(str(Path(django_rq.__file__).parent / "management")))


def broken_links(document):
    present = {*files(), *(parent for file in files() for parent in file.parents)}
    for file, anchor in links(document):
        if file not in present:
            yield f"{file} does not exist"
        elif anchor and anchor not in anchors(file):
            yield f"{file} has no heading #{anchor}"


@pytest.mark.parametrize("document", documents(), ids=str)
def test_a_reader_can_follow_every_link(document):
    assert list(broken_links(document)) == []


def test_a_broken_link_is_found(tmp_path, monkeypatch):
    monkeypatch.setattr("tests.codebase.documents.text", lambda file: "[a](nowhere.md) ![b](none.png) [c](#nothing)")
    monkeypatch.setattr("tests.codebase.test_docs.anchors", lambda file: {"something"})

    assert len(list(broken_links(Path("README.md")))) == 3


@pytest.mark.parametrize("document", documents(), ids=str)
def test_a_picture_is_described_and_light(document):
    for alternative, address in images(document):
        file = (REPOSITORY / document.parent / address).resolve()
        assert len(alternative) > 10, f"{address} has no description"
        assert file.stat().st_size <= MOST_BYTES, f"{address} has {file.stat().st_size} bytes"


def pictures():
    return [file for file in files() if file.parts[0] == "docs" and file.suffix in {".png", ".webp", ".jpg"}]


def test_every_picture_is_shown_somewhere():
    shown = {file for document in documents() for file, _anchor in links(document)}

    assert [str(file) for file in pictures() if file not in shown] == []


@pytest.mark.parametrize("picture", pictures(), ids=str)
def test_a_picture_can_be_opened(picture):
    with Image.open(REPOSITORY / picture) as image:
        image.verify()
        assert image.width <= 1280


def targets():
    return set(re.findall(r"^([a-z0-9-]+):", text(Path("Makefile")), re.MULTILINE))


@pytest.mark.parametrize("document", documents(), ids=str)
def test_every_make_target_named_exists(document):
    named = {name for piece in code(document) for name in re.findall(r"\bmake ([a-z0-9-]+)", piece)}

    assert named - targets() == set()


@pytest.mark.parametrize("document", documents(), ids=str)
def test_every_command_named_exists(document):
    named = {name for piece in code(document) for name in re.findall(r"manage\.py ([a-z_]+)", piece)}

    assert named - set(get_commands()) - QUEUE == set()


def missing_files(document):
    """Files and folders of ours that the document names; a template may go by its own name."""
    present = {*files(), *(parent for file in files() for parent in file.parents)}
    named = {Path(piece) for piece in code(document) if re.fullmatch(r"[\w./-]+", piece) and piece.startswith(OURS)}
    return [str(name) for name in named if not {name, "volunteering/templates" / name} & present]


@pytest.mark.parametrize("document", documents(), ids=str)
def test_every_file_named_exists(document):
    assert missing_files(document) == []


def test_the_readme_shows_the_map_of_the_code():
    docstring = text(Path("volunteering/__init__.py"))
    lines = re.findall(r"^([a-z_]+ {2,}.+)$", docstring, re.MULTILINE)
    shown = [line.strip() for line in section(Path("README.md"), "The map of the code").splitlines()]

    assert len(lines) >= 8
    assert [line for line in lines if line not in shown] == []


def test_the_map_names_every_domain():
    named = re.findall(r"^([a-z_]+) {2,}", text(Path("volunteering/__init__.py")), re.MULTILINE)
    packages = {file.parts[1] for file in below("volunteering", endings=(".py",)) if len(file.parts) > 2}

    assert {*named} == packages - DJANGOS_OWN


def test_the_installation_guide_says_what_the_readme_says():
    blocks = re.findall(r"^```python\n# \S+\.py\n.*?^```$", text(Path("README.md")), re.MULTILINE | re.DOTALL)

    assert len(blocks) == 2
    assert [block for block in blocks if block not in text(Path("docs/how-to/install.md"))] == []
