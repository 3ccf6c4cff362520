"""Long answers: plain text that becomes safe paragraphs, and back."""

import re
from html import unescape
from typing import Any

from django import forms

from volunteering.core.html import paragraphs

LONGEST = 5000


def text_field(
    label: Any, help_text: Any = "", *, required: bool = False, rows: int = 6, **options: Any
) -> forms.CharField:
    return forms.CharField(
        label=label,
        required=required,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": rows}),
        help_text=help_text,
        **options,
    )


def line_field(
    label: Any, help_text: Any = "", *, length: int, required: bool = False, **options: Any
) -> forms.CharField:
    return forms.CharField(label=label, required=required, max_length=length, help_text=help_text, **options)


def rich(text: str, before: str = "") -> str:
    """Paragraphs of what was typed: nobody's markup is kept. What an editor laid out stays when its words do."""
    return before if _words(text) == _words(plain(before)) else paragraphs(text or "")


def _words(text: str) -> list[str]:
    return (text or "").split()


def plain(html: str) -> str:
    """What one would have typed: paragraphs parted by an empty line, items of a list behind a dash."""
    text = re.sub(r"<li[^>]*>", "– ", html or "")
    text = re.sub(r"<br\s*/?>|</li>", "\n", text)
    text = re.sub(r"</(p|h\d|ul|ol)>", "\n\n", text)
    return re.sub(r"\n{3,}", "\n\n", unescape(re.sub(r"<[^>]+>", "", text))).strip()
