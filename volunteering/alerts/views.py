"""Asking to be told: the form, the mail, the confirmation. Nothing here says whether an address is known."""

from typing import Any

from django.contrib.auth.mixins import LoginRequiredMixin
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.functional import cached_property
from django.utils.translation import get_language
from django.views.generic import FormView, TemplateView

from volunteering.alerts import actions
from volunteering.alerts.forms import LinkForm, SearchForm, SubscribeForm
from volunteering.alerts.limits import may_ask
from volunteering.alerts.models import Frequency
from volunteering.alerts.subjects import SUBJECTS
from volunteering.core.antispam.forms import GuardedForm
from volunteering.core.antispam.stamps import new_stamp
from volunteering.core.private_views import AskByMail, NotForSearchEngines, WithSite


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


class AskByMailHere(AskByMail):
    def may_ask(self, address: str) -> bool:
        return may_ask(self.request, address)

    def act(self, form: GuardedForm) -> HttpResponse:
        self.post_mail(form)
        return redirect("volunteering:alert_sent")

    def post_mail(self, form: GuardedForm) -> None:
        raise NotImplementedError


class Subscribe(AboutKind, AskByMailHere):
    """GET/POST /engagement/alertes/<kind>/"""

    form_class = SubscribeForm
    template_name = "volunteering/alerts/subscribe.html"

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "kind": self.kind}

    def get_initial(self) -> dict[str, Any]:
        """An address like that of the list itself: /engagement/alertes/events/?theme=culture."""
        return {"query": self.request.GET.urlencode()}

    def post_mail(self, form: SubscribeForm) -> None:
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


class AskForLink(AskByMailHere):
    """GET/POST /engagement/alertes/mon-lien/: for who has lost the mail."""

    form_class = LinkForm
    template_name = "volunteering/alerts/ask_for_link.html"

    def post_mail(self, form: LinkForm) -> None:
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
