"""The page behind the mails of the yearly check: all is right, or how to put it right."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.generic import TemplateView

from volunteering.core.private_views import BehindLink
from volunteering.directory import actions
from volunteering.directory.links import RECORD, record_behind
from volunteering.directory.models import AssociationPage, Membership


class CheckRecord(BehindLink, TemplateView):
    """GET /engagement/associations/fiche/<token>/ shows what the record says, POST says that it is right."""

    link, over_template = RECORD, "volunteering/directory/record_over.html"
    template_name = "volunteering/directory/record.html"

    @cached_property
    def association(self) -> AssociationPage:
        return record_behind(self.kwargs["token"])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        page = self.association
        has_manager = Membership.objects.managers().filter(association=page).exists()
        hours = page.opening_hours.order_by("weekday", "opens")
        return super().get_context_data(page=page, has_manager=has_manager, hours=hours, **kwargs)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            actions.confirm_record(association=self.association)
        except actions.NotOnTheSite:
            messages.error(request, _("The city has taken this record off the site. Call us: we look at it together."))
        else:
            messages.success(request, _("Thank you! The record is confirmed for a year."))
        return redirect(request.path)
