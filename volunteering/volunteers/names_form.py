"""The question for a person's name, the same in every form of ours."""

from django import forms
from django.utils.translation import gettext_lazy as _

from volunteering.volunteers.names import in_one_line


class NamesForm(forms.Form):
    first_name = forms.CharField(
        label=_("Your first name"),
        max_length=80,
        widget=forms.TextInput(attrs={"autocomplete": "given-name"}),
        error_messages={"required": _("Write your first name.")},
    )
    last_name = forms.CharField(
        label=_("Your name"),
        max_length=80,
        widget=forms.TextInput(attrs={"autocomplete": "family-name"}),
        help_text=_("The association reads only its first letter until it has accepted you."),
        error_messages={"required": _("Write your name.")},
    )

    def clean_first_name(self) -> str:
        return in_one_line(self.cleaned_data["first_name"])

    def clean_last_name(self) -> str:
        return in_one_line(self.cleaned_data["last_name"])
