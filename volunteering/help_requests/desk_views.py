"""One help request, as agents of the city see it: what and where, until they say why they need to see more."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.functional import cached_property
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.generic import FormView, TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.generic.history import HistoryView
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin
from wagtail.models import Site

from volunteering.help_requests import actions
from volunteering.help_requests.agent_forms import EnterForm, RevealForm
from volunteering.help_requests.models import VOLUNTEER, HelpRequest, Offer
from volunteering.help_requests.states import Actor, NotPossible, Verb, may
from volunteering.help_requests.wording import how_much, when

MOVED_ON = gettext_lazy("This request has moved on meanwhile: see where it stands now.")
# Nobody reads more of them.
MOST_OFFERS = 50


class ForAgents(PermissionCheckedMixin, WagtailAdminTemplateMixin):
    """A screen of help requests; subclasses say which permission it takes."""

    model = HelpRequest
    permission_required = "change"
    header_icon = "help"

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        index = {"url": reverse("volunteering_help_requests:index"), "label": _("Help requests")}
        here = {"url": "", "label": self.get_page_title(), "sublabel": self.get_page_subtitle()}
        return [*self.breadcrumbs_items, index, *self.get_trail(), here]

    def get_trail(self) -> list[dict[str, Any]]:
        return []


class OfOneRequest(ForAgents):
    @cached_property
    def asked(self) -> HelpRequest:
        rows = HelpRequest.objects.known().told_whole().select_related("entered_by")
        return get_object_or_404(rows, pk=self.kwargs["pk"])

    @property
    def back_url(self) -> str:
        return reverse("volunteering_help_requests:inspect", args=[self.asked.pk])

    def get_page_subtitle(self) -> str:
        return f"{self.asked.kind_name} – {self.asked.area}" if self.asked.area else self.asked.kind_name

    def get_trail(self) -> list[dict[str, Any]]:
        return [{"url": self.back_url, "label": self.asked.kind_name}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        told = {"asked": self.asked, "when": when(self.asked), "how_much": how_much(self.asked)}
        return super().get_context_data(**{**told, "back_url": self.back_url, **kwargs})


class InspectHelpRequest(OfOneRequest, TemplateView):
    """GET inspect/<pk>/; POST `do`: what needs no question, for one of the two sides."""

    permission_required = "view"
    template_name = "volunteering/help_requests/desk/inspect.html"
    page_title = gettext_lazy("Help request")

    def get_trail(self) -> list[dict[str, Any]]:
        return []

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        rows = self.asked.offers.select_related("volunteer", "conversation").living_first()[:MOST_OFFERS]
        offers = [{"offer": offer, "words": self.words_of(offer)} for offer in rows]
        possible = {str(verb) for verb in Verb if may(verb, self.asked.state, Actor.AGENT)}
        can = {name: self.user_has_permission(name) for name in ("change", "reveal")}
        return super().get_context_data(offers=offers, possible=possible, can=can, **kwargs)

    def words_of(self, offer: Offer) -> list[str]:
        """For whoever has no e-mail the agent reads them aloud; between two mailboxes nobody else reads along."""
        if self.asked.email:
            return []
        lines = offer.conversation.messages.filter(author__role=VOLUNTEER).order_by("-pk")
        return list(lines.values_list("text", flat=True)[:10])

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not self.user_has_permission("change"):
            raise PermissionDenied
        try:
            self.act(request.POST.get("do", ""), {"by": Actor.AGENT, "user": request.user})
        except NotPossible:
            messages.error(request, MOVED_ON)
        return redirect(self.back_url)

    def act(self, verb: str, whose: dict[str, Any]) -> None:
        match verb:
            case "accept":
                actions.accept(offer=self.get_offer(), **whose)
                messages.success(self.request, _("It is settled. Whoever has no e-mail has to be called."))
            case "decline":
                actions.decline(offer=self.get_offer(), **whose)
            case "release":
                actions.release(offer=self.get_offer(), **whose)
                messages.success(self.request, _("The volunteer is told, and the request is open again."))
            case "extend":
                actions.extend(request=self.asked, **whose)
                messages.success(self.request, _("It stays for 30 days more."))
            case "withdraw":
                actions.withdraw(request=self.asked, **whose)
                messages.success(self.request, _("The request is withdrawn, and whoever had offered to come knows."))
            case _:
                raise Http404

    def get_offer(self) -> Offer:
        offers = self.asked.offers.exclude(volunteer=None)
        key = self.request.POST.get("offer", "")
        return get_object_or_404(offers, pk__in=[row for row in offers.values_list("pk", flat=True) if str(row) == key])


class HelpRequestHistory(HistoryView):
    """GET history/<pk>/: entries without a name."""

    def get_page_subtitle(self) -> str:
        return self.object.kind_name

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        inspect = reverse("volunteering_help_requests:inspect", args=[self.object.pk])
        return [
            *self.breadcrumbs_items,
            {"url": reverse("volunteering_help_requests:index"), "label": _("Help requests")},
            {"url": inspect, "label": self.object.kind_name},
            {"url": "", "label": self.get_page_title(), "sublabel": self.object.kind_name},
        ]


class EnterHelpRequest(ForAgents, FormView):
    """GET/POST new/: for somebody on the telephone or at the counter."""

    permission_required = "add"
    template_name = "volunteering/help_requests/desk/form.html"
    page_title = gettext_lazy("Enter a help request")
    form_class = EnterForm

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        told = {"button": _("Enter this request"), "says": _("The questions, in the order in which one asks them.")}
        back = reverse("volunteering_help_requests:index")
        return super().get_context_data(**told, back_url=back, **kwargs)

    def form_valid(self, form: EnterForm) -> HttpResponse:
        site = Site.find_for_request(self.request) or Site.objects.get(is_default_site=True)
        wish = form.wish(email=form.cleaned_data["email"])
        asked = actions.enter_for(wish=wish, site=site, language=get_language() or "", by=self.request.user)
        messages.success(
            self.request, _("The request is entered. Say in neutral words what is needed, and it is shown.")
        )
        return redirect("volunteering_help_requests:moderate", pk=asked.pk)


@method_decorator(never_cache, name="dispatch")
class RevealHelpRequest(OfOneRequest, FormView):
    """GET reveal/<pk>/ asks why; POST shows words, address and contact data on that one answer, and leaves an entry."""

    permission_required = "reveal"
    template_name = "volunteering/help_requests/desk/reveal.html"
    page_title = gettext_lazy("Words, address and contact data")
    header_icon = "view"
    form_class = RevealForm

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**{"contact": None, **kwargs})

    def form_valid(self, form: RevealForm) -> HttpResponse:
        contact = actions.reveal(request=self.asked, by=self.request.user, **form.cleaned_data)
        return self.render_to_response(self.get_context_data(form=None, contact=contact))
