"""Those who need a hand, as volunteers see them: what and where, never who."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.mixins import LoginRequiredMixin
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render, resolve_url
from django.utils.functional import cached_property
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.generic import FormView, TemplateView, View

from volunteering.core.charter import CHANGED_MEANWHILE, changed_since, charter_version
from volunteering.core.city import CitySettings
from volunteering.core.pagination import BoundedPaginator
from volunteering.core.private_views import NotForSearchEngines
from volunteering.core.views import asked_page
from volunteering.help_requests import actions
from volunteering.help_requests.filters import HelpFilters
from volunteering.help_requests.forms import OfferForm
from volunteering.help_requests.gates import Gate, asks_age, gate_of
from volunteering.help_requests.models import HelpRequest, Offer
from volunteering.relay import actions as relay
from volunteering.volunteers.accounts import volunteer_of
from volunteering.volunteers.actions import accept_charter, mark_seen
from volunteering.volunteers.models import Volunteer

# Of what volunteers read: no name, no address, no words of whoever asked leaves the database.
READ_BY_VOLUNTEERS = (
    *("id", "site", "kind", "neighbourhood", "for_whom", "moment", "day", "duration", "frequency", "need"),
    *("state", "is_sensitive", "opened_at"),
)


class Gated(NotForSearchEngines):
    """For volunteers who have passed every gate; others read what to do next."""

    @cached_property
    def city(self) -> CitySettings:
        return CitySettings.for_request(self.request)

    @cached_property
    def volunteer(self) -> Volunteer | None:
        return volunteer_of(self.request.user)

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        closed = gate_of(request.user, self.city)
        return self.explain(closed) if closed else super().dispatch(request, *args, **kwargs)

    def explain(self, closed: Gate) -> HttpResponse:
        sign_in = f"{resolve_url(settings.LOGIN_URL)}?{urlencode({'next': self.request.path})}"
        context = {"gate": str(closed), "sign_in_url": sign_in, "version": charter_version(self.city)}
        if self.volunteer is not None:
            told = (self.volunteer.charter_version, self.volunteer.charter_accepted_at)
            context["charter_since"] = changed_since(self.city, *told)
        response = render(self.request, "volunteering/help_requests/gate.html", context)
        response["X-Robots-Tag"], response["Cache-Control"] = "noindex", "private, no-store"
        return response

    def get_requests(self) -> Any:
        rows = HelpRequest.objects.shown_to_volunteers().select_related("kind", "neighbourhood")
        read = (*READ_BY_VOLUNTEERS, "kind__name", "kind__icon", "neighbourhood__name")
        return rows.only(*read)


class HelpList(Gated, TemplateView):
    """GET /engagement/coups-de-main/"""

    template_name = "volunteering/help_requests/list.html"

    @cached_property
    def filters(self) -> HelpFilters:
        return HelpFilters(self.request.GET)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        rows = self.filters.order(self.filters.narrow(self.get_requests()))
        results = asked_page(self.request, BoundedPaginator(rows))
        offered = Offer.objects.of_volunteer(self.volunteer).standing().filter(request__in=[row.pk for row in results])
        context = {
            "results": results,
            "filters": self.filters,
            "offered": set(offered.values_list("request", flat=True)),
        }
        return super().get_context_data(**context, **kwargs)


class HelpOffer(Gated, FormView):
    """GET/POST /engagement/coups-de-main/<pk>/: one request, and a few words to whoever needs a hand."""

    template_name = "volunteering/help_requests/one.html"
    form_class = OfferForm

    @cached_property
    def asked(self) -> HelpRequest:
        return get_object_or_404(self.get_requests(), pk=self.kwargs["pk"])

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Whoever has offered before reads what became of it, also when the others see it no more."""
        known = Offer.objects.of_volunteer(self.volunteer).filter(request=self.kwargs["pk"]).first()
        if known and known.is_standing:
            return redirect("volunteering:my_help_offer", pk=known.pk)
        return super().get(request, *args, **kwargs)

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "asks_age": asks_age(self.volunteer)}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        # By telephone: an agent passes the words on.
        by_phone = HelpRequest.objects.filter(pk=self.asked.pk, email="").exists()
        return super().get_context_data(asked=self.asked, by_phone=by_phone, **kwargs)

    def form_valid(self, form: OfferForm) -> HttpResponse:
        if form.warns:
            return self.render_to_response(self.get_context_data(form=form))
        whose = {"volunteer": self.volunteer, "user": self.request.user}
        try:
            offer = actions.offer_help(request=self.asked, text=form.cleaned_data["text"], **whose)
        except actions.Refused as refusal:
            form.add_error(None, refusal.sentence)
        except relay.Blocked:
            form.add_error(None, _("This conversation is closed: nothing more can be written here."))
        except relay.TooManyMessages:
            form.add_error(None, _("That was a lot of messages in an hour. Wait a little, then send it again."))
        else:
            mark_seen(volunteer=self.volunteer)
            messages.success(self.request, _("Thank you! We have told them. We write to you as soon as they answer."))
            return redirect("volunteering:my_help_offer", pk=offer.pk)
        return self.form_invalid(form)


class AcceptHelpCharter(LoginRequiredMixin, NotForSearchEngines, View):
    """POST /engagement/coups-de-main/charte/: the text they have just read."""

    http_method_names = ["post", "options"]

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        city, volunteer = CitySettings.for_request(request), volunteer_of(request.user)
        if volunteer and gate_of(request.user, city) == Gate.CHARTER:
            if request.POST.get("version") == charter_version(city):
                accept_charter(volunteer=volunteer, version=charter_version(city))
            else:
                messages.error(request, CHANGED_MEANWHILE)
        return redirect("volunteering:help_requests")
