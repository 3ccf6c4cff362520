"""Asking for a hand: one page, the mail, the proof. Nothing here says whether an address is known."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.mixins import LoginRequiredMixin
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.decorators import method_decorator
from django.utils.functional import cached_property
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.generic import FormView, TemplateView

from volunteering.core.code_form import CodeForm
from volunteering.core.private_views import AskByMail, BehindLink, NotForSearchEngines, WithSite
from volunteering.help_requests import actions
from volunteering.help_requests.codes import is_code_of
from volunteering.help_requests.forms import AskByMailForm, AskForm, MyHelpLinkForm
from volunteering.help_requests.limits import CODE as CODE_TRIES
from volunteering.help_requests.limits import may_ask
from volunteering.help_requests.links import CODE, FOLLOW, PROVE, row_behind
from volunteering.help_requests.models import HelpRequest
from volunteering.help_requests.refused import refused_need
from volunteering.volunteers.accounts import address_of, is_proven, volunteer_of

WRONG_CODE = _("This is not the code of our message. Copy its six figures, with or without the space.")
TOO_MANY_CODES = _("That was a lot of tries. Press the button of our message instead, or call us.")
LINK_OVER = "volunteering/help_requests/link_over.html"
ARRIVED = _("Thank you: your request is with us. Somebody at the town hall reads it, then we look for somebody.")


class Asking:
    """What volunteers do not do is answered with who does. What was typed stays; nothing is written."""

    template_name = "volunteering/help_requests/ask.html"
    request: HttpRequest

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        refused = refused_need(request.POST.get("kind", ""))
        if refused is None:
            return super().post(request, *args, **kwargs)
        names = self.get_form_class().base_fields
        typed = {name: value for name, value in request.POST.items() if name in names and name != "stamp"}
        form = self.get_form_class()(initial={**self.get_initial(), **typed})
        return self.render_to_response(self.get_context_data(form=form, refused=refused))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**{"refused": None, **kwargs})


# What is typed here is in no report of an error either.
@method_decorator(sensitive_post_parameters(), name="dispatch")
class AskForHelp(Asking, AskByMail):
    """GET/POST /engagement/coups-de-main/demander/"""

    form_class = AskByMailForm

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if is_proven(request.user):
            return redirect("volunteering:ask_for_help_with_account")
        return super().dispatch(request, *args, **kwargs)

    def get_initial(self) -> dict[str, Any]:
        return {**super().get_initial(), "email": address_of(self.request.user)}

    def may_ask(self, address: str) -> bool:
        return may_ask(self.request, address)

    def act(self, form: AskByMailForm) -> HttpResponse:
        data = form.cleaned_data
        wish = form.wish(email=data["email"])
        asked = actions.ask(wish=wish, site=self.site, language=get_language() or "", stamp=data["stamp"])
        return redirect("volunteering:type_help_code", token=CODE.sign(str(asked.pk)))


@method_decorator(sensitive_post_parameters(), name="dispatch")
class AskWithAccount(LoginRequiredMixin, Asking, NotForSearchEngines, WithSite, FormView):
    """GET/POST /engagement/coups-de-main/demander/avec-mon-compte/"""

    form_class = AskForm

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.user.is_authenticated and not is_proven(request.user):
            return redirect("volunteering:ask_for_help")
        return super().dispatch(request, *args, **kwargs)

    def get_initial(self) -> dict[str, Any]:
        volunteer = volunteer_of(self.request.user)
        known = ("first_name", "last_name", "phone") if volunteer else ()
        return {**super().get_initial(), **{name: getattr(volunteer, name) for name in known}}

    def form_valid(self, form: AskForm) -> HttpResponse:
        address = address_of(self.request.user)
        if not may_ask(self.request, address):
            form.add_error(None, _("That is a lot of requests in one day. Call us: we look at it together."))
            return self.form_invalid(form)
        actions.ask_with_account(
            wish=form.wish(email=address), site=self.site, language=get_language() or "", user=self.request.user
        )
        messages.success(self.request, ARRIVED)
        return redirect("volunteering:my_help_requests")


class TypeHelpCode(BehindLink, FormView):
    """GET/POST /engagement/coups-de-main/demander/code/<token>/: "look at your messages", and a code."""

    link, over_template = CODE, LINK_OVER
    form_class = CodeForm
    template_name = "volunteering/help_requests/code.html"

    @cached_property
    def asked(self) -> HelpRequest:
        return row_behind(self.link, self.kwargs["token"], HelpRequest.objects.unconfirmed().told_whole())

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(asked=self.asked, **kwargs)

    def form_valid(self, form: Form) -> HttpResponse:
        problem = None
        if not CODE_TRIES.take(str(self.asked.pk)):
            problem = TOO_MANY_CODES
        elif not is_code_of(self.asked, form.cleaned_data["code"]):
            problem = WRONG_CODE
        if problem:
            form.add_error("code", problem)
            return self.form_invalid(form)
        return prove(self.request, self.asked)


class ProveHelpRequest(BehindLink, TemplateView):
    """GET/POST /engagement/coups-de-main/demander/confirmer/<token>/: the page behind the button of the mail."""

    link, over_template = PROVE, LINK_OVER
    template_name = "volunteering/help_requests/prove.html"

    @cached_property
    def asked(self) -> HelpRequest:
        return row_behind(self.link, self.kwargs["token"], HelpRequest.objects.told_whole())

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(asked=self.asked, **kwargs)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return prove(request, self.asked)


def prove(request: HttpRequest, asked: HelpRequest) -> HttpResponse:
    own = address_of(request.user).strip().lower() == asked.email
    actions.confirm(request=asked, user=request.user if own else None)
    messages.success(request, ARRIVED)
    return redirect("volunteering:follow_help_request", token=FOLLOW.sign(str(asked.pk)))


class AskForMyHelpLink(AskByMail):
    """GET/POST /engagement/coups-de-main/mon-lien/: for who has lost the mail."""

    form_class = MyHelpLinkForm
    template_name = "volunteering/help_requests/ask_for_link.html"

    def may_ask(self, address: str) -> bool:
        return may_ask(self.request, address)

    def act(self, form: MyHelpLinkForm) -> HttpResponse:
        data, language = form.cleaned_data, get_language() or ""
        actions.send_my_help_link(email=data["email"], site=self.site, language=language, stamp=data["stamp"])
        return redirect("volunteering:my_help_link_sent")


class MyHelpLinkSent(NotForSearchEngines, TemplateView):
    """GET /engagement/coups-de-main/verifiez-vos-messages/"""

    template_name = "volunteering/help_requests/link_sent.html"
