"""A conversation that somebody reported, as the offices look at it: read with an entry in the log, then settled."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.decorators import method_decorator
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.generic import TemplateView

from volunteering.applications import actions
from volunteering.applications.deciding import ForAgents
from volunteering.applications.models import VOLUNTEER, Application
from volunteering.applications.notifications.about import when
from volunteering.core.next_page import next_page
from volunteering.relay.models import Message

# The newest; nobody reads further back in one go.
MOST_SHOWN = 200


@method_decorator(never_cache, name="dispatch")
class ReportedConversation(ForAgents, TemplateView):
    """GET <pk>/report/: what is wrong. POST `do`: "read" shows the messages this once, "settle" ends the report."""

    permission_required = "read_reported"
    template_name = "volunteering/applications/reported.html"
    page_title = gettext_lazy("Reported conversation")
    header_icon = "warning"

    @cached_property
    def application(self) -> Application:
        rows = Application.objects.told_whole().select_related("conversation").reported()
        return get_object_or_404(rows, pk=self.kwargs["pk"])

    def get_page_subtitle(self) -> str:
        return self.application.mission.title

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        application = self.application
        by_volunteer = application.conversation.reported_by == VOLUNTEER
        context = {"application": application, "when": when(application.capacity), "by_volunteer": by_volunteer}
        return super().get_context_data(**{"lines": None, **context, **kwargs})

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        match request.POST.get("do"):
            case "read":
                actions.read_reported(application=self.application, user=request.user)
                return self.render_to_response(self.get_context_data(lines=self.get_lines()))
            case "settle":
                actions.settle_report(application=self.application, user=request.user)
                messages.success(request, _("The report is settled. Whoever reported still receives nothing more."))
                return redirect(next_page(request, otherwise="volunteering_applications:index"))
        raise Http404

    def get_lines(self) -> list[Message]:
        newest = self.application.conversation.messages.exclude(author=None).select_related("author").order_by("-pk")
        return list(reversed(newest[:MOST_SHOWN]))
