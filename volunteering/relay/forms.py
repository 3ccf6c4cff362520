"""What people type into a conversation."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from volunteering.core.contact_data import holds_contact_data
from volunteering.relay.models import LONGEST as LONGEST_MESSAGE


class MessageForm(forms.Form):
    """A message with an address or a number in it is shown once more: `is_sure` says that it was meant."""

    text = forms.CharField(
        label=_("Your message"),
        max_length=LONGEST_MESSAGE,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": _("Write your message first.")},
    )
    is_sure = forms.BooleanField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.warns = False

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        self.warns = holds_contact_data(data.get("text", "")) and not data.get("is_sure")
        return data


class ReportForm(forms.Form):
    words = forms.CharField(
        label=_("What is wrong?"),
        max_length=LONGEST_MESSAGE,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Say in a few words what is wrong: we look at it.")},
    )
