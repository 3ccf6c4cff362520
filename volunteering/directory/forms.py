"""What editors type about associations, and whoever claims one."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from volunteering.core.code_form import CodeField
from volunteering.core.pages import PublishingForm
from volunteering.directory.legal import locked_fields
from volunteering.directory.models.claim import LONGEST_WORDS
from volunteering.directory.models.upkeep import LONGEST_REASON


class AssociationForm(PublishingForm):
    """What comes from the national register is shown, and changes only there: the next import would undo an edit."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in locked_fields(self.instance):
            if name in self.fields:
                self._lock(name)

    def _lock(self, name: str) -> None:
        field = self.fields[name]
        # Django then ignores what is posted, whatever a browser sends.
        field.disabled = True
        field.help_text = _("Comes from the national register: have it corrected there, at the prefecture’s office.")


class ClaimCodeForm(forms.Form):
    code = CodeField(
        label=_("The code the office received"),
        error_messages={"required": _("Copy the six figures that the office of the association received.")},
    )


class AskTheCityForm(forms.Form):
    words = forms.CharField(
        label=_("Who are you in the association?"),
        max_length=LONGEST_WORDS,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("A sentence or two: what you do there and since when, and what helps us to be sure of it."),
        error_messages={"required": _("Tell us in a few words who you are in the association.")},
    )


class SuspendForm(forms.Form):
    reason = forms.CharField(
        label=_("Reason"),
        max_length=LONGEST_REASON,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Those who speak for the association read it as you write it."),
        error_messages={"required": _("Say why: those who speak for the association read it.")},
    )


class RefuseClaimForm(forms.Form):
    reason = forms.CharField(
        label=_("Reason"),
        max_length=LONGEST_WORDS,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("The person reads it as you write it."),
        error_messages={"required": _("Say why: the person reads it.")},
    )
