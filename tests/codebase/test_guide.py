"""The editors' guide names what editors see: every word in bold is a text of the interface, in French."""

import gettext
import json
import re
from functools import cache
from pathlib import Path

import pytest
import wagtail

from tests.codebase.documents import documents, prose
from tests.codebase.sources import REPOSITORY
from volunteering.imports.models import Source

GUIDE = Path("docs/guide")
OURS = ("volunteering/locale", "home/locale")
BOLD = re.compile(r"\*\*(.+?)\*\*", re.DOTALL)
# Ordinary spaces where French wants one that does not break.
BREAKS = re.compile(r"[ ](?=[;:!?»])|(?<=«)[ ]")


def chapters():
    return [document for document in documents() if document.is_relative_to(GUIDE)]


@cache
def interface():
    """Every French text of the interface: ours, Wagtail's, and the names that `setup` gives."""
    compiled = [file for folder in OURS for file in (REPOSITORY / folder).rglob("fr/LC_MESSAGES/*.mo")]
    compiled += Path(wagtail.__file__).parent.rglob("locale/fr/LC_MESSAGES/*.mo")
    texts = set()
    for file in compiled:
        with file.open("rb") as opened:
            texts |= set(gettext.GNUTranslations(opened)._catalog.values())
    wording = json.loads((REPOSITORY / "volunteering/desk/setup/wording/fr.json").read_text("utf-8"))
    names = {
        *wording["groups"].values(),
        *(page["title"] for page in wording["pages"].values()),
        *map(str, Source.labels),
    }
    return {plain(text) for text in texts | names if isinstance(text, str)}


def plain(text):
    """Without the differences that do not matter: capitals, kinds of spaces and apostrophes, a mark at the end."""
    return " ".join(text.replace("’", "'").split()).casefold().rstrip(" .…:*")


def is_shown(label):
    """A text of the interface; where that holds a placeholder ("Ajouter %(label)s"), any word may stand for it."""
    if plain(label) in interface():
        return True
    fillable = (text for text in interface() if "%(" in text or "{" in text)
    return any(re.fullmatch(pattern(text), plain(label)) for text in fillable)


def pattern(text):
    """Needs more than its placeholders to match: two letters at least."""
    parts = re.split(r"%\(\w+\)[sd]|\{\w*\}", text)
    return ".+".join(map(re.escape, parts)) if len("".join(parts).strip()) > 1 else r"(?!)"


@pytest.mark.parametrize("chapter", chapters(), ids=lambda chapter: chapter.name)
def test_an_editor_sees_every_word_that_the_guide_sets_in_bold(chapter):
    labels = {" ".join(label.split()) for label in BOLD.findall(prose(chapter))}

    assert sorted(label for label in labels if not is_shown(label)) == []


@pytest.mark.parametrize(("label", "shown"), [("Publier", True), ("Ajouter un(e) Date", True), ("Danser", False)])
def test_a_word_that_is_not_on_the_screen_is_found(label, shown):
    assert is_shown(label) is shown


@pytest.mark.parametrize("chapter", chapters(), ids=lambda chapter: chapter.name)
def test_the_guide_keeps_french_signs_with_their_words(chapter):
    text = re.sub(r"!?\[|`[^`\n]*`|^\|[-|: ]+\|$", "", prose(chapter), flags=re.MULTILINE)

    assert BREAKS.findall(text) == []
    assert "'" not in re.sub(r"\*\*.+?\*\*|\]\([^)]*\)", "", text)


def test_every_chapter_is_in_the_table_of_contents():
    contents = prose(GUIDE / "index.md")

    assert [page.name for page in chapters() if page.name != "index.md" and f"]({page.name})" not in contents] == []
