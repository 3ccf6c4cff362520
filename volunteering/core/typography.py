"""Spaces that must not break, where French typography wants them. Pure."""

import re

NO_BREAK = "\u00a0"
ANY_SPACE = "[ \u00a0\u202f]"

# Before a high sign, inside guillemets, between a figure and its unit, between thousands.
PLACES = (
    re.compile(rf"{ANY_SPACE}(?=[;:!?»])"),
    re.compile(rf"(?<=«){ANY_SPACE}"),
    re.compile(rf"(?<=\d){ANY_SPACE}(?=(?:h|min|km|kg|m|ans|an|€|%)(?:\W|$))"),
    re.compile(rf"(?<=\d){ANY_SPACE}(?=\d{{3}}(?:\D|$))"),
)
TAG = re.compile(r"(<[^>]*>)")


def french_spaces(text: str) -> str:
    """The same words; a line never starts with a lone sign, and a number stays with its unit. Tags stay as they are."""
    if "<" in text:
        return "".join(part if part.startswith("<") else _space(part) for part in TAG.split(text))
    return _space(text)


def _space(text: str) -> str:
    for place in PLACES:
        text = place.sub(NO_BREAK, text)
    return text
