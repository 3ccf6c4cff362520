"""One's own sign-ups, and the applicants of a mission: behind the links of mails, and in an account."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.mixins import LoginRequiredMixin
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.generic import TemplateView

from volunteering.applications import actions
from volunteering.applications.forms import OrganiserChangeForm, VolunteerChangeForm
from volunteering.applications.links import ANSWER, MINE, mission_behind, row_behind
from volunteering.applications.models import Application
from volunteering.applications.models.application import ApplicationQuerySet
from volunteering.applications.states import MOVES, Actor, NotPossible, State, Verb
from volunteering.core.pagination import BoundedPaginator
from volunteering.core.private_views import BehindLink, NotForSearchEngines
from volunteering.core.views import asked_page
from volunteering.missions.capacity import NoPlaceLeft
from volunteering.missions.models import MissionPage
from volunteering.volunteers.accounts import volunteer_of
from volunteering.volunteers.actions import mark_seen
from volunteering.volunteers.models import Volunteer

LINK_OVER = "volunteering/applications/link_over.html"


class ChangeOne:
    """GET shows a page of applications; POST is one button beside one of them."""

    request: HttpRequest
    kwargs: dict[str, Any]
    actor: Actor

    def get_applications(self) -> ApplicationQuerySet:
        raise NotImplementedError

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        application = get_object_or_404(self.get_applications(), pk=self.kwargs["pk"])
        try:
            said = self.change(application)
        except NotPossible:
            messages.error(request, _("Things have changed meanwhile: see below where it stands now."))
        except NoPlaceLeft:
            messages.error(request, _("No place is left. Add one to the mission, or free one, then try again."))
        except actions.Refused as refusal:
            messages.error(request, refusal.sentence)
        else:
            if said:
                messages.success(request, said)
        return self.back()

    def change(self, application: Application) -> str:
        """Do it, and say so."""
        raise NotImplementedError

    def back(self) -> HttpResponse:
        raise NotImplementedError


class Mine(ChangeOne, TemplateView):
    template_name = "volunteering/applications/mine.html"
    actor = Actor.VOLUNTEER

    def get_volunteer(self) -> Volunteer | None:
        raise NotImplementedError

    def get_applications(self) -> ApplicationQuerySet:
        return Application.objects.of_volunteer(self.get_volunteer()).told_whole()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        rows = self.get_applications().with_messages().soonest_first()
        context = {"results": asked_page(self.request, BoundedPaginator(rows)), "form": VolunteerChangeForm()}
        return super().get_context_data(volunteer=self.get_volunteer(), **context, **kwargs)

    def change(self, application: Application) -> str:
        form = VolunteerChangeForm(self.request.POST)
        user = self.request.user if self.request.user.is_authenticated else None
        if not form.is_valid():
            return ""
        mark_seen(volunteer=application.volunteer)
        title = application.mission.title
        if form.cleaned_data["change"] == "withdraw":
            actions.withdraw(application=application, reason=form.cleaned_data["reason"], by=self.actor, user=user)
            return _("You are no longer signed up: %(title)s. Thank you for telling us.") % {"title": title}
        if form.cleaned_data["change"] == "declare":
            return self.thanks(application) if actions.declare(application=application) else ""
        taken = actions.take(application=application, by=self.actor, user=user)
        if taken.state == State.WAITING:
            return _("All places are taken meanwhile: you are on the waiting list of %(title)s.") % {"title": title}
        return _("The place is yours: %(title)s.") % {"title": title}

    def thanks(self, application: Application) -> str:
        of_association = application.mission.organiser_id is not None
        return _("Thank you, the association knows now.") if of_association else _("Thank you, the city knows now.")


class MineByLink(Mine, BehindLink):
    """GET /engagement/mes-missions/<token>/, POST …/<pk>/"""

    link, over_template = MINE, LINK_OVER

    @cached_property
    def volunteer(self) -> Volunteer:
        return row_behind(self.link, self.kwargs["token"], Volunteer.objects.all())

    def get_volunteer(self) -> Volunteer:
        return self.volunteer

    def back(self) -> HttpResponse:
        return redirect("volunteering:my_applications", token=self.kwargs["token"])


class MineInAccount(LoginRequiredMixin, Mine, NotForSearchEngines):
    """GET /engagement/mes-missions/, POST …/<pk>/"""

    def get_volunteer(self) -> Volunteer | None:
        return volunteer_of(self.request.user)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(token="", **kwargs)

    def back(self) -> HttpResponse:
        return redirect("volunteering:my_missions")


class ApplicantsPage(ChangeOne, TemplateView):
    """Who comes to one mission, shift by shift."""

    template_name = "volunteering/applications/applicants.html"
    actor = Actor.ASSOCIATION
    mission: MissionPage

    def get_user(self) -> Any:
        """The account that acts; None behind the link of a mail."""
        return None

    def get_applications(self) -> ApplicationQuerySet:
        return Application.objects.for_mission(self.mission).told_whole().with_messages()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        results = asked_page(self.request, BoundedPaginator(self.get_applications().by_shift()))
        context = {"mission": self.mission, "results": results, "form": OrganiserChangeForm(), "token": ""}
        return super().get_context_data(**{**context, **kwargs})

    def change(self, application: Application) -> str:
        form = OrganiserChangeForm(self.request.POST)
        if not form.is_valid():
            messages.error(self.request, " ".join(form.errors.get("words", [_("Press one of the buttons once more.")])))
            return ""
        answer(application, form.cleaned_data, by=self.actor, user=self.get_user())
        return _("Done. %(name)s: %(state)s.") % {
            "name": application.volunteer.short_name,
            "state": MOVES[Verb(form.cleaned_data["change"])].to.label.lower(),
        }


class Applicants(ApplicantsPage, BehindLink):
    """GET /engagement/association/qui-vient/<token>/, POST …/<pk>/: for whoever reads the association's mails."""

    link, over_template = ANSWER, "volunteering/applications/answer_over.html"

    @cached_property
    def mission(self) -> MissionPage:
        return mission_behind(self.kwargs["token"])

    def back(self) -> HttpResponse:
        return redirect("volunteering:answer_applicants", token=self.kwargs["token"])


def answer(application: Application, data: dict[str, Any], *, by: Actor, user: Any = None) -> None:
    """One button of the organiser. Raises `NotPossible`, `NoPlaceLeft`."""
    whom = {"application": application, "by": by, "user": user}
    match Verb(data["change"]):
        case Verb.ACCEPT:
            actions.accept(**whom)
        case Verb.DISCUSS:
            actions.discuss(**whom)
        case Verb.DECLINE:
            actions.decline(reason=data["reason"], words=data["words"], **whom)
        case Verb.CANCEL:
            actions.cancel(words=data["words"], **whom)
        case Verb.DONE:
            actions.mark_done(**whom)
        case Verb.NO_SHOW:
            actions.mark_no_show(**whom)
