"""The list of what was reported: one line per page, with how often. No address is in it, nor in its file."""

from typing import Any, ClassVar

import django_filters
from django import forms
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.views.generic import IndexView
from wagtail.admin.viewsets.model import ModelViewSet

from volunteering.core.listings.exports import SafeExportMixin
from volunteering.core.listings.filters import one_of
from volunteering.moderation.models import Report, ReportReason
from volunteering.moderation.reported.reading import ReadReports

PER_PAGE = 50
SCREENS = {"index", "index_results"}
OPEN, DECIDED = "open", "decided"


class ReportFilterSet(WagtailFilterSet):
    state = one_of(
        gettext_lazy("State"),
        [(OPEN, gettext_lazy("To be answered")), (DECIDED, gettext_lazy("Decided"))],
        "filter_state",
    )
    reason = django_filters.MultipleChoiceFilter(
        label=gettext_lazy("Reason"), choices=ReportReason.choices, widget=forms.CheckboxSelectMultiple
    )
    age = one_of(gettext_lazy("Age"), [("late", gettext_lazy("Waiting for more than 24 hours"))], "filter_age")

    class Meta:
        model = Report
        fields: list[str] = []

    def filter_state(self, reports: QuerySet, name: str, value: str) -> QuerySet:
        return reports.filter(decision__isnull=value == OPEN)

    def filter_age(self, reports: QuerySet, name: str, value: str) -> QuerySet:
        return reports.late()


class ReportsView(SafeExportMixin, IndexView):
    """Without a filter: what waits for an answer, the oldest first."""

    results_template_name = "volunteering/reported/listing_results.html"
    default_ordering = "reported_at"
    is_searchable = True

    def get_base_queryset(self) -> QuerySet:
        rows = Report.objects.select_related("decision").defer("words", "email")
        if not self.request.GET.get("state") and not self.is_searching:
            rows = rows.open()
        return rows

    def filter_queryset(self, queryset: QuerySet) -> QuerySet:
        """One line per page comes last: those that a filter leaves out do not count."""
        return super().filter_queryset(queryset).one_per_page()

    def order_queryset(self, reports: QuerySet) -> QuerySet:
        return reports.order_by(self.ordering, "pk")

    def search_queryset(self, reports: QuerySet) -> QuerySet:
        return reports.filter(title__icontains=self.search_query) if self.is_searching else reports

    def get_add_url(self) -> None:
        return None

    export_values: ClassVar[dict[str, Any]] = {
        "reason": lambda each: each.get_reason_display(),
        "state": lambda each: state_of(each),
        "decided": lambda each: each.decision.at if each.decision else "",
    }


def state_of(report: Report) -> str:
    if report.decision is not None:
        return report.decision.get_outcome_display()
    return _("Late: more than 24 hours") if report.is_late else _("To be answered")


def read_url(report: Report) -> str:
    return reverse("volunteering_reports:read", args=[report.pk])


class ReportsMenuItem(MenuItem):
    """With how many pages wait for an answer."""

    def is_shown(self, request: HttpRequest) -> bool:
        return request.user.has_perm("volunteering.view_report")

    def render_component(self, request: HttpRequest) -> Any:
        component = super().render_component(request)
        waiting = Report.objects.open().values("page").distinct().count()
        if waiting:
            component.label = f"{self.label} ({waiting})"
        return component


class ReportViewSet(ModelViewSet):
    model = Report
    name = "volunteering_reports"
    url_prefix = "engagement/reports"
    icon = "warning"
    menu_label = gettext_lazy("Reported pages")
    index_view_class = ReportsView
    filterset_class = ReportFilterSet
    list_per_page = PER_PAGE
    copy_view_enabled = False
    menu_item_class = ReportsMenuItem
    form_fields: ClassVar[list[str]] = ["reason"]
    search_fields: ClassVar[list[str]] = ["title"]
    list_display: ClassVar[list] = [
        TitleColumn("title", label=gettext_lazy("Page"), sort_key="title", get_url=read_url),
        Column("number", label=gettext_lazy("Number of reports")),
        Column("reason", label=gettext_lazy("First reason"), accessor="get_reason_display"),
        Column("state", label=gettext_lazy("State"), accessor=state_of),
        DateColumn("reported_at", label=gettext_lazy("First reported"), sort_key="reported_at"),
    ]
    list_export: ClassVar[list[str]] = ["title", "number", "reason", "state", "reported_at", "decided"]
    export_headings: ClassVar[dict[str, Any]] = {
        "number": gettext_lazy("Number of reports"),
        "reason": gettext_lazy("First reason"),
        "reported_at": gettext_lazy("First reported"),
        "decided": gettext_lazy("Decided"),
    }
    export_filename = "reports"

    def register_reference_index(self) -> None:
        """Nothing an editor could delete is used by a report."""

    def register_admin_url_finder(self) -> None:
        """It has no page of its own to edit."""

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            *(pattern for pattern in super().get_urlpatterns() if pattern.name in SCREENS),
            path("<int:pk>/", self.construct_view(ReadReports), name="read"),
        ]
