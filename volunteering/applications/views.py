"""Signing up: the form, the mail, the proof. Nothing here says whether an address is known."""

from typing import Any

from django.contrib.auth.mixins import LoginRequiredMixin
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView, TemplateView

from volunteering.applications import actions
from volunteering.applications.actions.signing_up import Outcome
from volunteering.applications.codes import is_code_of
from volunteering.applications.forms import MyLinkForm, NamedSignUpForm, NewcomerForm, SignUpForm
from volunteering.applications.limits import CODE as CODE_TRIES
from volunteering.applications.limits import may_ask
from volunteering.applications.links import CODE, PROVE, mine_link, row_behind
from volunteering.applications.models import SignUp
from volunteering.core.accounts import address_of
from volunteering.core.charter import changed_since, charter_version, has_to_accept
from volunteering.core.city import CitySettings
from volunteering.core.code_form import CodeForm
from volunteering.core.links import BrokenLink
from volunteering.core.private_views import AskByMail, BehindLink, NotForSearchEngines, WithSite
from volunteering.missions.models import Capacity, MissionPage
from volunteering.missions.states import State
from volunteering.volunteers.accounts import is_proven, volunteer_of
from volunteering.volunteers.actions import accept_charter, recognise
from volunteering.volunteers.models import Volunteer

WRONG_CODE = _("This is not the code of our message. Copy its six figures, with or without the space.")
TOO_MANY_CODES = _("That was a lot of tries. Press the button of our message instead, or call us.")
LINK_OVER = "volunteering/applications/link_over.html"
OPEN = {State.UPCOMING, State.ONGOING, State.FULL}


class AboutMission(WithSite):
    """The address says which mission; the form asks what it needs."""

    kwargs: dict[str, Any]
    template_name = "volunteering/applications/sign_up.html"

    @cached_property
    def mission(self) -> MissionPage:
        missions = MissionPage.objects.published().in_site(self.site).select_related("organiser")
        mission = missions.prefetch_related("capacities").filter(pk=self.kwargs["pk"]).first()
        if mission is None:
            raise Http404
        return mission

    @cached_property
    def capacities(self) -> list[Capacity]:
        rows = [row for row in self.mission.open_capacities(timezone.now()) if row.cancelled_at is None]
        for row in rows:
            row.mission = self.mission
        return rows

    @cached_property
    def city(self) -> CitySettings:
        return CitySettings.for_request(self.request)

    @property
    def accepted(self) -> str:
        """The version of the charter that whoever asks has accepted, as far as it is known."""
        return ""

    def is_closed(self) -> bool:
        return self.mission.state not in OPEN or not self.capacities

    def closed(self) -> HttpResponse:
        context = {"mission": self.mission, "state": self.mission.state}
        return render(self.request, "volunteering/applications/closed.html", context)

    def get_form_kwargs(self) -> dict[str, Any]:
        about = {
            "mission": self.mission,
            "capacities": self.capacities,
            "charter": charter_version(self.city) if has_to_accept(self.city, self.accepted) else "",
        }
        return {**super().get_form_kwargs(), **about}

    def get_initial(self) -> dict[str, Any]:
        """An address like that of a date's button: ?creneau=<uid>."""
        asked = self.request.GET.getlist("creneau")
        known = [str(row.shift_uid) for row in self.capacities]
        chosen = [uid for uid in asked if uid in known]
        return {"shifts": chosen} if chosen else {}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**{"mission": self.mission, "charter_since": None, **kwargs})

    def outcome(self, volunteer: Volunteer, outcomes: list[Outcome]) -> HttpResponse:
        return show_outcome(self.request, self.mission, volunteer, outcomes)


def show_outcome(
    request: HttpRequest, mission: MissionPage, volunteer: Volunteer, outcomes: list[Outcome]
) -> HttpResponse:
    mine = reverse("volunteering:my_missions") if volunteer_of(request.user) == volunteer else mine_link(volunteer)
    context = {"mission": mission, "volunteer": volunteer, "outcomes": outcomes, "mine_url": mine}
    return render(request, "volunteering/applications/outcome.html", context)


class SignUpHere(AboutMission, AskByMail):
    """GET/POST /engagement/missions/<id>/participer/"""

    form_class = NewcomerForm

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if self.is_closed():
            return self.closed()
        if is_proven(request.user):
            query = request.GET.urlencode()
            own = reverse("volunteering:sign_up_with_account", args=[self.mission.pk])
            return redirect(f"{own}?{query}" if query else own)
        return super().dispatch(request, *args, **kwargs)

    def get_initial(self) -> dict[str, Any]:
        return {**super().get_initial(), "email": address_of(self.request.user)}

    def may_ask(self, address: str) -> bool:
        return may_ask(self.request, address)

    def act(self, form: NewcomerForm) -> HttpResponse:
        data = form.cleaned_data
        typed = actions.ask_to_sign_up(
            mission=self.mission,
            site=self.site,
            shifts=[row.shift_uid for row in form.chosen],
            first_name=data["first_name"],
            last_name=data["last_name"],
            email=data["email"],
            people=form.how_many,
            message=data["message"],
            charter_version=form.version,
            language=get_language() or "",
            stamp=data["stamp"],
        )
        return redirect("volunteering:type_code", token=CODE.sign(str(typed.pk)))


