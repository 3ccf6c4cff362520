"""What a public form takes over to be guarded: the trap and the stamp.

In its template: {% include "volunteering/components/guard.html" with form=form only %}
"""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from volunteering.core.antispam.stamps import BadStamp, TooFast, check_stamp, new_stamp

NOT_FOR_PEOPLE = {"autocomplete": "off", "tabindex": "-1"}


class GuardedForm(forms.Form):
    """A form that comes without a stamp (from a page that is the same for everyone) is no mistake: it is valid, but
    `is_unstamped`, and must be shown again, with the stamp it now has. The view calls `spend_stamp` when it acts.
    """

    website = forms.CharField(
        label=_("Leave this field empty"), required=False, widget=forms.TextInput(attrs=NOT_FOR_PEOPLE)
    )
    stamp = forms.CharField(required=False, max_length=300, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.is_unstamped = self.is_bound and not self.data.get("stamp")
        if not self.is_bound or self.is_unstamped:
            self.renew_stamp()

    def visible_fields(self) -> list[forms.BoundField]:
        """Those for people."""
        return [field for field in super().visible_fields() if field.name != "website"]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if data.get("website"):
            self.add_error(None, forms.ValidationError(_("One field must stay empty. Press the button once more.")))
            self._set("website", "")
        if not self.is_unstamped:
            self._check_stamp()
        return data

    def refuse_stamp(self, problem: BadStamp) -> None:
        """Say what is wrong with the stamp, and give another one. The answers stay."""
        self.add_error(None, forms.ValidationError(problem.sentence, code="stamp"))
        if not isinstance(problem, TooFast):
            self.renew_stamp()

    def renew_stamp(self) -> None:
        self._set("stamp", new_stamp())

    def _check_stamp(self) -> None:
        try:
            check_stamp(self.data.get("stamp", ""))
        except BadStamp as problem:
            self.refuse_stamp(problem)

    def _set(self, name: str, value: str) -> None:
        if self.is_bound:
            self.data = self.data.copy()
            self.data[self.add_prefix(name)] = value
        else:
            self.initial[name] = value
