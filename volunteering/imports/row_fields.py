"""Form fields for what rows hold: other people's text, made fit for our pages or refused in plain words."""

import json
import re
import unicodedata
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils.translation import gettext_lazy as _

from volunteering.core.geo import InvalidPoint, Point, format_point
from volunteering.core.html import clean_html

LONGEST_HTML = 50_000  # five times what OpenAgenda accepts
# Control characters, direction marks, halves of surrogate pairs; joiners stay, emoji and some scripts need them.
UNWANTED = {"Cc", "Cf", "Cs"}
JOINERS = "\u200c\u200d"
IS_WEB_ADDRESS = URLValidator(schemes=["http", "https"])


def plain(text: str) -> str:
    """One line: no control or direction marks (they can hide or reverse what follows), no double spaces."""
    kept = "".join(" " if letter.isspace() and letter != "\xa0" else letter for letter in text)
    kept = "".join(letter for letter in kept if letter in JOINERS or unicodedata.category(letter) not in UNWANTED)
    return re.sub(" {2,}", " ", unicodedata.normalize("NFC", kept)).strip()


def shorten(text: str, length: int) -> str:
    """At most `length` characters, cut between words, with an ellipsis."""
    if len(text) <= length:
        return text
    cut = text[: length - 1]
    head, space, _tail = cut.rpartition(" ")
    return (head if space and len(head) > length // 2 else cut).rstrip(" ,;:.–-") + "…"


def web_address(text: str, *, longest: int = 500) -> str:
    """The address if it is http(s) and complete, else nothing: "javascript:" and the like are never kept."""
    address = text.strip()
    try:
        IS_WEB_ADDRESS(address)
        has_password = bool(urlsplit(address).password)
    except (ValidationError, ValueError):
        return ""
    return "" if has_password or len(address) > longest else address


class TextField(forms.CharField):
    """Plain text; `cut_at` shortens it, and what is no text (a list, an object) is refused."""

    def __init__(self, *, cut_at: int | None = None, required: bool = False, **kwargs: Any) -> None:
        self.cut_at = cut_at
        super().__init__(required=required, **kwargs)

    def to_python(self, value: Any) -> str:
        if not isinstance(value, str | int | float | None):
            raise ValidationError(_("A text is expected here."))
        text = plain(super().to_python(value))
        return shorten(text, self.cut_at) if self.cut_at else text


class HtmlField(forms.CharField):
    """Untrusted HTML, cleaned."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(required=False, max_length=LONGEST_HTML, **kwargs)

    def clean(self, value: Any) -> str:
        if not isinstance(value, str | None):
            raise ValidationError(_("A text is expected here."))
        return clean_html(super().clean(value))


class WebAddressField(forms.CharField):
    """An http(s) address; anything else counts as none."""

    def __init__(self, *, longest: int = 500, **kwargs: Any) -> None:
        self.longest = longest
        super().__init__(required=False, **kwargs)

    def clean(self, value: Any) -> str:
        return web_address(value, longest=self.longest) if isinstance(value, str) else ""


class ParsedField(forms.Field):
    """A value that comes as JSON inside a string, or already parsed."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(required=False, **kwargs)

    def to_python(self, value: Any) -> Any:
        if not isinstance(value, str) or not value.strip():
            return value or None
        try:
            return json.loads(value)
        except (ValueError, RecursionError) as error:
            raise ValidationError(_("This is not valid JSON.")) from error


class NumberedCodeField(ParsedField):
    """OpenAgenda's {"id": 4, "label": …} or 4, as our code. Nothing given: the first code."""

    def __init__(self, *, codes: Mapping[int, str], **kwargs: Any) -> None:
        self.codes = codes
        super().__init__(**kwargs)

    def to_python(self, value: Any) -> str:
        parsed = super().to_python(value)
        if parsed is None:
            return next(iter(self.codes.values()))
        number = parsed.get("id") if isinstance(parsed, dict) else parsed
        if not isinstance(number, int) or number not in self.codes:
            raise ValidationError(_("%(value)s is not a value we know."), params={"value": str(number)[:40]})
        return self.codes[number]


class ListField(forms.Field):
    """Texts in a list, or in one string with semicolons."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(required=False, **kwargs)

    def to_python(self, value: Any) -> list[str]:
        parts = value.split(";") if isinstance(value, str) else value
        return [text for part in parts if (text := plain(part))] if _is_texts(parts) else []


class PointField(forms.Field):
    """[lat, lng] or {"lat": …, "lon": …}, as the text our maps read. No point: empty."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(required=False, **kwargs)

    def to_python(self, value: Any) -> str:
        pair = [value.get("lat"), value.get("lon")] if isinstance(value, dict) else value
        # Compared, never hashed: what is in there may be a list again.
        if not pair or pair in ([None, None], [0, 0]):
            return ""
        try:
            lat, lng = map(float, pair)
            return format_point(Point(lat=lat, lng=lng))
        except (TypeError, ValueError, InvalidPoint) as error:
            raise ValidationError(_("These coordinates are no place on Earth.")) from error


def _is_texts(parts: Any) -> bool:
    return isinstance(parts, list) and all(isinstance(part, str) for part in parts)
