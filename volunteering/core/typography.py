"""Spaces that must not break, where French typography wants them. Pure."""

import re

NO_BREAK, THIN = "\u00a0", "\u202f"

# What people type as an ordinary space (or none but the right one) before these signs and after an opening guillemet.
RULES = (
    (re.compile(r"(?<=\S)[ \u00a0\u202f](?=[;!?]+(?:\s|$|[)»”’…]))"), THIN),
    (re.compile(r"(?<=\S)[ \u202f](?=[:»])"), NO_BREAK),
    (re.compile(r"(?<=«)[ \u202f]"), NO_BREAK),
    (re.compile(r"(?<=\d)[ \u202f](?=(?:h|min|km|kg|m|ans|an|€|%)(?:\W|$))"), NO_BREAK),
    (re.compile(r"(?<=\d)[ \u202f](?=\d{3}(?:\D|$))"), THIN),
)


TAG = re.compile(r"(<[^>]*>)")


def french_spaces(text: str) -> str:
    """The same words; a line never starts with a lone sign, and a number stays with its unit. Tags stay as they are."""
    if "<" in text:
        return "".join(part if part.startswith("<") else _space(part) for part in TAG.split(text))
    return _space(text)


def _space(text: str) -> str:
    for pattern, space in RULES:
        text = pattern.sub(space, text)
    return text
