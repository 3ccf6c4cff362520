"""My data, for whoever is signed in, and behind the link of any mail about one's sign-ups."""

from typing import Any

from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.mixins import LoginRequiredMixin
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from volunteering.applications.actions.leaving import FIRST_WARNING
from volunteering.applications.links import MINE, row_behind
from volunteering.applications.managing import LINK_OVER
from volunteering.core.links import BrokenLink
from volunteering.core.private_views import BehindLink, NotForSearchEngines
from volunteering.privacy.views import EraseMyData, MyData, MyDataFile
from volunteering.volunteers.accounts import proven_addresses
from volunteering.volunteers.actions import mark_seen
from volunteering.volunteers.models import KEEP_FOR, Volunteer


class InAccount(LoginRequiredMixin, NotForSearchEngines):
    """The addresses of the account that are known to be its owner's."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.user.is_authenticated and not self.get_addresses():
            return render(request, "volunteering/volunteers/profile/unproven.html")
        return super().dispatch(request, *args, **kwargs)

    def get_addresses(self) -> list[str]:
        return proven_addresses(self.request.user)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(token="", is_leaving=False, **kwargs)


class NotTheirsYet(Exception):
    """Somebody spelled this address on the telephone: the mail may have reached a stranger."""


class ByLink(BehindLink):
    """One address: that of the mail. A link that went to an address which was replaced since opens nothing here."""

    link, over_template = MINE, LINK_OVER

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Whatever is asked: without a link that holds, nothing is even looked for."""
        try:
            self.volunteer = self.get_volunteer()
        except NotTheirsYet:
            return render(request, "volunteering/applications/data_by_phone.html", status=403)
        except BrokenLink:
            return render(request, self.over_template, status=404)
        return super().dispatch(request, *args, **kwargs)

    def get_volunteer(self) -> Volunteer:
        volunteer = row_behind(self.link, self.kwargs["token"], Volunteer.objects.all())
        if not (volunteer.email and volunteer.confirmed_at):
            raise NotTheirsYet
        self.link.read(self.kwargs["token"], since=volunteer.confirmed_at)
        return volunteer

    def get_addresses(self) -> list[str]:
        return [self.volunteer.email]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**{**kwargs, "token": self.kwargs["token"]})


class MyDataInAccount(InAccount, MyData):
    """GET /engagement/mes-donnees/"""

    http_method_names = ["get", "head", "options"]


class MyFileInAccount(InAccount, MyDataFile):
    """GET /engagement/mes-donnees/fichier/<kind>/"""


class EraseInAccount(InAccount, EraseMyData):
    """GET/POST /engagement/mes-donnees/effacer/"""

    def form_valid(self, form: Form) -> HttpResponse:
        response = super().form_valid(form)
        logout(self.request)
        return response


class MyDataByLink(ByLink, MyData):
    """GET /engagement/mes-donnees/<token>/; POST: "I am still here"."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        silence = timezone.now() - self.volunteer.seen_at
        return super().get_context_data(is_leaving=silence >= KEEP_FOR - FIRST_WARNING, **kwargs)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        mark_seen(volunteer=self.volunteer)
        messages.success(request, _("Thank you! Your profile stays."))
        return redirect("volunteering:my_data_by_link", token=self.kwargs["token"])


class MyFileByLink(ByLink, MyDataFile):
    """GET /engagement/mes-donnees/<token>/fichier/<kind>/"""


class EraseByLink(ByLink, EraseMyData):
    """GET/POST /engagement/mes-donnees/<token>/effacer/"""
