"""An agent signs somebody up who is on the telephone or at the counter: the mission, then the dates."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView, ListView
from wagtail.admin.paginator import WagtailPaginator

from volunteering.applications import actions
from volunteering.applications.actions.signing_up import TAKES_PEOPLE, Outcome
from volunteering.applications.deciding import ForAgents
from volunteering.applications.forms import AgentSignUpForm
from volunteering.applications.notifications.about import when
from volunteering.applications.states import Actor
from volunteering.core.charter import charter_version, has_to_accept
from volunteering.core.city import CitySettings
from volunteering.missions.models import Capacity, MissionPage
from volunteering.missions.queries import MissionQuerySet
from volunteering.volunteers.actions import accept_charter, mark_seen
from volunteering.volunteers.models import Volunteer

PER_PAGE = 20
MOST_WORDS = 6


class ForSomebody(ForAgents):
    header_icon = "user"

    @cached_property
    def volunteer(self) -> Volunteer:
        return get_object_or_404(Volunteer, pk=self.kwargs["pk"])

    @property
    def person_url(self) -> str:
        return reverse("volunteering_volunteers:inspect", args=[self.volunteer.pk])

    def get_page_subtitle(self) -> str:
        return self.volunteer.full_name

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(volunteer=self.volunteer, person_url=self.person_url, **kwargs)


class ChooseMission(ForSomebody, ListView):
    """GET for/<volunteer>/: those that are not over, soonest first; `?q=` words of the title."""

    template_name = "volunteering/applications/choose_mission.html"
    page_title = gettext_lazy("Sign up for a mission")
    context_object_name = "missions"
    paginator_class = WagtailPaginator
    paginate_by = PER_PAGE
    page_kwarg = "p"

    @property
    def asked(self) -> str:
        return self.request.GET.get("q", "").replace("\x00", "").strip()

    def get_queryset(self) -> MissionQuerySet:
        missions = MissionPage.objects.published().not_past()
        for word in self.asked.split()[:MOST_WORDS]:
            missions = missions.filter(title__icontains=word)
        return missions.with_organiser().select_related("neighbourhood").prefetch_related("capacities").soonest()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(asked=self.asked, **kwargs)
        return {**context, "elided_page_range": context["paginator"].get_elided_page_range(context["page_obj"].number)}


class SignUpFor(ForSomebody, FormView):
    """GET/POST for/<volunteer>/<mission>/: the questions of the public form, in words to read aloud."""

    template_name = "volunteering/applications/sign_up_for.html"
    form_class = AgentSignUpForm
    page_title = gettext_lazy("Sign up")

    @cached_property
    def mission(self) -> MissionPage:
        missions = MissionPage.objects.published().select_related("organiser").prefetch_related("capacities")
        return get_object_or_404(missions, pk=self.kwargs["mission_pk"])

    @cached_property
    def capacities(self) -> list[Capacity]:
        rows = [row for row in self.mission.open_capacities(timezone.now()) if row.cancelled_at is None]
        for row in rows:
            row.mission = self.mission
        return rows

    @cached_property
    def version(self) -> str:
        """Of the charter they have not agreed with yet; empty when there is nothing to agree with."""
        city = CitySettings.for_request(self.request)
        return charter_version(city) if has_to_accept(city, self.volunteer.charter_version) else ""

    def get_trail(self) -> list[dict[str, Any]]:
        back = reverse("volunteering_applications:choose_mission", args=[self.volunteer.pk])
        return [{"url": back, "label": _("Sign up for a mission")}]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if self.user_has_permission("change") and (self.mission.state not in TAKES_PEOPLE or not self.capacities):
            raise Http404
        return super().dispatch(request, *args, **kwargs)

    def get_form_kwargs(self) -> dict[str, Any]:
        about = {"mission": self.mission, "capacities": self.capacities, "charter": self.version}
        return {**super().get_form_kwargs(), **about}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(mission=self.mission, **kwargs)

    def form_valid(self, form: AgentSignUpForm) -> HttpResponse:
        accept_charter(volunteer=self.volunteer, version=self.version)
        outcomes = actions.sign_up(
            volunteer=self.volunteer,
            capacities=form.chosen,
            people=form.how_many,
            message=form.cleaned_data["message"],
            by=Actor.AGENT,
            user=self.request.user,
        )
        mark_seen(volunteer=self.volunteer)
        for outcome in outcomes:
            self.say(outcome)
        return redirect(self.person_url)

    def say(self, outcome: Outcome) -> None:
        words = {"title": self.mission.title, "when": when(outcome.capacity)}
        if outcome.refusal:
            words["why"] = outcome.refusal.sentence
            messages.error(self.request, _("%(title)s, %(when)s: not signed up. To read aloud: “%(why)s”") % words)
            return
        words["state"] = outcome.application.get_state_display()
        messages.success(self.request, _("%(title)s, %(when)s: %(state)s.") % words)
        if outcome.neighbour:
            words["title"] = outcome.neighbour.mission.title
            messages.warning(self.request, _("Less than 30 minutes lie between this and “%(title)s”.") % words)
