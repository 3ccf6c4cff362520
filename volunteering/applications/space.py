"""The association's space: its missions, who comes, and who speaks for it. For members who are signed in."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.mixins import LoginRequiredMixin
from django.db.models import Count, Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.generic import FormView, TemplateView, View

from volunteering.applications import actions
from volunteering.applications.conversing import Thread
from volunteering.applications.forms import InviteForm
from volunteering.applications.links import row_behind
from volunteering.applications.managing import ApplicantsPage
from volunteering.applications.models import ASSOCIATION, Application
from volunteering.applications.models.application import ApplicationQuerySet
from volunteering.applications.states import UNANSWERED, State
from volunteering.core.links import BrokenLink
from volunteering.core.pagination import BoundedPaginator
from volunteering.core.private_views import BehindLink, NotForSearchEngines, WithSite
from volunteering.core.views import asked_page
from volunteering.directory import actions as members
from volunteering.directory.links import INVITATION
from volunteering.directory.models import AssociationPage, Invitation, Membership, Role
from volunteering.missions.models import MissionPage
from volunteering.relay import actions as relay
from volunteering.relay.forms import MessageForm

# On one sheet, in one list.
MOST_SHOWN = 300


class InSpace(LoginRequiredMixin, NotForSearchEngines):
    """What is not of one's own associations does not exist."""

    request: HttpRequest
    kwargs: dict[str, Any]

    @cached_property
    def memberships(self) -> QuerySet:
        """Of a suspended association nobody does anything."""
        return self.all_memberships.filter(association__suspended_at=None)

    @property
    def all_memberships(self) -> QuerySet:
        return Membership.objects.filter(user=self.request.user).select_related("association")

    def missions(self) -> QuerySet:
        mine = MissionPage.objects.filter(organiser__memberships__user=self.request.user)
        return mine.filter(organiser__suspended_at=None)


class MySpace(InSpace, TemplateView):
    """GET /engagement/mon-association/: what waits for an answer first, then the missions to come."""

    template_name = "volunteering/space/index.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        waits = Count("capacities__applications", filter=Q(capacities__applications__state__in=UNANSWERED))
        missions = self.missions().with_organiser().annotate(waits=waits).prefetch_related("capacities")
        missions = missions.order_by("-waits", "sort_at", "pk")
        context = {
            "memberships": list(self.memberships),
            "suspended": list(self.all_memberships.exclude(association__suspended_at=None)),
            "results": asked_page(self.request, BoundedPaginator(missions)),
        }
        return super().get_context_data(**context, **kwargs)


class ConfirmRecord(InSpace, View):
    """POST /engagement/mon-association/<association>/fiche/: all is right."""

    http_method_names = ["post", "options"]

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        membership = get_object_or_404(self.memberships, association=self.kwargs["association_pk"])
        try:
            members.confirm_record(association=membership.association, by=request.user)
        except members.NotOnTheSite:
            messages.error(request, _("This record is not on the site at the moment. Call us: we look at it together."))
        else:
            messages.success(request, _("Thank you! The record is confirmed for a year."))
        return redirect("volunteering:my_space")


class OneMission(InSpace):
    @cached_property
    def mission(self) -> MissionPage:
        return get_object_or_404(self.missions().select_related("organiser"), pk=self.kwargs["mission_pk"])


class Applicants(OneMission, ApplicantsPage):
    """GET /engagement/mon-association/missions/<mission>/, POST …/<pk>/"""

    def get_user(self) -> Any:
        return self.request.user

    def back(self) -> HttpResponse:
        return redirect("volunteering:space_applicants", mission_pk=self.kwargs["mission_pk"])


class SpaceThread(OneMission, Thread):
    """GET/POST /engagement/mon-association/missions/<mission>/<pk>/messages/"""

    role = ASSOCIATION

    def get_applications(self) -> ApplicationQuerySet:
        return Application.objects.for_mission(self.mission)

    @property
    def back_url(self) -> str:
        return reverse("volunteering:space_applicants", args=[self.mission.pk])


