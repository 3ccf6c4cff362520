"""The offices' list of sign-ups: who, where, when, and what is still unanswered."""

from datetime import timedelta
from typing import Any, ClassVar
from urllib.parse import urlencode

import django_filters
from django import forms
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import ButtonsColumnMixin, Column, DateColumn, TitleColumn
from wagtail.admin.views.generic import IndexView
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.admin.widgets.button import Button, ButtonWithDropdown

from volunteering.applications.deciding import DECISIONS, Accept, Decline, Withdraw, address_of
from volunteering.applications.for_somebody import ChooseMission, SignUpFor
from volunteering.applications.models import Application
from volunteering.applications.notifications.about import when
from volunteering.applications.reported import ReportedConversation
from volunteering.applications.rosters import CancelShift, MissionSignUps
from volunteering.applications.states import State
from volunteering.core.listings.exports import NoExportMixin
from volunteering.core.listings.filters import one_of
from volunteering.directory.models import AssociationPage
from volunteering.missions.models import MissionPage

PER_PAGE = 50
SCREENS = {"index", "index_results"}


def sought_associations(request: Any) -> QuerySet:
    """Those to whose missions somebody signed up."""
    missions = MissionPage.objects.filter(capacities__applications__isnull=False)
    return AssociationPage.objects.filter(pk__in=missions.values("organiser")).order_by("title").only("title")


class ApplicationFilterSet(WagtailFilterSet):
    state = django_filters.MultipleChoiceFilter(
        label=gettext_lazy("State"), choices=State.choices, widget=forms.CheckboxSelectMultiple
    )
    answer = one_of(
        gettext_lazy("The organiser’s answer"),
        [
            ("wanted", gettext_lazy("Waits for an answer")),
            ("overdue", gettext_lazy("Without an answer for more than 7 days")),
            ("reported", gettext_lazy("Somebody reported the conversation")),
        ],
        "filter_answer",
    )
    when = one_of(
        gettext_lazy("When"),
        [
            ("week", gettext_lazy("Within 7 days")),
            ("coming", gettext_lazy("Under way or to come")),
            ("over", gettext_lazy("Over")),
        ],
        "filter_when",
    )
    organiser = django_filters.ModelChoiceFilter(
        label=gettext_lazy("Organised by"),
        queryset=sought_associations,
        field_name="capacity__mission__organiser",
        empty_label=gettext_lazy("All"),
        null_label=gettext_lazy("The city"),
    )

    class Meta:
        model = Application
        fields: list[str] = []

    def filter_answer(self, applications: QuerySet, name: str, value: str) -> QuerySet:
        asked = {"overdue": applications.overdue, "reported": applications.reported}
        return asked.get(value, applications.unanswered)()

    def filter_when(self, applications: QuerySet, name: str, value: str) -> QuerySet:
        now = timezone.now()
        if value == "over":
            return applications.filter(capacity__end__lte=now)
        coming = applications.filter(Q(capacity__end=None) | Q(capacity__end__gt=now))
        return coming.filter(capacity__start__lte=now + timedelta(days=7)) if value == "week" else coming


class ApplicationsView(NoExportMixin, IndexView):
    default_ordering = "-asked_at"
    is_searchable = True
    results_template_name = "volunteering/applications/listing_results.html"

    def get_base_queryset(self) -> QuerySet:
        return Application.objects.told_whole().select_related("conversation")

    def order_queryset(self, applications: QuerySet) -> QuerySet:
        return applications.order_by(self.ordering, "pk")

    def search_queryset(self, applications: QuerySet) -> QuerySet:
        return applications.matching(self.search_query) if self.is_searching else applications

    def get_add_url(self) -> None:
        return None


def way_back(request: HttpRequest) -> str:
    """For an address: the list as it is being looked at, filters and page included, also when only its rows are."""
    index, asked = reverse("volunteering_applications:index"), request.GET.copy()
    asked.pop("_w_filter_fragment", None)
    return urlencode({"next": f"{index}?{asked.urlencode()}" if asked else index})


class VolunteerColumn(ButtonsColumnMixin, TitleColumn):
    """Who, with what one may answer."""

    def __init__(self) -> None:
        super().__init__("volunteer", label=gettext_lazy("Volunteer"), accessor="full_name")

    def get_buttons(self, instance: Application, parent_context: dict[str, Any]) -> list[ButtonWithDropdown]:
        user, back = parent_context["request"].user, way_back(parent_context["request"])
        buttons = []
        if instance.conversation.reported_at and user.has_perm("volunteering.read_reported_application"):
            url = reverse("volunteering_applications:report", args=[instance.pk])
            buttons.append(Button(_("Reported conversation"), url=f"{url}?{back}", icon_name="warning"))
        if not user.has_perm("volunteering.change_application"):
            return self._menu(instance, buttons)
        buttons += [
            Button(each.button, url=f"{address_of(each, instance)}?{back}", icon_name=each.header_icon)
            for each in DECISIONS
            if each.is_possible(instance)
        ]
        return self._menu(instance, buttons)

    def _menu(self, instance: Application, buttons: list[Button]) -> list[ButtonWithDropdown]:
        label = {"aria-label": _("Answer: %(name)s") % {"name": instance.full_name}}
        return [ButtonWithDropdown(buttons=buttons, icon_name="dots-horizontal", attrs=label)] if buttons else []


class ApplicationViewSet(ModelViewSet):
    model = Application
    name = "volunteering_applications"
    url_prefix = "engagement/applications"
    icon = "list-ul"
    menu_label = gettext_lazy("Sign-ups")
    index_view_class = ApplicationsView
    filterset_class = ApplicationFilterSet
    list_per_page = PER_PAGE
    copy_view_enabled = False
    # Nothing is edited here but by the verbs; Wagtail asks for the name of a form's fields all the same.
    form_fields: ClassVar[list[str]] = ["state"]
    search_fields: ClassVar[list[str]] = ["volunteer__last_name"]
    list_display: ClassVar[list] = [
        VolunteerColumn(),
        Column("mission", label=gettext_lazy("Mission"), accessor="mission.title", sort_key="capacity__mission__title"),
        Column(
            "shift", label=gettext_lazy("When"), accessor=lambda each: when(each.capacity), sort_key="capacity__start"
        ),
        Column("state", label=gettext_lazy("State"), accessor="get_state_display", sort_key="state"),
        Column("people", label=gettext_lazy("People"), accessor="people"),
        DateColumn("asked_at", label=gettext_lazy("Asked"), sort_key="asked_at"),
    ]

    def register_reference_index(self) -> None:
        """Nothing an editor could delete is used by a sign-up."""

    def register_admin_url_finder(self) -> None:
        """It has no page of its own."""

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            *(pattern for pattern in super().get_urlpatterns() if pattern.name in SCREENS),
            path("<uuid:pk>/accept/", self.construct_view(Accept), name="accept"),
            path("<uuid:pk>/decline/", self.construct_view(Decline), name="decline"),
            path("<uuid:pk>/withdraw/", self.construct_view(Withdraw), name="withdraw"),
            path("<uuid:pk>/report/", self.construct_view(ReportedConversation), name="report"),
            path("for/<uuid:pk>/", self.construct_view(ChooseMission), name="choose_mission"),
            path("for/<uuid:pk>/<int:mission_pk>/", self.construct_view(SignUpFor), name="sign_up_for"),
            path("missions/<int:pk>/", self.construct_view(MissionSignUps), name="of_mission"),
            path("shifts/<int:pk>/cancel/", self.construct_view(CancelShift), name="cancel_shift"),
        ]
