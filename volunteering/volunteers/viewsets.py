"""The editors' face of volunteers. People are in no index of Wagtail's: neither its search nor its references."""

from typing import Any, ClassVar

from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _
from wagtail.admin.viewsets.model import ModelViewSet

from volunteering.volunteers.filters import VolunteerFilterSet
from volunteering.volunteers.forms import CorrectionForm, EntryForm, PersonForm
from volunteering.volunteers.listing import LIST_DISPLAY, ExportVolunteers, VolunteersView
from volunteering.volunteers.models import Volunteer
from volunteering.volunteers.views import (
    CorrectVolunteer,
    EnterVolunteer,
    InspectVolunteer,
    RevealContact,
    VolunteerHistory,
)

PER_PAGE = 50
SCREENS = {"index", "index_results", "add", "edit", "inspect", "history", "history_results"}


class VolunteerViewSet(ModelViewSet):
    model = Volunteer
    name = "volunteering_volunteers"
    url_prefix = "engagement/volunteers"
    icon = "user"
    menu_label = _("Volunteers")
    index_view_class = VolunteersView
    export_view_class = ExportVolunteers
    add_view_class = EnterVolunteer
    edit_view_class = CorrectVolunteer
    inspect_view_class = InspectVolunteer
    history_view_class = VolunteerHistory
    filterset_class = VolunteerFilterSet
    list_display = LIST_DISPLAY
    list_per_page = PER_PAGE
    inspect_view_enabled = True
    copy_view_enabled = False
    export_filename = "volunteers"
    search_fields: ClassVar[list[str]] = ["first_name", "last_name"]

    def get_form_class(self, for_update: bool = False) -> type[PersonForm]:
        return CorrectionForm if for_update else EntryForm

    def get_common_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        """People are erased by their own wish, with all that concerns them, and never by a button of a list."""
        return super().get_common_view_kwargs(**kwargs) | {"delete_url_name": None, "usage_url_name": None}

    def register_reference_index(self) -> None:
        """Nothing an editor could delete is used by a person."""

    def get_urlpatterns(self) -> list[URLPattern]:
        """Without deleting, copying and usages; with the contact data and the file."""
        return [
            *(pattern for pattern in super().get_urlpatterns() if pattern.name in SCREENS),
            path("reveal/<uuid:pk>/", self.construct_view(RevealContact), name="reveal"),
            path("export/", self.construct_view(self.export_view_class, **self.export_kwargs), name="export"),
        ]

    @property
    def export_kwargs(self) -> dict[str, Any]:
        """The list's own, but for what is shown of it."""
        left_out = {"template_name", "list_export", "export_headings", "results_template_name"}
        kwargs = self.get_index_view_kwargs()
        return {name: value for name, value in kwargs.items() if name not in left_out}
