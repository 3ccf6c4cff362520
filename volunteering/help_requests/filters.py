"""How a volunteer narrows the list of those who need a hand."""

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from volunteering.core.filtering.form import FilterForm
from volunteering.core.taxonomy import Neighbourhood
from volunteering.core.terms import names
from volunteering.help_requests.models import HelpKind, Moment
from volunteering.help_requests.models.help_request import HelpRequestQuerySet

ALL = ("", _("All"))


def kinds() -> list[tuple[str, Any]]:
    return [ALL, *HelpKind.objects.values_list("slug", "name")]


def neighbourhoods() -> list[tuple[str, Any]]:
    return [ALL, *names(Neighbourhood)]


class HelpFilters(FilterForm):
    sorts: ClassVar[dict[str, Any]] = {"newest": _("Newest first")}

    kind = forms.ChoiceField(label=_("What"), choices=kinds, required=False)
    neighbourhood = forms.ChoiceField(label=_("Neighbourhood"), choices=neighbourhoods, required=False)
    moment = forms.ChoiceField(label=_("When"), choices=[ALL, *Moment.choices], required=False)

    def narrow_kind(self, rows: HelpRequestQuerySet, answer: str) -> HelpRequestQuerySet:
        return rows.filter(kind__slug=answer)

    def narrow_neighbourhood(self, rows: HelpRequestQuerySet, answer: str) -> HelpRequestQuerySet:
        return rows.filter(neighbourhood__slug=answer)

    def narrow_moment(self, rows: HelpRequestQuerySet, answer: str) -> HelpRequestQuerySet:
        """Whoever can at any time can then too."""
        return rows.filter(moment__in=[answer, Moment.ANY])

    def order_newest(self, rows: HelpRequestQuerySet) -> HelpRequestQuerySet:
        return rows.newest_first()
