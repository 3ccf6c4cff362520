"""The register of processing of personal data (article 30 of the GDPR): what we do, and what the city adds."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any, ClassVar

from dateutil.relativedelta import relativedelta
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy, ngettext
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.reports import ReportView
from wagtail.models import Site
from wagtail.permission_policies import ModelPermissionPolicy

from volunteering.core.city import CitySettings
from volunteering.core.listings.exports import SafeExportMixin
from volunteering.core.retention import registered
from volunteering.privacy.registry import Processing, processings

READ, WRITE = "volunteering.read_processings", "volunteering.change_citysettings"
HEADINGS = {
    "name": gettext_lazy("Processing"),
    "purpose": gettext_lazy("What for"),
    "whose": gettext_lazy("Whose data"),
    "what": gettext_lazy("Which data"),
    "legal_basis": gettext_lazy("Legal basis"),
    "recipients": gettext_lazy("Who receives them"),
    "kept": gettext_lazy("How long they are kept"),
    "security": gettext_lazy("Security measures"),
    "controller": gettext_lazy("Who answers for personal data"),
    "officer": gettext_lazy("Data protection officer"),
}
# The same for all: said once on the page, in each line of a file.
OF_THE_CITY = ("security", "controller", "officer")


@dataclass(frozen=True)
class Line:
    """One processing, in words."""

    part: Processing
    city: CitySettings

    name = property(lambda self: str(self.part.PROCESSING))
    purpose = property(lambda self: str(self.part.PURPOSE))
    whose = property(lambda self: str(self.part.WHOSE))
    what = property(lambda self: str(self.part.WHAT))
    legal_basis = property(lambda self: _both(self.part.LEGAL_BASIS, self.city.legal_basis))
    recipients = property(lambda self: _both(self.part.RECIPIENTS, self.city.processors))
    security = property(lambda self: self.city.security_measures)
    controller = property(lambda self: self.city.controller)
    officer = property(lambda self: self.city.data_protection_officer)

    @property
    def kept(self) -> str:
        """One line per term; then what has none."""
        terms = [retention for retention in registered() if retention.part == self.part.NAME]
        lines = [f"{retention.what} – {in_words(retention.keep_for)}" for retention in terms]
        return "\n".join([*lines, *filter(None, [str(getattr(self.part, "UNTIL", ""))])])

    @property
    def told(self) -> list[tuple[str, str]]:
        """What the page says of it: heading and words."""
        return [
            (str(label), getattr(self, name)) for name, label in HEADINGS.items() if name not in ("name", *OF_THE_CITY)
        ]


def in_words(keep_for: timedelta | relativedelta) -> str:
    """In the largest unit in which it is whole: 13 months, 2 days, 1 hour."""
    if isinstance(keep_for, relativedelta):
        months = keep_for.years * 12 + keep_for.months
        return ngettext("%(number)d month", "%(number)d months", months) % {"number": months}
    hours = int(keep_for.total_seconds() // 3600)
    if hours % 24:
        return ngettext("%(number)d hour", "%(number)d hours", hours) % {"number": hours}
    return ngettext("%(number)d day", "%(number)d days", hours // 24) % {"number": hours // 24}


def _both(ours: Any, citys: str) -> str:
    return f"{ours} {citys}".strip()


class Processings(SafeExportMixin, ReportView):
    """GET processings/: for whoever may read the register; ?export=csv or xlsx gives it as a file."""

    template_name = "volunteering/desk/processings.html"
    results_template_name = "volunteering/desk/processings_results.html"
    page_title = gettext_lazy("Register of processing")
    header_icon = "doc-full"
    index_url_name = "volunteering_desk:processings"
    index_results_url_name = "volunteering_desk:processings_results"
    permission_policy = ModelPermissionPolicy(CitySettings)
    paginate_by = None
    list_export: ClassVar[list[str]] = list(HEADINGS)
    export_headings: ClassVar[dict[str, Any]] = HEADINGS
    export_filename = "processings"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not may_read(request):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def city(self) -> CitySettings:
        return CitySettings.for_request(self.request)

    def get_queryset(self) -> list[Line]:
        return [Line(part=part, city=self.city) for part in processings()]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(own=self._own(), edit_url=self._edit_url(), city_name=str(self.city), **kwargs)

    def _own(self) -> list[tuple[str, str]]:
        """What the city says once, for all; empty words where it has not said it yet."""
        line = Line(part=processings()[0], city=self.city)
        return [(str(HEADINGS[name]), getattr(line, name)) for name in ("controller", "officer", "security")]

    def _edit_url(self) -> str:
        """Empty for whoever may only read."""
        if not self.request.user.has_perm(WRITE):
            return ""
        site = Site.find_for_request(self.request)
        return reverse("wagtailsettings:edit", args=["volunteering", "citysettings", site.pk])


def may_read(request: HttpRequest) -> bool:
    return request.user.has_perm(READ) or request.user.has_perm(WRITE)


class ProcessingsMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return may_read(request)


def processings_item() -> MenuItem:
    """Under “Reports”."""
    url = reverse("volunteering_desk:processings")
    return ProcessingsMenuItem(
        gettext_lazy("Register of processing"), url, name="processings", icon_name="doc-full", order=1500
    )
