"""The code of a message, typed: the same question wherever an address is proven."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _


class CodeField(forms.CharField):
    def __init__(self, **kwargs: Any) -> None:
        attrs = {"autocomplete": "one-time-code", "inputmode": "numeric", "spellcheck": "false"}
        says = {
            "label": _("The code of the message"),
            "help_text": _("Six figures, for example 482 915."),
            "error_messages": {"required": _("Copy the six figures of the message you received from us.")},
        }
        super().__init__(**{"max_length": 20, "widget": forms.TextInput(attrs=attrs), **says, **kwargs})


class CodeForm(forms.Form):
    code = CodeField()
