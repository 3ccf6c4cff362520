"""Words in braces that stand for what a mail is about: "Thank you for {mission}". Pure.

An editor reads and writes the `name`, in the language of the mail ({mission}, {association}); what is stored holds the
`key`, so that a better translation of a name leaves no text behind.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

IN_BRACES = re.compile(r"\{(\w+)\}")
# As our own words name them: %(title)s, %(days)d.
IN_PERCENT = re.compile(r"%\((\w+)\)[sd]")
ANY_SIGN = re.compile(r"\{[^{}]*\}?|\}")


@dataclass(frozen=True)
class Placeholder:
    """`key`: a value of the letter's context; `name`: one word; `about`: what stands in its place."""

    key: str
    name: Promise
    about: Promise

    def __str__(self) -> str:
        return f"{{{self.name}}}"


CITY = Placeholder("city_name", pgettext_lazy("placeholder", "city"), _("The name of the city"))


class UnknownPlaceholder(Exception):
    """No placeholder has this name. The argument is what was typed, braces included."""


class LoneBrace(Exception):
    """A brace that opens or closes nothing, or holds more than one word. The argument is what was typed."""


def shown(text: str, placeholders: Iterable[Placeholder]) -> str:
    """Stored, or delivered with ours, as an editor reads it; what has no name any more keeps its key."""
    names = {each.key: str(each.name) for each in placeholders}
    text = IN_PERCENT.sub(r"{\1}", text)
    return IN_BRACES.sub(lambda found: f"{{{names.get(found[1], found[1])}}}", text)


def stored(text: str, placeholders: Iterable[Placeholder]) -> str:
    """As typed, to be kept. Raises `UnknownPlaceholder`, `LoneBrace`."""
    keys = {str(each.name): each.key for each in placeholders}

    def key(found: re.Match[str]) -> str:
        name = IN_BRACES.fullmatch(found[0])
        if name is None:
            raise LoneBrace(found[0])
        if name[1] not in keys:
            raise UnknownPlaceholder(found[0])
        return f"{{{keys[name[1]]}}}"

    return ANY_SIGN.sub(key, text)


def filled(text: str, values: Mapping[str, Any]) -> str:
    """Each placeholder by its value, once: a value with braces stays as it is. Raises KeyError."""
    return IN_BRACES.sub(lambda found: str(values[found[1]]), text)