class Roster(OneMission, TemplateView):
    """GET /engagement/mon-association/missions/<mission>/feuille/: to print; no way to reach anybody on it."""

    template_name = "volunteering/space/roster.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        rows = Application.objects.for_mission(self.mission).filter(state=State.ACCEPTED).by_shift()
        rows = rows.select_related("volunteer", "capacity").prefetch_related("volunteer__skills__skill")
        return super().get_context_data(mission=self.mission, applications=rows[:MOST_SHOWN], **kwargs)


class WriteToAll(OneMission, FormView):
    """GET/POST /engagement/mon-association/missions/<mission>/ecrire/: to everyone who is expected."""

    form_class = MessageForm
    template_name = "volunteering/space/write.html"

    def get_recipients(self) -> ApplicationQuerySet:
        return Application.objects.for_mission(self.mission).filter(state=State.ACCEPTED).told_whole()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(mission=self.mission, number=self.get_recipients().count(), **kwargs)

    def form_valid(self, form: MessageForm) -> HttpResponse:
        if form.warns:
            return self.render_to_response(self.get_context_data(form=form))
        sent = 0
        for application in self.get_recipients().select_related("conversation"):
            try:
                actions.send_message(application=application, role=ASSOCIATION, text=form.cleaned_data["text"])
                sent += 1
            except (relay.Blocked, relay.TooManyMessages):
                continue
        told = ngettext("Your message went to %(sent)d person.", "Your message went to %(sent)d people.", sent)
        messages.success(self.request, told % {"sent": sent})
        return redirect("volunteering:space_applicants", mission_pk=self.mission.pk)


class Members(InSpace, WithSite, FormView):
    """GET/POST /engagement/mon-association/<association>/membres/: managers say who belongs."""

    form_class = InviteForm
    template_name = "volunteering/space/members.html"

    @cached_property
    def association(self) -> AssociationPage:
        mine = self.memberships.managers()
        return get_object_or_404(mine, association=self.kwargs["association_pk"]).association

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        rows = Membership.objects.filter(association=self.association).select_related("user")
        invited = Invitation.objects.open().filter(association=self.association)
        context = {"association": self.association, "members": rows[:MOST_SHOWN], "invited": invited}
        return super().get_context_data(**context, **kwargs)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return self.change() if "member" in request.POST else super().post(request, *args, **kwargs)

    def form_valid(self, form: InviteForm) -> HttpResponse:
        members.invite(
            association=self.association,
            email=form.cleaned_data["email"],
            role=Role(form.cleaned_data["role"]),
            by=self.request.user,
            site=self.site,
            language=get_language() or "",
        )
        messages.success(self.request, _("The invitation is on its way."))
        return redirect(self.request.path)

    def change(self) -> HttpResponse:
        """`member`: an id; `do`: "remove", or the role they get."""
        rows = {str(row.pk): row for row in Membership.objects.filter(association=self.association)}
        membership, do = rows.get(self.request.POST["member"]), self.request.POST.get("do", "")
        if membership is None or do not in {"remove", *Role.values}:
            raise Http404
        try:
            if do == "remove":
                members.remove(membership=membership, by=self.request.user)
            else:
                members.appoint(association=self.association, user=membership.user, role=Role(do), by=self.request.user)
        except members.LastManager:
            messages.error(self.request, _("Somebody has to keep the keys: make another person manager first."))
        still_manager = self.memberships.all().managers().filter(association=self.association).exists()
        return redirect(self.request.path if still_manager else "volunteering:my_space")


class AcceptInvitation(LoginRequiredMixin, BehindLink, TemplateView):
    """GET/POST /engagement/mon-association/invitation/<token>/: with an account of one's own."""

    link, over_template = INVITATION, "volunteering/space/invitation_over.html"
    template_name = "volunteering/space/invitation.html"

    @cached_property
    def invitation(self) -> Invitation:
        return row_behind(self.link, self.kwargs["token"], Invitation.objects.open().select_related("association"))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(association=self.invitation.association, **kwargs)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            members.accept_invitation(invitation=self.invitation, user=request.user)
        except members.InvitationOver as error:
            raise BrokenLink from error
        messages.success(request, _("Welcome! Here is what your association needs."))
        return redirect("volunteering:my_space")
