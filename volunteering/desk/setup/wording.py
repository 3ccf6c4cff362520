"""The names set-up gives, by language.

They are data, not interface: a later change of a translation must not create a second group, so they are kept apart
from the catalogues, and what exists is recognised in any language.
"""

import json
from functools import cache
from pathlib import Path
from typing import Any

from django.utils.translation import get_language

FOLDER = Path(__file__).parent / "wording"
FALLBACK = "en"


@cache
def read(language: str) -> dict[str, Any]:
    return json.loads((FOLDER / f"{language}.json").read_text(encoding="utf-8"))


@cache
def languages() -> tuple[str, ...]:
    return tuple(sorted(file.stem for file in FOLDER.glob("*.json")))


def wording() -> dict[str, Any]:
    """In the active language, else in English."""
    language = (get_language() or FALLBACK).split("-")[0]
    return read(language if language in languages() else FALLBACK)


def every_name(*path: str) -> list[str]:
    """What one thing is called, in all the languages: `every_name("groups", "editor")`."""
    names = []
    for language in languages():
        found: Any = read(language)
        for key in path:
            found = found[key]
        names.append(found)
    return names
