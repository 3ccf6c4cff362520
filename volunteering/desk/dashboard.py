"""Our panels on the admin's home page. Every count leads to the listing that shows what was counted."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlencode

from django.contrib.auth.models import AbstractBaseUser
from django.contrib.contenttypes.models import ContentType
from django.db.models import Count, Prefetch
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from wagtail.admin.ui.components import Component
from wagtail.admin.views.home import WorkflowObjectsToModeratePanel
from wagtail.admin.viewsets.pages import PageListingViewSet
from wagtail.models import Page, TaskState

from volunteering.agenda.models import EventPage, Occurrence
from volunteering.agenda.viewsets import SOON, starting_soon
from volunteering.applications.models import Application
from volunteering.core.listings.view import may_list, with_workflow_states
from volunteering.desk import guide
from volunteering.desk.help_panel import HelpRequestsPanel
from volunteering.desk.menu import association_listing, event_listing, mission_listing
from volunteering.desk.panels import DeskPanel
from volunteering.desk.reports_panel import ReportsPanel
from volunteering.desk.views.dates import in_words
from volunteering.directory.models import AssociationPage, Claim
from volunteering.directory.viewsets import IN_UPKEEP, UPKEEP
from volunteering.missions.models import MissionPage
from volunteering.missions.viewsets import next_time, organiser, places_left, with_nobody
from volunteering.moderation.models import Submission

LISTED = 8
# A site has one agenda, rarely two.
INDEXES_TRIED = 5
LISTINGS = (event_listing, mission_listing, association_listing)


def construct_homepage_panels(request: HttpRequest, panels: list[Component]) -> None:
    """Ours in front; the stock list of what to review gives way to ours, bounded and with the oldest first."""
    panels[:] = [panel for panel in panels if not isinstance(panel, WorkflowObjectsToModeratePanel)]
    panels += [GuidePanel(), StartPanel(), ModerationPanel()]
    if may_list(request.user, EventPage):
        panels.append(WeekPanel())
    if may_list(request.user, MissionPage):
        panels.append(LonelyMissionsPanel())
    if request.user.has_perm("volunteering.view_report"):
        panels.append(ReportsPanel())
    if request.user.has_perm("volunteering.change_claim"):
        panels.append(ClaimsPanel())
    if may_list(request.user, AssociationPage):
        panels.append(UpkeepPanel())
    if request.user.has_perm("volunteering.view_application"):
        panels.append(UnansweredPanel())
    if request.user.has_perm("volunteering.view_helprequest"):
        panels.append(HelpRequestsPanel())


class GuidePanel(DeskPanel):
    """The first steps of a new site, until they are done or the person has seen enough."""

    name = "volunteering_guide"
    template_name = "volunteering/desk/home/guide.html"
    order = 100

    def get_content(self, request: HttpRequest) -> dict[str, Any] | None:
        if not guide.is_for(request.user):
            return None
        steps = guide.steps(request.user)
        done = sum(step.is_done for step in steps)
        return None if done == len(steps) else {"steps": steps, "done": done}


class StartPanel(DeskPanel):
    """One click to the form of a new event, mission or association."""

    name = "volunteering_start"
    template_name = "volunteering/desk/home/start.html"
    order = 110

    def get_content(self, request: HttpRequest) -> dict[str, Any] | None:
        buttons = list(self.get_buttons(request.user))
        return {"buttons": buttons} if buttons else None

    def get_buttons(self, user: AbstractBaseUser) -> Iterator[dict[str, Any]]:
        """A site may add page types of its own."""
        for listing in LISTINGS:
            if may_add(user, listing.model):
                url = reverse(listing.get_url_name("choose_parent"))
                yield {"label": listing.index_view_class.add_item_label, "url": url}


class ModerationPanel(DeskPanel):
    """What waits for this person's approval, the oldest first. Approving is done where one reads: in the editor."""

    name = "volunteering_moderation"
    template_name = "volunteering/desk/home/moderation.html"
    order = 120

    def get_content(self, request: HttpRequest) -> dict[str, Any] | None:
        states = TaskState.objects.reviewable_by(request.user)
        counts = dict(
            states.order_by()
            .values_list("revision__content_type")
            .annotate(number=Count("pk", distinct=True))
            .values_list("revision__content_type", "number")
        )
        if not counts:
            return None
        oldest = (
            states.select_related("revision", "revision__user")
            .prefetch_related("revision__content_object")
            .order_by("started_at")[:LISTED]
        )
        pages = [state.revision.content_object for state in oldest if state.revision.content_object]
        submitted = self.get_submitted(request.user, pages)
        rows = [
            {"object": page, "since": state.started_at, "by": state.revision.user, "submission": submitted.get(page.pk)}
            for state in oldest
            if (page := state.revision.content_object)
        ]
        return {"rows": rows, "total": sum(counts.values()), "listings": list(self.get_listings(counts))}

    def get_submitted(self, user: AbstractBaseUser, pages: list[Page]) -> dict[int, Submission]:
        """What the public proposed is read on a screen of its own; an editor's drafts in the editor."""
        if not user.has_perm("volunteering.view_submission"):
            return {}
        keys = [page.pk for page in pages if isinstance(page, Page)]
        waiting = Submission.objects.waiting().filter(page_id__in=keys).defer("answers")
        return {submission.page_id: submission for submission in waiting}

    def get_listings(self, counts: dict[int, int]) -> Iterator[dict[str, Any]]:
        """Per type of ours: how many, and the listing that shows all that waits."""
        for listing in LISTINGS:
            number = counts.get(ContentType.objects.get_for_model(listing.model).pk)
            if number:
                yield {
                    "label": listing.menu_label,
                    "number": number,
                    "url": listing_url(listing, publication="waiting"),
                }


