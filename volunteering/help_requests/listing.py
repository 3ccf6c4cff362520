"""The list of help requests as agents of the city see it, and the file they may take away: without names."""

from datetime import timedelta
from typing import Any, ClassVar

import django_filters
from django import forms
from django.db.models import Count, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext, gettext_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.views.generic import IndexView

from volunteering.core.listings.exports import SafeExportMixin
from volunteering.core.listings.filters import one_of, several_of
from volunteering.core.taxonomy import Neighbourhood
from volunteering.help_requests.actions.ageing import NOTICE
from volunteering.help_requests.models import HelpKind, HelpRequest
from volunteering.help_requests.states import STANDING, State
from volunteering.help_requests.wording import how_much, when

# Ages of a request in days, from (inclusive) and to (exclusive), by the name they have in an address.
AGES = {"week": (0, 8), "fortnight": (8, 15), "month": (15, 10_000)}
AGE_NAMES = {"week": _("0 to 7 days"), "fortnight": _("8 to 14 days"), "month": _("15 days and more")}


def of_age(name: str, *, column: str = "asked_at") -> Q:
    """Asked so long ago."""
    youngest, oldest = AGES[name]
    now = timezone.now()
    since, until = now - timedelta(days=oldest), now - timedelta(days=youngest)
    return Q(**{f"{column}__gt": since, f"{column}__lte": until})


class HelpRequestFilterSet(WagtailFilterSet):
    kind = several_of(_("Kind"), HelpKind)
    neighbourhood = several_of(_("Neighbourhood"), Neighbourhood)
    state = django_filters.MultipleChoiceFilter(
        label=_("State"), choices=State.choices, widget=forms.CheckboxSelectMultiple
    )
    age = one_of(_("Asked"), list(AGE_NAMES.items()), "filter_age")
    answer = one_of(
        _("To do"),
        [
            ("waiting", _("To read and approve")),
            ("unanswered", _("Nobody has offered for 3 days")),
            ("offers", _("Somebody offered and waits for an answer")),
            ("ending", _("Ends within 5 days")),
        ],
        "filter_answer",
    )
    sensitive = one_of(_("Sensitive"), [("yes", _("Yes")), ("no", _("No"))], "filter_sensitive")

    class Meta:
        model = HelpRequest
        fields: list[str] = []

    def filter_age(self, requests: QuerySet, name: str, value: str) -> QuerySet:
        return requests.filter(of_age(value))

    def filter_answer(self, requests: QuerySet, name: str, value: str) -> QuerySet:
        if value == "waiting":
            return requests.filter(state=State.WAITING)
        if value == "ending":
            return requests.ending_before(timezone.now() + NOTICE)
        return requests.with_offers() if value == "offers" else requests.unanswered()

    def filter_sensitive(self, requests: QuerySet, name: str, value: str) -> QuerySet:
        return requests.filter(is_sensitive=value == "yes")


def days_ago(request: HelpRequest) -> int:
    return (timezone.now() - request.asked_at).days


def sensitive(request: HelpRequest) -> str:
    return gettext("Yes") if request.is_sensitive else ""


def by_phone(request: HelpRequest) -> str:
    return "" if request.email else gettext("Yes")


class KindColumn(TitleColumn):
    """What it is about leads to the request: nobody's name is in the list."""

    def __init__(self) -> None:
        super().__init__(
            "kind",
            label=_("Kind"),
            accessor="kind_name",
            sort_key="kind__name",
            url_name="volunteering_help_requests:inspect",
        )


LIST_DISPLAY = [
    KindColumn(),
    Column("neighbourhood", label=_("Neighbourhood"), accessor="area", sort_key="neighbourhood__name"),
    Column("when", label=_("When"), accessor=when),
    Column("state", label=_("State"), accessor="get_state_display", sort_key="state"),
    Column("standing", label=_("Offers"), accessor="standing", sort_key="standing"),
    Column("sensitive", label=_("Sensitive"), accessor=sensitive),
    Column("by_phone", label=_("By telephone"), accessor=by_phone),
    Column("days", label=_("Days"), accessor=days_ago, sort_key="asked_at"),
    DateColumn("expires_at", label=_("Holds until"), sort_key="expires_at"),
]


class HelpRequestsView(SafeExportMixin, IndexView):
    """Searched by name and need in the database: no index knows of these people. The file names nobody."""

    add_item_label = gettext_lazy("Enter a help request")
    default_ordering = "-asked_at"
    is_searchable = True
    results_template_name = "volunteering/help_requests/desk/listing_results.html"
    list_export: ClassVar[list[str]] = [
        *("kind", "neighbourhood", "when", "how_much", "state", "is_sensitive", "by_phone", "standing"),
        *("asked_at", "opened_at", "matched_at", "closed_at", "worked"),
    ]
    export_values: ClassVar[dict[str, Any]] = {
        "kind": lambda request: request.kind_name,
        "neighbourhood": lambda request: request.area,
        "when": when,
        "how_much": how_much,
        "state": lambda request: str(request.get_state_display()),
        "by_phone": lambda request: not request.email,
    }
    export_headings: ClassVar[dict[str, Any]] = {
        "when": _("When"),
        "how_much": _("How long, how often"),
        "by_phone": _("By telephone"),
        "standing": _("Offers"),
    }

    def get_base_queryset(self) -> QuerySet:
        standing = Count("offers", filter=Q(offers__state__in=STANDING))
        return HelpRequest.objects.known().told_whole().annotate(standing=standing)

    def order_queryset(self, requests: QuerySet) -> QuerySet:
        return requests.order_by(self.ordering, "pk")

    def search_queryset(self, requests: QuerySet) -> QuerySet:
        return requests.named(self.search_query) if self.is_searching else requests

    def get_list_buttons(self, instance: HelpRequest) -> list:
        """What one does with a request stands on its page."""
        return []
