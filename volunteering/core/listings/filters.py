"""Filters every listing has."""

from typing import Any

import django_filters
from django import forms
from django.contrib.contenttypes.models import ContentType
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.models import WorkflowState

from volunteering.core.listings.columns import stale_before
from volunteering.core.taxonomy import Neighbourhood, Theme


def one_of(label: Any, choices: Any, method: str) -> django_filters.ChoiceFilter:
    """Radio buttons; the method gets the chosen value."""
    return django_filters.ChoiceFilter(
        label=label, choices=choices, method=method, widget=forms.RadioSelect, empty_label=_("All")
    )


def several_of(label: Any, model: type) -> django_filters.ModelMultipleChoiceFilter:
    return django_filters.ModelMultipleChoiceFilter(
        label=label, queryset=lambda request: model.objects.all(), widget=forms.CheckboxSelectMultiple
    )


class ListingFilterSet(WagtailFilterSet):
    publication = one_of(
        _("Published"),
        [
            ("live", _("Published")),
            ("draft", _("Not published")),
            ("changed", _("Published, with changes to publish")),
            ("waiting", _("Waiting for approval")),
        ],
        "filter_publication",
    )
    neighbourhood = several_of(_("Neighbourhood"), Neighbourhood)
    themes = several_of(_("Themes"), Theme)
    freshness = one_of(_("Last touched"), [("stale", _("Long ago: to check"))], "filter_freshness")

    def filter_publication(self, pages: QuerySet, name: str, value: str) -> QuerySet:
        if value == "waiting":
            return pages.filter(pk__in=waiting_for_approval(pages.model))
        if value == "changed":
            return pages.filter(live=True, has_unpublished_changes=True)
        return pages.filter(live=value == "live")

    def filter_freshness(self, pages: QuerySet, name: str, value: str) -> QuerySet:
        return pages.filter(latest_revision_created_at__lt=stale_before())


def waiting_for_approval(model: type) -> list[int]:
    """Primary keys of the pages of this type that are in a workflow. They are read, hence few."""
    states = WorkflowState.objects.filter(
        content_type=ContentType.objects.get_for_model(model), status=WorkflowState.STATUS_IN_PROGRESS
    )
    # The generic relation keeps keys as text, which PostgreSQL does not compare with numbers.
    return [int(key) for key in states.values_list("object_id", flat=True)]
