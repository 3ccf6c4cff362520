"""Claiming a record: pages for whoever is signed in. None says whether the record has an office's address."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.mixins import LoginRequiredMixin
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.functional import cached_property
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.generic import FormView, TemplateView

from volunteering.core.accounts import is_reached
from volunteering.core.private_views import NotForSearchEngines, WithSite
from volunteering.directory import actions
from volunteering.directory.codes import is_code_of
from volunteering.directory.forms import AskTheCityForm, ClaimCodeForm
from volunteering.directory.limits import CLAIMS, CODES_TO_OFFICE, may_try
from volunteering.directory.models import AssociationPage, Claim, ClaimState, Membership

WRONG_CODE = gettext_lazy("This is not the code of our last message to the office. Copy its six figures once more.")
TOO_MANY_CODES = gettext_lazy("That was a lot of tries. Ask the city instead: somebody looks at it.")
TOO_MANY_CLAIMS = gettext_lazy("That was a lot for one day. Go on tomorrow, or call us: we look at it together.")
TOO_MANY_MAILS = gettext_lazy(
    "We have sent several codes today already. Look for the last one in the office’s mailbox, or ask the city."
)
OPEN_ALREADY = gettext_lazy("You have asked already.")


class OneRecord(LoginRequiredMixin, WithSite, NotForSearchEngines):
    """A published record, and what this account is to it. Where there is nothing to claim any more, GET says so."""

    kwargs: dict[str, Any]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.user.is_authenticated and self.get_state() not in self.states:
            return redirect("volunteering:claim", pk=self.association.pk)
        return super().dispatch(request, *args, **kwargs)

    # Where this page has something to ask.
    states: tuple[str, ...] = ()

    @cached_property
    def association(self) -> AssociationPage:
        return get_object_or_404(AssociationPage.objects.published().in_site(self.site), pk=self.kwargs["pk"])

    @cached_property
    def claim(self) -> Claim | None:
        claims = Claim.objects.open().filter(association=self.association, user_id=self.request.user.pk)
        return claims.select_related("user").first()

    @cached_property
    def has_manager(self) -> bool:
        return Membership.objects.managers().filter(association=self.association).exists()

    def get_state(self) -> str:
        """ "member", "unreached", "waiting", "managed", "code" or "new"."""
        mine = Membership.objects.managers().filter(association=self.association, user_id=self.request.user.pk)
        if mine.exists():
            return "member"
        if not is_reached(self.request.user):
            return "unreached"
        if self.claim and self.claim.state == ClaimState.WAITING:
            return "waiting"
        if self.has_manager:
            return "managed"
        return "code" if self.claim else "new"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(association=self.association, state=self.get_state(), **kwargs)

    def back(self) -> HttpResponse:
        return redirect("volunteering:claim", pk=self.association.pk)


class ClaimRecord(OneRecord, TemplateView):
    """GET /engagement/associations/<id>/c-est-mon-association/: the ways there are. POST sends a code to the office."""

    template_name = "volunteering/directory/claim.html"
    states = ("member", "unreached", "waiting", "managed", "code", "new")

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if self.get_state() not in ("code", "new"):
            return self.back()
        problem = self.send_code()
        if problem:
            messages.error(request, problem)
            return self.back()
        return redirect("volunteering:claim_by_code", pk=self.association.pk)

    def send_code(self) -> str:
        """Why not; empty when it is on its way."""
        if not CLAIMS.take(str(self.request.user.pk)):
            return str(TOO_MANY_CLAIMS)
        if not CODES_TO_OFFICE.take(str(self.association.pk)):
            return str(TOO_MANY_MAILS)
        whom = {"association": self.association, "user": self.request.user}
        try:
            actions.ask_for_code(**whom, site=self.site, language=get_language() or "")
        except actions.ClaimOver:
            return str(OPEN_ALREADY)
        return ""


class ClaimByCode(OneRecord, FormView):
    """GET/POST /engagement/associations/<id>/c-est-mon-association/code/"""

    template_name = "volunteering/directory/claim_code.html"
    form_class = ClaimCodeForm
    states = ("code",)

    def form_valid(self, form: ClaimCodeForm) -> HttpResponse:
        problem = None
        if not may_try(self.claim):
            problem = TOO_MANY_CODES
        elif not is_code_of(self.claim, form.cleaned_data["code"]):
            problem = WRONG_CODE
        if problem:
            form.add_error("code", problem)
            return self.form_invalid(form)
        return self.prove()

    def prove(self) -> HttpResponse:
        try:
            membership = actions.prove_claim(claim=self.claim)
        except actions.ClaimOver:
            messages.error(self.request, _("This code is too old. Ask for another one."))
            return self.back()
        if membership is None:
            return self.back()
        messages.success(self.request, _("Welcome! You speak for %(name)s from now on.") % {"name": self.association})
        return redirect("volunteering:my_space")


class ClaimByCity(OneRecord, FormView):
    """GET/POST /engagement/associations/<id>/c-est-mon-association/demander/: a few words, and the city decides."""

    template_name = "volunteering/directory/claim_city.html"
    form_class = AskTheCityForm
    states = ("managed", "code", "new")

    def form_valid(self, form: AskTheCityForm) -> HttpResponse:
        if not CLAIMS.take(str(self.request.user.pk)):
            form.add_error(None, TOO_MANY_CLAIMS)
            return self.render_to_response(self.get_context_data(form=form), status=429)
        whom = {"association": self.association, "user": self.request.user, "site": self.site}
        try:
            actions.ask_the_city(**whom, words=form.cleaned_data["words"], language=get_language() or "")
        except actions.ClaimOver:
            messages.error(self.request, OPEN_ALREADY)
        return self.back()
