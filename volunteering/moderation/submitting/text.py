"""The questions that several forms ask, and plain text that becomes safe paragraphs, and back."""

import re
from html import unescape
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from volunteering.core.html import paragraphs
from volunteering.core.pages import ContentMixin
from volunteering.core.taxonomy import Term

LONGEST, LONGEST_TITLE = 5000, 200
WHOLE_ADDRESS = _("Write the whole address, like https://www.example.org")


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


def title_field(label: Any, help_text: Any, missing: Any) -> forms.CharField:
    """`missing`: what to do when it is empty, as a sentence."""
    return line_field(label, help_text, length=LONGEST_TITLE, required=True, error_messages={"required": missing})


def summary_field(label: Any, help_text: Any, missing: Any) -> forms.CharField:
    """What stands on the card, as long as pages keep it."""
    length = ContentMixin.SUMMARY_LENGTH
    return forms.CharField(
        label=label,
        max_length=length,
        widget=forms.Textarea(attrs={"rows": 3, "maxlength": length}),
        help_text=help_text,
        error_messages={"required": missing},
    )


def ticked_field(label: Any, model: type[Term]) -> forms.ModelMultipleChoiceField:
    """Several terms of one of the city's lists, or none."""
    return forms.ModelMultipleChoiceField(
        label=label, queryset=model.objects.all(), required=False, widget=forms.CheckboxSelectMultiple
    )


def web_field(label: Any, help_text: Any = "", *, length: int = 500) -> forms.URLField:
    """An address of a page, or none; https where nothing is said. `length`: what the page's field holds."""
    return forms.URLField(
        label=label,
        required=False,
        max_length=length,
        assume_scheme="https",
        help_text=help_text,
        error_messages={"invalid": WHOLE_ADDRESS},
    )


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