class SignUpWithAccount(LoginRequiredMixin, AboutMission, NotForSearchEngines, FormView):
    """GET/POST /engagement/missions/<id>/participer/avec-mon-compte/"""

    form_class = SignUpForm
    template_name = "volunteering/applications/sign_up.html"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not request.user.is_authenticated:
            return self.handle_no_permission()
        if self.is_closed():
            return self.closed()
        if not is_proven(request.user):
            return redirect("volunteering:sign_up", pk=self.mission.pk)
        return super().dispatch(request, *args, **kwargs)

    def get_form_class(self) -> type[SignUpForm]:
        return SignUpForm if self.volunteer else NamedSignUpForm

    @cached_property
    def volunteer(self) -> Volunteer | None:
        return volunteer_of(self.request.user)

    @property
    def accepted(self) -> str:
        return self.volunteer.charter_version if self.volunteer else ""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        at = self.volunteer.charter_accepted_at if self.volunteer else None
        return super().get_context_data(charter_since=changed_since(self.city, self.accepted, at), **kwargs)

    def form_valid(self, form: SignUpForm) -> HttpResponse:
        data, user = form.cleaned_data, self.request.user
        volunteer = self.volunteer or recognise(
            email=address_of(user),
            first_name=data["first_name"],
            last_name=data["last_name"],
            language=get_language() or "",
            user=user,
        )
        accept_charter(volunteer=volunteer, version=form.version)
        outcomes = actions.sign_up(
            volunteer=volunteer, capacities=form.chosen, people=form.how_many, message=data["message"], user=user
        )
        return self.outcome(volunteer, outcomes)


class TypeCode(BehindLink, FormView):
    """GET/POST /engagement/inscription/code/<token>/: "look at your messages", and a code for who prefers to type."""

    link, over_template = CODE, LINK_OVER
    form_class = CodeForm
    template_name = "volunteering/applications/code.html"

    @cached_property
    def typed(self) -> SignUp:
        return row_behind(self.link, self.kwargs["token"], SignUp.objects.waiting().select_related("mission"))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(mission=self.typed.mission, **kwargs)

    def form_valid(self, form: CodeForm) -> HttpResponse:
        problem = None
        if not CODE_TRIES.take(str(self.typed.pk)):
            problem = TOO_MANY_CODES
        elif not is_code_of(self.typed, form.cleaned_data["code"]):
            problem = WRONG_CODE
        if problem:
            form.add_error("code", problem)
            return self.form_invalid(form)
        return prove(self.request, self.typed)


class Prove(BehindLink, TemplateView):
    """GET/POST /engagement/inscription/confirmer/<token>/: the page behind the button of the mail."""

    link, over_template = PROVE, LINK_OVER
    template_name = "volunteering/applications/prove.html"

    @cached_property
    def typed(self) -> SignUp:
        return row_behind(self.link, self.kwargs["token"], SignUp.objects.select_related("mission"))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        rows = Capacity.objects.filter(mission=self.typed.mission, shift_uid__in=self.typed.shifts).soonest()
        return super().get_context_data(typed=self.typed, capacities=rows, mission=self.typed.mission, **kwargs)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return prove(request, self.typed)


def prove(request: HttpRequest, typed: SignUp) -> HttpResponse:
    own = address_of(request.user).strip().lower() == typed.email
    if not typed.mission.live:
        raise BrokenLink
    volunteer, outcomes = actions.confirm(typed=typed, user=request.user if own else None)
    return show_outcome(request, typed.mission, volunteer, outcomes)


class AskForMyLink(AskByMail):
    """GET/POST /engagement/mes-missions/mon-lien/: for who has lost the mail."""

    form_class = MyLinkForm
    template_name = "volunteering/applications/ask_for_link.html"

    def may_ask(self, address: str) -> bool:
        return may_ask(self.request, address)

    def act(self, form: MyLinkForm) -> HttpResponse:
        data = form.cleaned_data
        actions.send_my_link(email=data["email"], site=self.site, language=get_language() or "", stamp=data["stamp"])
        return redirect("volunteering:my_link_sent")


class MyLinkSent(NotForSearchEngines, TemplateView):
    """GET /engagement/mes-missions/verifiez-vos-messages/"""

    template_name = "volunteering/applications/link_sent.html"
