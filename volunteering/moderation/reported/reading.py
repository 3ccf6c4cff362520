"""The reports of one page as the office reads them: what and when, never who."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin
from wagtail.models import Page

from volunteering.moderation import actions
from volunteering.moderation.actions.reporting import DECIDE
from volunteering.moderation.models import Outcome, Report, ReportDecision
from volunteering.moderation.reported.forms import DecideForm

MOST_REPORTS = 100
MOST_DECISIONS = 20


@method_decorator(never_cache, name="dispatch")
class ReadReports(PermissionCheckedMixin, WagtailAdminTemplateMixin, TemplateView):
    """GET/POST <pk>/: all that belong together with this report. `do`: keep, correct, take_down."""

    model = Report
    permission_required = "view"
    header_icon = "warning"
    template_name = "volunteering/reported/read.html"

    @cached_property
    def report(self) -> Report:
        return get_object_or_404(Report.objects.select_related("page", "decision"), pk=self.kwargs["pk"])

    @property
    def page(self) -> Page | None:
        return self.report.page

    @property
    def is_open(self) -> bool:
        return self.report.decision_id is None

    @property
    def together(self) -> QuerySet:
        rows = Report.objects.order_by("reported_at", "pk")
        return rows.open().of_page(self.page) if self.is_open else rows.filter(decision=self.report.decision)

    def get_page_title(self) -> str:
        return _("Reported pages")

    def get_page_subtitle(self) -> str:
        return self.report.title

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        index = {"url": reverse("volunteering_reports:index"), "label": _("Reported pages")}
        return [*self.breadcrumbs_items, index, {"url": "", "label": self.report.title}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        reports, number = list(self.together[:MOST_REPORTS]), self.together.count()
        may = self.page.permissions_for_user(self.request.user) if self.page else None
        context = {
            "report": self.report,
            "reports": reports,
            "number": number,
            "page": self.page,
            "may_edit": may is not None and may.can_edit(),
            "may_decide": self.is_open and self.request.user.has_perm(DECIDE),
            "may_take_down": may is not None and (may.can_unpublish() or not self.page.live),
            "decisions": self._decisions(),
            "form": kwargs.get("form") or DecideForm(initial={"seen": max(each.pk for each in reports)}),
        }
        return super().get_context_data(**{**kwargs, **context})

    def _decisions(self) -> QuerySet:
        """On this page before; of a page that is gone, this one alone."""
        if self.page is None:
            return ReportDecision.objects.filter(pk=self.report.decision_id)
        return ReportDecision.objects.filter(page=self.page)[:MOST_DECISIONS]

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not request.user.has_perm(DECIDE):
            raise PermissionDenied
        form = DecideForm(request.POST)
        if form.do not in Outcome.values or self.page is None:
            raise Http404
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form))
        told = {name: form.cleaned_data[name] for name in ("words", "statement", "seen")}
        try:
            actions.decide(page=self.page, outcome=Outcome(form.do), by=request.user, **told)
        except actions.NothingOpen:
            messages.error(request, _("Somebody has answered meanwhile: see below where it stands."))
            return redirect(request.path)
        messages.success(request, _("“%(title)s”: it is decided, and told.") % {"title": self.report.title})
        return redirect("volunteering_reports:index")
