"""What the national site would not show of our missions, and why, with the way to repair it."""

from dataclasses import dataclass
from itertools import islice
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy
from django.views.generic import ListView
from wagtail.admin.paginator import WagtailPaginator
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.models import Site

from volunteering.core.listings.view import may_list
from volunteering.feeds.national import Refusal, is_for_hub, refusals
from volunteering.feeds.national_missions import national_missions
from volunteering.feeds.subjects import MISSIONS
from volunteering.missions.models import MissionPage

PER_PAGE = 50
# The soonest missions; a city with more looks at the command's list.
MOST_READ = 1000


@dataclass(frozen=True)
class Verdict:
    mission: MissionPage
    refusals: list[Refusal]
    is_sent: bool
    may_edit: bool


class NationalMissions(WagtailAdminTemplateMixin, ListView):
    """GET national/: the missions that take volunteers and that somebody would refuse. For whoever lists missions."""

    template_name = "volunteering/desk/national.html"
    page_title = gettext_lazy("National site")
    header_icon = "globe"
    context_object_name = "verdicts"
    paginator_class = WagtailPaginator
    paginate_by = PER_PAGE
    page_kwarg = "p"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not may_list(request.user, MissionPage):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*self.breadcrumbs_items, {"url": "", "label": self.get_page_title()}]

    @cached_property
    def told(self) -> list[tuple[MissionPage, list[Refusal], bool]]:
        site, now = Site.objects.filter(is_default_site=True).select_related("root_page").first(), timezone.now()
        if site is None:
            return []
        missions = islice(national_missions(MISSIONS.public(site), site=site), MOST_READ)
        return [(page, refusals(mission, now=now), is_for_hub(mission)) for page, mission in missions]

    def get_queryset(self) -> list[Any]:
        return [told for told in self.told if told[1]]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(read=len(self.told), refused=len(self.object_list), **kwargs)
        context["verdicts"] = [self.verdict(*told) for told in context["verdicts"]]
        context["elided_page_range"] = context["paginator"].get_elided_page_range(context["page_obj"].number)
        return context

    def verdict(self, page: MissionPage, found: list[Refusal], is_sent: bool) -> Verdict:
        may_edit = page.permissions_for_user(self.request.user).can_edit()
        return Verdict(mission=page, refusals=found, is_sent=is_sent, may_edit=may_edit)
