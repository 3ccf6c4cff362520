"""Every text of the charter that was in force, and how many people accepted each: numbers, and nobody."""

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy
from django.views.generic import ListView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.models import Site

from volunteering.core.charter import CharterVersion, charter_version
from volunteering.core.city import CitySettings
from volunteering.moderation.models import Submission
from volunteering.volunteers.models import Volunteer

PERMISSION = "volunteering.change_citysettings"
PER_PAGE = 20


class CharterVersions(WagtailAdminTemplateMixin, ListView):
    """GET charter/: for whoever writes the charter."""

    template_name = "volunteering/desk/charter.html"
    page_title = gettext_lazy("Versions of the charter")
    header_icon = "doc-full"
    paginate_by = PER_PAGE

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not request.user.has_perm(PERMISSION):
            raise PermissionDenied
        self.site = Site.find_for_request(request)
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*self.breadcrumbs_items, {"url": "", "label": self.get_page_title()}]

    def get_queryset(self) -> Any:
        return CharterVersion.objects.filter(site=self.site)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        keys = [each.version for each in context["object_list"]]
        volunteers, authors = _volunteers(keys), _authors(keys)
        context["versions"] = [
            {"row": each, "volunteers": volunteers.get(each.version, 0), "authors": authors.get(each.version, 0)}
            for each in context["object_list"]
        ]
        context["current"] = charter_version(CitySettings.for_request(self.request))
        return context


def _volunteers(versions: list[str]) -> Mapping[str, int]:
    rows = Volunteer.objects.filter(charter_version__in=versions).values_list("charter_version")
    return dict(rows.annotate(number=Count("pk")).order_by())


def _authors(versions: list[str]) -> Mapping[str, int]:
    """People, however much each of them proposed."""
    rows = Submission.objects.filter(charter_version__in=versions).exclude(email="").values_list("charter_version")
    return dict(rows.annotate(number=Count("email", distinct=True)).order_by())
