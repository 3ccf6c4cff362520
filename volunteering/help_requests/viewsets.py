"""The agents' face of help requests. People are in no index of Wagtail's: neither its search nor its references."""

from typing import ClassVar

from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import UpdatedAtColumn
from wagtail.admin.viewsets.model import ModelViewSet

from volunteering.core.viewsets import TermViewSet
from volunteering.help_requests.deciding import Correct, Finish, MatchByHand, Moderate, Refuse
from volunteering.help_requests.desk_views import (
    EnterHelpRequest,
    HelpRequestHistory,
    InspectHelpRequest,
    RevealHelpRequest,
)
from volunteering.help_requests.listing import LIST_DISPLAY, HelpRequestFilterSet, HelpRequestsView
from volunteering.help_requests.models import HelpKind, HelpRequest

PER_PAGE = 50
SCREENS = {"index", "index_results", "history", "history_results"}


class HelpKindViewSet(TermViewSet):
    model = HelpKind
    icon = "help"
    menu_label = _("Kinds of a hand")
    list_display: ClassVar[list] = ["name", "slug", "icon", "example", UpdatedAtColumn()]


class HelpRequestViewSet(ModelViewSet):
    model = HelpRequest
    name = "volunteering_help_requests"
    url_prefix = "engagement/help-requests"
    icon = "help"
    menu_label = _("Help requests")
    index_view_class = HelpRequestsView
    history_view_class = HelpRequestHistory
    filterset_class = HelpRequestFilterSet
    list_display = LIST_DISPLAY
    list_per_page = PER_PAGE
    inspect_view_enabled = True
    copy_view_enabled = False
    export_filename = "help-requests"
    list_export = HelpRequestsView.list_export
    export_headings = HelpRequestsView.export_headings
    # Nothing is edited here but by the verbs; Wagtail asks for the name of a form's fields all the same.
    form_fields: ClassVar[list[str]] = ["state"]
    search_fields: ClassVar[list[str]] = ["need"]

    def register_reference_index(self) -> None:
        """Nothing an editor could delete is used by a request."""

    def get_urlpatterns(self) -> list[URLPattern]:
        """Without deleting, copying and usages."""
        return [
            *(pattern for pattern in super().get_urlpatterns() if pattern.name in SCREENS),
            path("new/", self.construct_view(EnterHelpRequest), name="add"),
            path("inspect/<uuid:pk>/", self.construct_view(InspectHelpRequest), name="inspect"),
            path("reveal/<uuid:pk>/", self.construct_view(RevealHelpRequest), name="reveal"),
            path("moderate/<uuid:pk>/", self.construct_view(Moderate), name="moderate"),
            path("edit/<uuid:pk>/", self.construct_view(Correct), name="edit"),
            path("refuse/<uuid:pk>/", self.construct_view(Refuse), name="refuse"),
            path("match/<uuid:pk>/", self.construct_view(MatchByHand), name="match"),
            path("finish/<uuid:pk>/", self.construct_view(Finish), name="finish"),
        ]
