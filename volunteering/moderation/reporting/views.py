"""Reporting what is not right on a public page. The same answer to everybody, however often it was reported."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.functional import cached_property
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.models import Page

from volunteering.core.private_views import AskByMail, NotForSearchEngines
from volunteering.core.restrictions import everyone_may_read
from volunteering.moderation import actions
from volunteering.moderation.limits import may_report
from volunteering.moderation.reporting.forms import ReportForm

TOO_MANY = _("A lot has been reported from here within the last hour. Try again a little later, or call us.")


class ReportPage(AskByMail):
    """GET/POST /engagement/signaler/<key of a page>/: any page of this site that everyone may read."""

    template_name = "volunteering/reporting/report.html"
    form_class = ReportForm
    too_often = TOO_MANY

    @cached_property
    def page(self) -> Page:
        below = Page.objects.descendant_of(self.site.root_page, inclusive=True)
        page = below.filter(everyone_may_read(), pk=self.kwargs["pk"]).first()
        if page is None:
            raise Http404
        return page

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(reported=self.page, **kwargs)

    def may_ask(self, address: str) -> bool:
        return may_report(self.request, page=self.page.pk, address=address)

    def act(self, form: ReportForm) -> HttpResponse:
        told = {name: form.cleaned_data[name] for name in ("reason", "words", "email", "stamp")}
        actions.report(page=self.page, site=self.site, language=get_language() or "", **told)
        return redirect("volunteering:report_taken")


class ReportTaken(NotForSearchEngines, TemplateView):
    """GET /engagement/signaler/merci/: the same page for every report."""

    template_name = "volunteering/reporting/taken.html"
