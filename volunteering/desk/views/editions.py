""" "Last year's edition": the next one, as a draft to complete."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from volunteering.agenda.actions import NoDateToCarryOver, start_next_edition
from volunteering.agenda.editions import first_day_of, proposed_day
from volunteering.agenda.models import EventPage
from volunteering.core.moments import day_in_words


class NextEdition(WagtailAdminTemplateMixin, TemplateView):
    """GET proposes the date, POST makes the draft and opens it. For those who may add events beside this one."""

    template_name = "volunteering/desk/next_edition.html"
    page_title = gettext_lazy("Next edition")
    header_icon = "copy"
    http_method_names = ["get", "head", "post", "options"]

    @cached_property
    def event(self) -> EventPage:
        return get_object_or_404(EventPage, pk=self.kwargs["page_id"])

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not self.event.get_parent().permissions_for_user(request.user).can_add_subpage():
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        edit_url = reverse("wagtailadmin_pages:edit", args=[self.event.pk])
        here = {"url": "", "label": self.get_page_title()}
        return [*self.breadcrumbs_items, {"url": edit_url, "label": self.event.title}, here]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        first, today = first_day_of(self.event.dates.all()), timezone.localdate()
        return super().get_context_data(
            event=self.event,
            before=first and day_in_words(first, today=today),
            after=first and day_in_words(proposed_day(first, today=today), today=today),
            **kwargs,
        )

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            edition = start_next_edition(event=self.event, by=request.user)
        except NoDateToCarryOver:
            messages.error(request, _("This event has no date yet: give it one, then start its next edition."))
            return redirect("wagtailadmin_pages:edit", self.event.pk)
        messages.success(
            request, _("The next edition is ready as a draft. Check its date and its texts, then publish it.")
        )
        return redirect("wagtailadmin_pages:edit", edition.pk)
