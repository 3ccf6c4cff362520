"""Pages behind the links of the mails, and "my searches" of an account. A link opens a page; its button acts."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.mixins import LoginRequiredMixin
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.decorators import method_decorator
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.generic import TemplateView

from volunteering.alerts import actions
from volunteering.alerts.forms import ChangeForm
from volunteering.alerts.links import CONFIRM, MANAGE, STOP, STOP_ALL, link_to, search_behind
from volunteering.alerts.models import Frequency, SavedSearch, SavedSearchQuerySet
from volunteering.alerts.notifications import list_address
from volunteering.core.links import BrokenLink
from volunteering.core.private_views import BehindLink, NotForSearchEngines

# Bounds the page; nobody follows so many.
MOST_SHOWN = 100


class BehindSearchLink(BehindLink, TemplateView):
    """A page about one search."""

    over_template = "volunteering/alerts/link_over.html"

    @cached_property
    def search(self) -> SavedSearch | None:
        return search_behind(self.link, self.kwargs["token"])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(search=self.search, **kwargs)


class Confirm(BehindSearchLink):
    """GET/POST /engagement/alertes/confirmer/<token>/"""

    link = CONFIRM
    template_name = "volunteering/alerts/confirm.html"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if self.search is None:
            raise BrokenLink
        return super().get(request, *args, **kwargs)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if self.search is None:
            raise BrokenLink
        actions.confirm(search=self.search)
        context = {"search": self.search, "manage_url": link_to("manage_alerts", MANAGE, self.search)}
        return render(request, "volunteering/alerts/confirmed.html", context | {"list_url": list_address(self.search)})


# RFC 8058: the mail program posts without having looked at the page, and without a cookie.
@method_decorator(csrf_exempt, name="dispatch")
class Stop(BehindSearchLink):
    """GET/POST /engagement/alertes/arreter/<token>/: this search."""

    link = STOP
    template_name = "volunteering/alerts/stop.html"

    def act(self, search: SavedSearch) -> None:
        actions.stop(search=search)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Answered here and not by a redirection, which mail programs do not follow. A second time is no error."""
        if self.search is not None:
            self.act(self.search)
        return render(request, "volunteering/alerts/stopped.html")


@method_decorator(csrf_exempt, name="dispatch")
class StopAll(Stop):
    """GET/POST /engagement/alertes/tout-arreter/<token>/: whatever this address follows."""

    link = STOP_ALL
    template_name = "volunteering/alerts/stop_all.html"

    def act(self, search: SavedSearch) -> None:
        actions.stop_all(search=search)


class ChangeOne:
    """POST of one button beside one search."""

    request: HttpRequest
    kwargs: dict[str, Any]

    def get_searches(self) -> SavedSearchQuerySet:
        raise NotImplementedError

    def change(self) -> None:
        search = get_object_or_404(self.get_searches(), pk=self.kwargs["pk"])
        form = ChangeForm(self.request.POST)
        if form.is_valid():
            messages.success(self.request, _act(search, form.cleaned_data["change"]), fail_silently=True)


def _act(search: SavedSearch, change: str) -> str:
    """Do it, and say so."""
    if change == "pause":
        actions.pause(search=search)
        return _("Paused: %(search)s") % {"search": search.label}
    if change == "resume":
        actions.resume(search=search)
        return _("Resumed: %(search)s") % {"search": search.label}
    if change == "forget":
        actions.forget(search=search)
        return _("Deleted: %(search)s") % {"search": search.label}
    frequency = Frequency(change)
    actions.change_frequency(search=search, frequency=frequency)
    words = {"search": search.label, "often": str(frequency.label).lower()}
    return _("%(search)s: %(often)s from now on") % words


class Manage(ChangeOne, BehindSearchLink):
    """GET /engagement/alertes/gerer/<token>/, POST …/<pk>/: whatever the address behind the link follows."""

    link = MANAGE
    template_name = "volunteering/alerts/manage.html"

    def get_searches(self) -> SavedSearchQuerySet:
        if self.search is None:
            return SavedSearch.objects.none()
        return SavedSearch.objects.confirmed().of_address(self.search.address)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(searches=list(self.get_searches()[:MOST_SHOWN]), **kwargs)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        token = self.kwargs["token"]
        # The link is about one of them: when that one is deleted, another has to carry it.
        others = [search for search in self.get_searches()[:MOST_SHOWN] if search.pk != self.kwargs["pk"]]
        self.change()
        if self.search and not SavedSearch.objects.filter(pk=self.search.pk).exists():
            if not others:
                return render(request, "volunteering/alerts/stopped.html")
            token = MANAGE.sign(str(others[0].pk))
        return redirect("volunteering:manage_alerts", token)


class MySearches(LoginRequiredMixin, ChangeOne, NotForSearchEngines, TemplateView):
    """GET /engagement/mes-recherches/, POST …/<pk>/"""

    template_name = "volunteering/alerts/manage.html"

    def get_searches(self) -> SavedSearchQuerySet:
        return SavedSearch.objects.filter(user=self.request.user)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(searches=list(self.get_searches()[:MOST_SHOWN]), token="", **kwargs)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        self.change()
        return redirect("volunteering:my_searches")
