"""The editors' face of missions: the listing, its columns and filters."""

from datetime import timedelta

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column

from volunteering.core.listings import (
    TITLE_COLUMNS,
    TRAILING_COLUMNS,
    ExplorerView,
    ListingFilterSet,
    ListingView,
    ListingViewSet,
    OneTypeMixin,
    place_column,
)
from volunteering.core.listings.filters import one_of
from volunteering.core.moments import day_in_words
from volunteering.missions.models import Capacity, Commitment, MissionPage
from volunteering.missions.queries import FAR_FUTURE
from volunteering.missions.states import State
from volunteering.moderation.viewsets import ReviewedViewSet

SOON = timedelta(days=14)


def organiser(mission: MissionPage) -> str:
    return mission.organiser.title if mission.organiser else gettext("The city")


def next_time(mission: MissionPage) -> str:
    """The day of its next shift, or of its beginning."""
    moment = mission.sort_at if mission.sort_at != FAR_FUTURE else mission.starts_at
    return day_in_words(timezone.localdate(moment), today=timezone.localdate()) if moment else ""


def places_left(mission: MissionPage) -> str:
    if mission.state == State.PAST or not mission.live:
        return ""
    left = mission.places_left
    return gettext("no limit") if left is None else str(left)


def with_nobody(missions: QuerySet, *, within: timedelta = SOON) -> QuerySet:
    """Taking volunteers, starting soon, and nobody has signed up for anything that is still to come."""
    now = timezone.now()
    somebody = Capacity.objects.filter(mission=OuterRef("pk"), taken__gt=0).filter(Q(end=None) | Q(end__gt=now))
    return missions.live().recruiting(now).filter(~Exists(somebody), sort_at__lte=now + within)


class MissionFilterSet(ListingFilterSet):
    when = one_of(
        _("When"),
        [("week", _("Within 7 days")), ("coming", _("Under way or to come")), ("over", _("Over"))],
        "filter_when",
    )
    answers = one_of(
        _("Sign-ups"),
        [
            ("open", _("Takes volunteers now")),
            ("nobody", _("Starts within 14 days, nobody yet")),
            ("closed", _("Sign-up closed by hand")),
        ],
        "filter_answers",
    )
    commitment = one_of(_("Commitment"), Commitment.choices, "filter_commitment")

    class Meta:
        model = MissionPage
        fields: list[str] = []

    def filter_when(self, missions: QuerySet, name: str, value: str) -> QuerySet:
        if value == "over":
            return missions.past()
        if value == "week":
            return missions.not_past().filter(sort_at__lte=timezone.now() + timedelta(days=7))
        return missions.not_past()

    def filter_answers(self, missions: QuerySet, name: str, value: str) -> QuerySet:
        if value == "nobody":
            return with_nobody(missions)
        return missions.live().recruiting() if value == "open" else missions.filter(signup_open=False)

    def filter_commitment(self, missions: QuerySet, name: str, value: str) -> QuerySet:
        return missions.filter(commitment=value)


class MissionColumns(OneTypeMixin):
    export_values = {
        "organiser": organiser,
        "next_time": next_time,
        "places_left": places_left,
        "state": lambda mission: mission.state.label,
        "commitment": MissionPage.get_commitment_display,
    }

    def for_listing(self, pages: QuerySet) -> QuerySet:
        # The shifts' times are in the capacities; the long texts stay in the database.
        return (
            pages.select_related("neighbourhood", "organiser")
            .prefetch_related("capacities")
            .defer("context", "tasks", "offer", "good_to_know", "organiser__body", "organiser__access_note")
        )


class MissionListingView(MissionColumns, ListingView):
    add_item_label = _("New mission")
    default_ordering = "sort_at"


class MissionExplorerView(MissionColumns, ExplorerView):
    """Under the index page."""


class MissionListing(ListingViewSet):
    model = MissionPage
    name = "volunteering_missions"
    url_prefix = "engagement/missions"
    icon = menu_icon = "tasks"
    menu_label = _("Missions")
    index_view_class = MissionListingView
    filterset_class = MissionFilterSet
    list_display = [
        *TITLE_COLUMNS,
        Column("sort_at", label=_("Next date"), accessor=next_time, sort_key="sort_at"),
        Column("organiser", label=_("Organised by"), accessor=organiser, sort_key="organiser__title"),
        place_column(),
        Column("places_left", label=_("Places left"), accessor=places_left),
        Column("state", label=_("Mission"), accessor=lambda mission: mission.state.label),
        *TRAILING_COLUMNS,
    ]
    list_export = [
        "title",
        "next_time",
        "organiser",
        "neighbourhood",
        "places_left",
        "state",
        "commitment",
        "live",
        "latest_revision_created_at",
        "full_url",
    ]
    export_headings = {
        "next_time": _("Next date"),
        "organiser": _("Organised by"),
        "places_left": _("Places left"),
        "state": _("Mission"),
        "full_url": _("Address"),
    }
    export_filename = "missions"


class MissionExplorer(ReviewedViewSet):
    """What Wagtail's own screens show of these pages."""

    model = MissionPage
    index_view_class = MissionExplorerView
    filterset_class = MissionFilterSet
    list_display = MissionListing.list_display
    list_export = MissionListing.list_export
    export_headings = MissionListing.export_headings
    export_filename = MissionListing.export_filename
