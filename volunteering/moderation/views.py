"""Wagtail's screens of approval, which say what a page lacks when it cannot be published yet."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.admin.views.pages.edit import EditView
from wagtail.admin.views.pages.workflow import WorkflowActionView

from volunteering.core.publishing import what_they_lack
from volunteering.moderation.publishing import Incomplete


class ReviewActionView(WorkflowActionView):
    """Approval from the dashboard, a listing or the preview: a dialogue, or a form without JavaScript."""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            return super().post(request, *args, **kwargs)
        except Incomplete as refusal:
            editor = tell(request, refusal)
        if request.headers.get("x-requested-with") == "XMLHttpRequest":
            return self.render_modal_json(request, {"step": "success", "redirect": editor})
        return redirect(editor)


class ReviewEditView(EditView):
    """Approval at the bottom of the editor."""

    def perform_workflow_action(self) -> HttpResponse:
        try:
            return super().perform_workflow_action()
        except Incomplete as refusal:
            return redirect(tell(self.request, refusal))


def tell(request: HttpRequest, refusal: Incomplete) -> str:
    """Say what is missing; returns the address where it can be filled in."""
    lacking = what_they_lack({refusal.page: refusal.problems})
    said = _("Not published yet: the version you approved is incomplete. Complete it here, then approve again.")
    messages.error(request, format_html("{}{}", said, lacking))
    return reverse("wagtailadmin_pages:edit", args=[refusal.page.pk])
