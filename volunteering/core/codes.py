"""Codes that mails carry: six figures, computed from what they are about, kept nowhere."""

from typing import Any

from django import forms
from django.utils.crypto import constant_time_compare, salted_hmac
from django.utils.translation import gettext_lazy as _

DIGITS = 6


def six_figures(purpose: str, key: str) -> str:
    """ "482 915" without its space, the same for the same purpose and key; never begins with 0, which some programs
    would swallow.
    """
    digest = salted_hmac(f"volunteering.{purpose}", key, algorithm="sha256").hexdigest()
    return str(10 ** (DIGITS - 1) + int(digest, 16) % (9 * 10 ** (DIGITS - 1)))


def spaced(code: str) -> str:
    """ "482 915": as a mail shows it."""
    return f"{code[:3]} {code[3:]}"


def is_code(answer: str, code: str) -> bool:
    """Spaces and dashes do not count."""
    return constant_time_compare("".join(figure for figure in answer if figure.isdigit()), code)


class CodeField(forms.CharField):
    def __init__(self, **kwargs: Any) -> None:
        attrs = {"autocomplete": "one-time-code", "inputmode": "numeric", "spellcheck": "false"}
        says = {
            "label": _("The code of the message"),
            "help_text": _("Six figures, for example 482 915."),
            "error_messages": {"required": _("Copy the six figures of the message you received from us.")},
        }
        super().__init__(**{"max_length": 20, "widget": forms.TextInput(attrs=attrs), **says, **kwargs})