class WeekPanel(DeskPanel):
    """The published dates of the next seven days."""

    name = "volunteering_week"
    template_name = "volunteering/desk/home/week.html"
    order = 130

    def get_content(self, request: HttpRequest) -> dict[str, Any] | None:
        now = timezone.now()
        soon = Occurrence.objects.published().filter(start__gte=now, start__lt=now + SOON)
        # Whether a page may be edited depends on its workflow: read for all rows at once.
        events = Prefetch("event", queryset=with_workflow_states(EventPage.objects.all()))
        occurrences = list(soon.prefetch_related(events).soonest()[:LISTED])
        return {
            "dates": [{"occurrence": each, "in_words": in_words(each)} for each in occurrences],
            "total": starting_soon(EventPage.objects.live(), now=now).count(),
            "listing_url": listing_url(event_listing, publication="live", when="week"),
            "add_url": reverse(event_listing.get_url_name("choose_parent")) if may_add(request.user, EventPage) else "",
        }


class LonelyMissionsPanel(DeskPanel):
    """Missions that start within two weeks, take volunteers, and that nobody has signed up for."""

    name = "volunteering_lonely_missions"
    template_name = "volunteering/desk/home/lonely_missions.html"
    order = 140

    def get_content(self, request: HttpRequest) -> dict[str, Any] | None:
        missions = with_nobody(MissionPage.objects.all())
        rows = with_workflow_states(missions.select_related("organiser").prefetch_related("capacities"))
        shown = list(rows.soonest()[:LISTED])
        return {
            "missions": [
                {"mission": each, "when": next_time(each), "organiser": organiser(each), "places": places_left(each)}
                for each in shown
            ],
            "total": missions.count(),
            "listing_url": listing_url(mission_listing, answers="nobody"),
        }


class ClaimsPanel(DeskPanel):
    """Who says that a record is theirs, the oldest first. Nothing while nobody does."""

    name = "volunteering_claims"
    template_name = "volunteering/desk/home/claims.html"
    order = 122

    def get_content(self, request: HttpRequest) -> dict[str, Any] | None:
        waiting = Claim.objects.waiting()
        shown = list(waiting.select_related("association").order_by("asked_at", "pk")[:LISTED])
        if not shown:
            return None
        index = reverse("volunteering_claims:index")
        return {"claims": shown, "total": waiting.count(), "listing_url": f"{index}?{urlencode({'state': 'waiting'})}"}


class UpkeepPanel(DeskPanel):
    """How many records nobody confirms, and how many nobody can be asked about. Nothing while all are right."""

    name = "volunteering_upkeep"
    template_name = "volunteering/desk/home/upkeep.html"
    order = 150

    def get_content(self, request: HttpRequest) -> dict[str, Any] | None:
        counts = [(value, label, IN_UPKEEP[value]().count()) for value, label in UPKEEP]
        lines = [
            {"label": label, "number": number, "url": listing_url(association_listing, check=value)}
            for value, label, number in counts
            if number
        ]
        return {"lines": lines} if lines else None


class UnansweredPanel(DeskPanel):
    """Who has waited for an answer for more than a week, the oldest first. Nothing while nobody has."""

    name = "volunteering_unanswered"
    template_name = "volunteering/desk/home/unanswered.html"
    order = 125

    def get_content(self, request: HttpRequest) -> dict[str, Any] | None:
        overdue = Application.objects.overdue()
        shown = list(overdue.told_whole().order_by("asked_at", "pk")[:LISTED])
        if not shown:
            return None
        index = reverse("volunteering_applications:index")
        return {
            "rows": [{"application": each, "organiser": organiser(each.mission)} for each in shown],
            "total": overdue.count(),
            "listing_url": f"{index}?{urlencode({'answer': 'overdue'})}",
        }


def listing_url(listing: PageListingViewSet, **filters: str) -> str:
    return f"{reverse(listing.get_url_name('index'))}?{urlencode(filters)}"


def may_add(user: AbstractBaseUser, model: type[Page]) -> bool:
    """Whether there is an index page under which this person may add one."""
    indexes = (page for parent in model.allowed_parent_page_models() for page in parent.objects.all()[:INDEXES_TRIED])
    return any(page.permissions_for_user(user).can_add_subpage() for page in indexes)
