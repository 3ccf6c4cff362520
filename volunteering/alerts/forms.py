"""What people type to be told, and to find their searches again."""

from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from volunteering.alerts.models import LONGEST_LABEL, LONGEST_QUERY, Frequency
from volunteering.alerts.subjects import SUBJECTS, label_of
from volunteering.core.address_field import AddressField
from volunteering.core.antispam.forms import GuardedForm

TYPED = 2000  # characters of an address bar we look at


class SearchForm(forms.Form):
    """Which search, how often. `kind` is one of `Kind`; unknown filters are left out, as in the lists."""

    frequency = forms.ChoiceField(
        label=_("How often?"), choices=Frequency.choices, initial=Frequency.WEEKLY, widget=forms.Select
    )
    query = forms.CharField(required=False, max_length=TYPED, widget=forms.HiddenInput)

    def __init__(self, *args: Any, kind: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.kind = kind

    def clean_query(self) -> str:
        filters = SUBJECTS[self.kind].filters(QueryDict(self.cleaned_data["query"]))
        return filters.canonical().urlencode()

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if "query" not in data or len(data["query"]) > LONGEST_QUERY:
            self.errors.pop("query", None)
            self.add_error(None, _("That is a lot of filters for one search. Take some away, then try again."))
        return data

    @property
    def label(self) -> str:
        """The search in words. For a form that is shown again, of what was typed."""
        typed = self["query"].value() or ""
        return label_of(self.kind, QueryDict(typed[:TYPED]))[:LONGEST_LABEL]


class SubscribeForm(SearchForm, GuardedForm):
    email = AddressField()

    field_order = ["email", "frequency"]


class LinkForm(GuardedForm):
    email = AddressField()


class ChangeForm(forms.Form):
    """One button of the list of searches."""

    change = forms.ChoiceField(
        choices=[("pause", _("Pause")), ("resume", _("Resume")), ("forget", _("Delete")), *Frequency.choices]
    )
