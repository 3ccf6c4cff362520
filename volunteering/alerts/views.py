"""Asking to be told: the form, the mail, the confirmation. Nothing here says whether an address is known."""

from typing import Any

from django.contrib.auth.mixins import LoginRequiredMixin
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.cache import add_never_cache_headers
from django.utils.decorators import method_decorator
from django.utils.functional import cached_property
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.csrf import csrf_exempt
from django.views.generic import FormView, TemplateView, View
from wagtail.models import Site

from volunteering.alerts import actions
from volunteering.alerts.forms import LinkForm, SearchForm, SubscribeForm
from volunteering.alerts.limits import may_ask
from volunteering.alerts.models import Frequency
from volunteering.alerts.subjects import SUBJECTS
from volunteering.core.antispam.forms import GuardedForm
from volunteering.core.antispam.stamps import BadStamp, new_stamp

TOO_OFTEN = _(
    "We have written to this address several times already. Look among the unwanted messages too, or try again later."
)


class NotForSearchEngines(View):
    """Pages about one person: kept by no cache, listed by no search engine."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = super().dispatch(request, *args, **kwargs)
        response["X-Robots-Tag"] = "noindex"
        add_never_cache_headers(response)
        return response


class WithSite:
    """The site that is being visited."""

    request: HttpRequest

    @cached_property
    def site(self) -> Site:
        site = Site.find_for_request(self.request)
        if site is None:
            raise Http404
        return site


class AboutKind(WithSite):
    """The address says which list."""

    kwargs: dict[str, Any]

    @cached_property
    def kind(self) -> str:
        if self.kwargs["kind"] not in SUBJECTS:
            raise Http404
        return self.kwargs["kind"]

    @property
    def list_url(self) -> str:
        index = SUBJECTS[self.kind].index(self.site)
        return index.get_url(self.request) if index else "/"


# Acts on no session: what it does is confirmed from a mailbox. So the lists that hold the form are the same for all.
@method_decorator(csrf_exempt, name="dispatch")
class AskByMail(NotForSearchEngines, WithSite, FormView):
    """A form with an address in it. Without a stamp it is shown once more, with what was typed."""

    form_class: type[GuardedForm]

    def form_valid(self, form: GuardedForm) -> HttpResponse:
        if form.is_unstamped:
            return self.render_to_response(self.get_context_data(form=form))
        if not may_ask(self.request, form.cleaned_data["email"]):
            form.add_error(None, TOO_OFTEN)
            return self.render_to_response(self.get_context_data(form=form), status=429)
        try:
            self.act(form)
        except BadStamp as problem:
            form.refuse_stamp(problem)
            return self.form_invalid(form)
        return redirect("volunteering:alert_sent")

    def act(self, form: GuardedForm) -> None:
        raise NotImplementedError


class Subscribe(AboutKind, AskByMail):
    """GET/POST /engagement/alertes/<kind>/"""

    form_class = SubscribeForm
    template_name = "volunteering/alerts/subscribe.html"

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "kind": self.kind}

    def get_initial(self) -> dict[str, Any]:
        """An address like that of the list itself: /engagement/alertes/events/?theme=culture."""
        return {"query": self.request.GET.urlencode()}

    def act(self, form: SubscribeForm) -> None:
        data = form.cleaned_data
        actions.ask_to_follow(
            site=self.site,
            kind=self.kind,
            query=data["query"],
            label=form.label,
            email=data["email"],
            frequency=Frequency(data["frequency"]),
            language=get_language() or "",
            stamp=data["stamp"],
        )


class AskForLink(AskByMail):
    """GET/POST /engagement/alertes/mon-lien/: for who has lost the mail."""

    form_class = LinkForm
    template_name = "volunteering/alerts/ask_for_link.html"

    def act(self, form: LinkForm) -> None:
        data = form.cleaned_data
        actions.send_manage_link(
            email=data["email"], site=self.site, language=get_language() or "", stamp=data["stamp"]
        )


class Sent(NotForSearchEngines, TemplateView):
    """GET /engagement/alertes/verifiez-vos-messages/"""

    template_name = "volunteering/alerts/sent.html"


class Stamp(NotForSearchEngines):
    """GET /engagement/alertes/timbre/: for the script that spares the second page (js/alerts.js)."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return HttpResponse(new_stamp(), content_type="text/plain; charset=utf-8")


class Follow(LoginRequiredMixin, NotForSearchEngines, AboutKind, FormView):
    """POST /engagement/mes-recherches/<kind>/: into the account, no mail needed."""

    http_method_names = ["post", "options"]
    form_class = SearchForm
    template_name = "volunteering/alerts/follow.html"

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "kind": self.kind}

    def form_valid(self, form: SearchForm) -> HttpResponse:
        actions.follow(
            user=self.request.user,
            site=self.site,
            kind=self.kind,
            query=form.cleaned_data["query"],
            label=form.label,
            frequency=Frequency(form.cleaned_data["frequency"]),
            language=get_language() or "",
        )
        return redirect("volunteering:my_searches")
