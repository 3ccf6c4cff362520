"""The sign-ups of one mission in the admin, shift by shift, and cancelling one of its shifts."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.generic import FormView, ListView
from wagtail.admin.paginator import WagtailPaginator

from volunteering.applications import actions
from volunteering.applications.deciding import DECISIONS, ForAgents, address_of
from volunteering.applications.forms import CancelShiftForm
from volunteering.applications.models import Application
from volunteering.applications.models.application import ApplicationQuerySet
from volunteering.applications.notifications.about import when
from volunteering.applications.states import Actor
from volunteering.missions.models import Capacity, MissionPage

PER_PAGE = 50


class AboutMission(ForAgents):
    @cached_property
    def mission(self) -> MissionPage:
        raise NotImplementedError

    @property
    def list_url(self) -> str:
        return reverse("volunteering_applications:of_mission", args=[self.mission.pk])

    def get_page_subtitle(self) -> str:
        return self.mission.title


class MissionSignUps(AboutMission, ListView):
    """GET missions/<pk>/: its shifts with what is left, and who signed up."""

    template_name = "volunteering/applications/sign_ups.html"
    permission_required = None
    any_permission_required = ("view", "change")
    page_title = gettext_lazy("Sign-ups")
    context_object_name = "applications"
    paginator_class = WagtailPaginator
    paginate_by = PER_PAGE
    page_kwarg = "p"

    @cached_property
    def mission(self) -> MissionPage:
        return get_object_or_404(MissionPage, pk=self.kwargs["pk"])

    def get_queryset(self) -> ApplicationQuerySet:
        return Application.objects.for_mission(self.mission).told_whole().by_shift()

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        page = {"url": reverse("wagtailadmin_pages:edit", args=[self.mission.pk]), "label": self.mission.title}
        here = {"url": "", "label": self.get_page_title(), "sublabel": self.mission.title}
        return [*self.breadcrumbs_items, page, here]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(mission=self.mission, shifts=self.shifts(), next=self.list_url, **kwargs)
        may_change = self.user_has_permission("change")
        context["rows"] = [self.row(each, may_change) for each in context["applications"]]
        context["elided_page_range"] = context["paginator"].get_elided_page_range(context["page_obj"].number)
        return context

    def shifts(self) -> list[dict[str, Any]]:
        may_change = self.user_has_permission("change")
        rows = self.mission.capacities.soonest()
        return [self.shift(capacity, may_change=may_change) for capacity in rows]

    def shift(self, capacity: Capacity, *, may_change: bool) -> dict[str, Any]:
        capacity.mission = self.mission
        return {"capacity": capacity, "when": when(capacity), "may_cancel": may_change and may_cancel(capacity)}

    def row(self, application: Application, may_change: bool) -> dict[str, Any]:
        decisions = [each for each in DECISIONS if may_change and each.is_possible(application)]
        return {
            "application": application,
            "when": when(application.capacity),
            "buttons": [{"label": each.button, "url": address_of(each, application)} for each in decisions],
        }


def may_cancel(capacity: Capacity) -> bool:
    """It has not taken place yet, and nobody has cancelled it before."""
    return capacity.cancelled_at is None and (capacity.end is None or capacity.end > timezone.now())


class CancelShift(AboutMission, FormView):
    """GET/POST shifts/<pk>/cancel/: how many are told, and why it does not take place."""

    template_name = "volunteering/applications/cancel_shift.html"
    page_title = gettext_lazy("Cancel this shift")
    header_icon = "date"
    form_class = CancelShiftForm

    @cached_property
    def capacity(self) -> Capacity:
        return get_object_or_404(Capacity.objects.select_related("mission"), pk=self.kwargs["pk"])

    @cached_property
    def mission(self) -> MissionPage:
        return self.capacity.mission

    def get_trail(self) -> list[dict[str, Any]]:
        return [{"url": self.list_url, "label": self.mission.title}]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if self.user_has_permission("change") and not may_cancel(self.capacity):
            messages.error(request, _("This shift is over or cancelled already: there is nothing to cancel."))
            return redirect(self.list_url)
        return super().dispatch(request, *args, **kwargs)

    def form_valid(self, form: CancelShiftForm) -> HttpResponse:
        by_phone = self.without_email
        told = actions.cancel_shift(capacity=self.capacity, by=Actor.AGENT, user=self.request.user, **form.cleaned_data)
        said = ngettext(
            "The shift is cancelled, and %(told)d person was told.",
            "The shift is cancelled, and %(told)d people were told.",
            told - by_phone,
        ) % {"told": told - by_phone}
        messages.success(self.request, said)
        if by_phone:
            messages.warning(self.request, _("Some of them have no e-mail: call them. They stand in the list below."))
        return redirect(self.list_url)

    @cached_property
    def concerned(self) -> ApplicationQuerySet:
        return Application.objects.active().filter(capacity=self.capacity)

    @cached_property
    def without_email(self) -> int:
        return self.concerned.filter(volunteer__email="").count()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = {"mission": self.mission, "capacity": self.capacity, "when": when(self.capacity)}
        numbers = {"concerned": self.concerned.count(), "without_email": self.without_email}
        return super().get_context_data(**context, **numbers, list_url=self.list_url, **kwargs)
