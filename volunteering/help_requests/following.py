"""One's own requests: behind the links of mails, and in an account."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.mixins import LoginRequiredMixin
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.generic import TemplateView

from volunteering.core.pagination import BoundedPaginator
from volunteering.core.private_views import BehindLink, NotForSearchEngines
from volunteering.core.views import asked_page
from volunteering.help_requests import actions
from volunteering.help_requests.forms import FinishForm
from volunteering.help_requests.links import FOLLOW, row_behind
from volunteering.help_requests.models import HelpRequest, Offer
from volunteering.help_requests.models.help_request import HelpRequestQuerySet
from volunteering.help_requests.states import Actor, NotPossible, Verb, may
from volunteering.help_requests.views import LINK_OVER
from volunteering.relay import actions as relay
from volunteering.volunteers.accounts import proven_addresses

# Nobody answers more of them.
MOST_OFFERS = 50


class Follow(TemplateView):
    """GET one request and the offers to it; POST one of its buttons, told apart by `do`."""

    template_name = "volunteering/help_requests/follow.html"

    @cached_property
    def asked(self) -> HelpRequest:
        raise NotImplementedError

    @property
    def address(self) -> str:
        raise NotImplementedError

    def thread_address(self, offer: Offer) -> str:
        raise NotImplementedError

    @property
    def user(self) -> Any:
        return self.request.user if self.request.user.is_authenticated else None

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        offers = list(self.asked.offers.select_related("volunteer").living_first()[:MOST_OFFERS])
        possible = {str(verb) for verb in Verb if may(verb, self.asked.state, Actor.ASKER)}
        rows = [{"offer": offer, "messages_url": self.thread_address(offer)} for offer in offers]
        context = {"asked": self.asked, "rows": rows, "possible": possible, "finish_form": FinishForm(), "token": ""}
        return super().get_context_data(**{**context, **kwargs})

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        doing = {
            "accept": self.accept,
            "decline": self.decline,
            "release": self.release,
            "finish": self.finish,
            "withdraw": self.withdraw,
            "extend": self.extend,
            "erase": self.erase,
        }
        act = doing.get(request.POST.get("do", ""))
        if act is None:
            raise Http404
        try:
            return act() or redirect(self.address)
        except NotPossible:
            messages.error(request, _("Things have changed meanwhile: see below where it stands now."))
        except (relay.Blocked, relay.TooManyMessages):
            messages.error(request, _("Your words could not be sent any more. Leave them out, then press again."))
        return redirect(self.address)

    @property
    def whose(self) -> dict[str, Any]:
        return {"by": Actor.ASKER, "user": self.user}

    @property
    def offer(self) -> Offer:
        try:
            key = UUID(self.request.POST.get("offer", ""))
        except ValueError as error:
            raise Http404 from error
        return get_object_or_404(self.asked.offers.exclude(volunteer=None), pk=key)

    def accept(self) -> None:
        chosen = actions.accept(offer=self.offer, **self.whose)
        said = _("%(name)s comes, and may read your address now. Write to each other to agree on the hour.")
        messages.success(self.request, said % {"name": chosen.volunteer.short_name})

    def decline(self) -> None:
        actions.decline(offer=self.offer, **self.whose)
        messages.success(self.request, _("We have told them kindly."))

    def release(self) -> None:
        actions.release(offer=self.offer, **self.whose)
        messages.success(self.request, _("We have told them, and your address is shown no more. We look for somebody."))

    def finish(self) -> HttpResponse | None:
        form = FinishForm(self.request.POST)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(finish_form=form, form=form))
        told = {"minutes": form.cleaned_data["hours"], "thanks": form.cleaned_data["thanks"]}
        actions.finish(request=self.asked, **told, **self.whose)
        messages.success(self.request, _("Thank you for telling us. Ask again whenever you need a hand."))
        return None

    def withdraw(self) -> None:
        actions.withdraw(request=self.asked, **self.whose)
        messages.success(self.request, _("Your request is withdrawn, and whoever had offered to come knows."))

    def extend(self) -> None:
        actions.extend(request=self.asked, **self.whose)
        messages.success(self.request, _("It stays for 30 days more."))

    def erase(self) -> HttpResponse | None:
        """Only with the tick beside the button."""
        if self.request.POST.get("sure") != "on":
            messages.error(self.request, _("Tick the box first: what is erased does not come back."))
            return None
        actions.part_with(request=self.asked)
        return redirect("volunteering:my_data_erased")


class FollowByLink(Follow, BehindLink):
    """GET/POST /engagement/coups-de-main/suivi/<token>/"""

    link, over_template = FOLLOW, LINK_OVER

    @cached_property
    def asked(self) -> HelpRequest:
        rows = HelpRequest.objects.known().exclude(email="").told_whole()
        return row_behind(self.link, self.kwargs["token"], rows)

    @property
    def address(self) -> str:
        return reverse("volunteering:follow_help_request", args=[self.kwargs["token"]])

    def thread_address(self, offer: Offer) -> str:
        return reverse("volunteering:help_thread", args=[self.kwargs["token"], offer.pk])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**{**kwargs, "token": self.kwargs["token"]})


class ExtendByLink(FollowByLink):
    """GET/POST /engagement/coups-de-main/suivi/<token>/prolonger/: one button, behind that of a mail."""

    template_name = "volunteering/help_requests/extend.html"


class OwnRequests(LoginRequiredMixin, NotForSearchEngines):
    """Those of the addresses that are proven to be of whoever is signed in."""

    def get_requests(self) -> HelpRequestQuerySet:
        return HelpRequest.objects.of_addresses(proven_addresses(self.request.user)).told_whole()


class MyHelpRequests(OwnRequests, TemplateView):
    """GET /engagement/coups-de-main/mes-demandes/"""

    template_name = "volunteering/help_requests/mine.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        results = asked_page(self.request, BoundedPaginator(self.get_requests().latest_first()))
        return super().get_context_data(results=results, **kwargs)


class FollowInAccount(OwnRequests, Follow):
    """GET/POST /engagement/coups-de-main/mes-demandes/<pk>/"""

    @cached_property
    def asked(self) -> HelpRequest:
        return get_object_or_404(self.get_requests(), pk=self.kwargs["pk"])

    @property
    def address(self) -> str:
        return reverse("volunteering:my_help_request", args=[self.asked.pk])

    def thread_address(self, offer: Offer) -> str:
        return reverse("volunteering:my_help_thread", args=[self.asked.pk, offer.pk])
