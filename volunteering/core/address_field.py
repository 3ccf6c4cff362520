"""The question for an e-mail address, the same in every form of ours."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from volunteering.core.addresses import LONGEST, WRITE_AN_ADDRESS, clean_address


class AddressField(forms.CharField):
    widget = forms.EmailInput

    def __init__(self, **kwargs: Any) -> None:
        ours = {
            "label": _("Your e-mail address"),
            "help_text": _("For example: first.last@example.org"),
            "error_messages": {"required": WRITE_AN_ADDRESS, "max_length": WRITE_AN_ADDRESS},
        }
        super().__init__(max_length=LONGEST, **ours | kwargs)
        self.widget.attrs |= {"autocomplete": "email", "autocapitalize": "none", "spellcheck": "false"}

    def clean(self, value: Any) -> str:
        typed = super().clean(value)
        return clean_address(typed) if typed else ""
