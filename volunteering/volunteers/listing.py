"""The list of volunteers as agents of the city see it, and the file they may take away: without contact data."""

from typing import Any, ClassVar

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.views.generic import IndexView
from wagtail.admin.widgets.button import Button

from volunteering.core.city import CitySettings
from volunteering.core.listings.exports import NoExportMixin, SafeExportMixin
from volunteering.volunteers.actions import note_export
from volunteering.volunteers.availability import week_in_short
from volunteering.volunteers.forms import ExportForm
from volunteering.volunteers.models import Volunteer


def week(volunteer: Volunteer) -> str:
    return week_in_short(volunteer.availability)


def paused(volunteer: Volunteer) -> str:
    return gettext("Yes") if volunteer.is_paused else ""


def abilities(volunteer: Volunteer) -> str:
    return ", ".join(f"{row.skill.name} ({row.get_level_display()})" for row in volunteer.skills.all() if row.level)


class NameColumn(TitleColumn):
    """The whole name leads to what is known of the person."""

    def __init__(self) -> None:
        super().__init__(
            "full_name", label=_("Volunteer"), sort_key="last_name", url_name="volunteering_volunteers:inspect"
        )


LIST_DISPLAY = [
    NameColumn(),
    Column("neighbourhood", label=_("Neighbourhood"), sort_key="neighbourhood__name"),
    Column("availability", label=_("When"), accessor=week),
    Column("is_paused", label=_("Paused"), accessor=paused, sort_key="is_paused"),
    DateColumn("seen_at", label=_("Last seen"), sort_key="seen_at"),
    Column("masked_email", label=_("E-mail")),
]


class VolunteersView(NoExportMixin, IndexView):
    """Searched by name in the database: Wagtail's indexes know nothing of these people. The file has its own page."""

    add_item_label = _("Enter a volunteer")
    default_ordering = "last_name"
    is_searchable = True
    results_template_name = "volunteering/volunteers/listing_results.html"

    def get_base_queryset(self) -> QuerySet:
        return Volunteer.objects.select_related("neighbourhood")

    def order_queryset(self, volunteers: QuerySet) -> QuerySet:
        return volunteers.order_by(self.ordering, "first_name", "pk")

    def search_queryset(self, volunteers: QuerySet) -> QuerySet:
        return volunteers.named(self.search_query) if self.is_searching else volunteers

    def get_list_buttons(self, instance: Volunteer) -> list:
        """What one does with a volunteer stands on their page."""
        return []

    @cached_property
    def header_more_buttons(self) -> list[Button]:
        url, query = reverse("volunteering_volunteers:export"), self.request.GET.urlencode()
        return [Button(_("Export this list"), url=f"{url}?{query}" if query else url, icon_name="download")]


class ExportVolunteers(SafeExportMixin, VolunteersView):
    """GET asks what the list is for; POST notes it in the history and gives the file. The address narrows the list."""

    template_name = "volunteering/volunteers/export.html"
    page_title = _("Export volunteers")
    list_export: ClassVar[list[str]] = [
        *("first_name", "last_name", "neighbourhood", "availability", "only_holidays", "themes", "skills", "languages"),
        *("age_group", "is_paused", "may_be_found", "created_at", "seen_at"),
    ]
    export_values: ClassVar[dict[str, Any]] = {
        "neighbourhood": lambda volunteer: str(volunteer.neighbourhood or ""),
        "availability": week,
        "themes": lambda volunteer: ", ".join(theme.name for theme in volunteer.themes.all()),
        "skills": abilities,
        "age_group": lambda volunteer: str(volunteer.age_group.label),
        "languages": lambda volunteer: ", ".join(Volunteer._meta.get_field("languages").labels(volunteer)),
    }
    export_headings: ClassVar[dict[str, Any]] = {"skills": _("Skills"), "age_group": _("Age")}

    def get_base_queryset(self) -> QuerySet:
        return super().get_base_queryset().prefetch_related("themes", "skills__skill")

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return self.show(ExportForm())

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        form = ExportForm(request.POST)
        if not self.is_understood:
            form.add_error(None, _("One of the filters is not understood. Go back to the list and choose it again."))
        if not form.is_valid():
            return self.show(form)
        volunteers = self.get_queryset()
        note_export(
            city=CitySettings.for_request(request),
            rows=volunteers.count(),
            filters=self.narrowed_by,
            reason=form.cleaned_data["reason"],
            by=request.user,
        )
        return self.as_spreadsheet(volunteers, form.cleaned_data["format"])

    @property
    def is_understood(self) -> bool:
        """A filter nobody understands narrows nothing: the file would be everybody."""
        return not self.filters or self.filters.is_valid()

    @property
    def narrowed_by(self) -> dict[str, list[str]]:
        """For the history, which holds no name: that somebody was searched for, not who."""
        asked = {name: self.request.GET.getlist(name) for name in self.filters.form.changed_data}
        return asked | ({"q": ["…"]} if self.is_searching else {})

    def show(self, form: ExportForm) -> HttpResponse:
        self.object_list = self.get_queryset()
        context = self.get_context_data(
            form=form, number=self.object_list.count(), active_filters=self.active_filters, back_url=self.index_url
        )
        # Nothing is searched or narrowed here: that was done in the list.
        return TemplateResponse(self.request, self.template_name, context | {"search_form": None, "filters": None})

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        back = {"url": reverse("volunteering_volunteers:index"), "label": _("Volunteers")}
        return [*self.breadcrumbs_items, back, {"url": "", "label": self.get_page_title()}]

    header_buttons: ClassVar[list] = []
    header_more_buttons: ClassVar[list] = []
