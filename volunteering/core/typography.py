"""Spaces that must not break, where French typography wants them. Pure."""

import re

NO_BREAK = "\u00a0"
# After a dash a line may break even before a space that does not (Unicode line breaking, LB12a): this forbids it.
JOINER = "\u2060"
ANY_SPACE = "[ \u00a0\u202f]"

# Before a high sign, inside guillemets, between a figure and its unit, between thousands, in an hour and its minutes,
# before the dash between two hours. In this order: the last ones look for spaces the others have set.
PLACES = (
    re.compile(rf"{ANY_SPACE}(?=[;:!?»])"),
    re.compile(rf"(?<=«){ANY_SPACE}"),
    re.compile(rf"(?<=\d){ANY_SPACE}(?=(?:h|min|km|kg|m|ans|an|€|%)(?:\W|$))"),
    re.compile(rf"(?<=\d){ANY_SPACE}(?=\d{{3}}(?:\D|$))"),
    re.compile(rf"(?<=\d{NO_BREAK}h){ANY_SPACE}(?=[0-5]\d(?:\D|$))"),
    re.compile(rf"(?<=\d{NO_BREAK}h){ANY_SPACE}(?=–{ANY_SPACE}\d)"),
    re.compile(rf"(?<=\d{NO_BREAK}h{NO_BREAK}\d\d){ANY_SPACE}(?=–{ANY_SPACE}\d)"),
)
TO_THE_NEXT_HOUR = re.compile(rf"(?<={NO_BREAK}–){ANY_SPACE}(?=\d+{NO_BREAK}h\b)")
TAG = re.compile(r"(<[^>]*>)")


def french_spaces(text: str) -> str:
    """The same words; a line never starts with a lone sign, and a number stays with its unit. Tags stay as they are."""
    if "<" in text:
        return "".join(part if part.startswith("<") else _space(part) for part in TAG.split(text))
    return _space(text)


def _space(text: str) -> str:
    for place in PLACES:
        text = place.sub(NO_BREAK, text)
    return TO_THE_NEXT_HOUR.sub(f"{JOINER}{NO_BREAK}", text)
