"""A volunteer's own offers: where each stands, and the address once they are expected."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.mixins import LoginRequiredMixin
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.generic import TemplateView

from volunteering.core.pagination import BoundedPaginator
from volunteering.core.private_views import NotForSearchEngines
from volunteering.core.views import asked_page
from volunteering.help_requests import actions
from volunteering.help_requests.limits import SHOWN
from volunteering.help_requests.models import VOLUNTEER, Offer
from volunteering.help_requests.models.offer import OfferQuerySet
from volunteering.help_requests.states import NotPossible
from volunteering.help_requests.threads import Thread
from volunteering.volunteers.accounts import volunteer_of
from volunteering.volunteers.actions import mark_seen


class OwnOffers(LoginRequiredMixin, NotForSearchEngines):
    def get_offers(self) -> OfferQuerySet:
        return Offer.objects.of_volunteer(volunteer_of(self.request.user)).told_whole()


class MyHelpOffers(OwnOffers, TemplateView):
    """GET /engagement/coups-de-main/mes-offres/"""

    template_name = "volunteering/help_requests/offers.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        results = asked_page(self.request, BoundedPaginator(self.get_offers().latest_first()))
        return super().get_context_data(results=results, **kwargs)


class MyHelpOffer(OwnOffers, Thread):
    """GET/POST /engagement/coups-de-main/mes-offres/<pk>/

    Name, address and number stand on the one answer to the button that asked for them, and nowhere else.
    """

    template_name = "volunteering/help_requests/offer.html"
    role = VOLUNTEER

    @property
    def back_url(self) -> str:
        return reverse("volunteering:my_help_offers")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**{"door": None, "phone": None, **kwargs})

    def doing(self) -> dict[str, Any]:
        shown = {"show_address": self.show_address, "show_phone": self.show_phone}
        return {**super().doing(), **shown, "take_back": self.take_back}

    def post(self, *args: Any, **kwargs: Any) -> HttpResponse:
        mark_seen(volunteer=self.offer.volunteer)
        try:
            return super().post(*args, **kwargs)
        except NotPossible:
            messages.error(self.request, _("Things have changed meanwhile: see below where it stands now."))
            return redirect(self.request.path)

    def show_address(self) -> HttpResponse:
        return self.show("door", actions.show_address)

    def show_phone(self) -> HttpResponse:
        return self.show("phone", actions.show_phone)

    def show(self, name: str, read: Any) -> HttpResponse | None:
        if not SHOWN.take(str(self.offer.volunteer.pk)):
            messages.error(self.request, _("You have looked many times within an hour. Wait a little, or call us."))
            return None
        return self.render_to_response(self.get_context_data(**{name: read(offer=self.offer, user=self.request.user)}))

    def take_back(self) -> None:
        actions.take_back(offer=self.offer, user=self.request.user)
        messages.success(self.request, _("You are not expected. Thank you for telling us in time."))
