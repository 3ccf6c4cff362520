"""The editors' face of events: the listing, its columns and filters."""

from datetime import datetime, timedelta

from django.db.models import Exists, OuterRef, Prefetch, QuerySet, Subquery
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column

from volunteering.agenda.models import EventPage, Occurrence
from volunteering.agenda.models.event import EventStatus
from volunteering.agenda.models.occurrence import OccurrenceStatus
from volunteering.core.accessibility import ACCESS_CODES
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
from volunteering.core.moments import day_in_words, hours_in_words, last_day, period_in_words
from volunteering.directory.models import AssociationPage
from volunteering.moderation.viewsets import ReviewedViewSet

SOON = timedelta(days=7)


def next_date(event: EventPage) -> str:
    """The next date that takes place, or until when it lasts; `next_start` and `next_end` were annotated."""
    if not event.next_start:
        return ""
    start, end = timezone.localtime(event.next_start), timezone.localtime(event.next_end)
    today, last = timezone.localdate(), last_day(start, end)
    if last != start.date():
        return period_in_words(start.date() if start.date() > today else None, last, today=today)
    day = day_in_words(start.date(), today=today)
    return f"{day}, {hours_in_words(start, end)}" if not event.next_all_day else day


def organisers(event: EventPage) -> str:
    names = [association.title for association in event.organisers.all()]
    return ", ".join([gettext("The city"), *names] if event.by_city else names)


def change(event: EventPage) -> str:
    """What is not as planned, in a word; nothing in the ordinary case."""
    return "" if event.status == EventStatus.SCHEDULED else event.get_status_display()


def with_next_date(events: QuerySet) -> QuerySet:
    """Adds `next_start`, `next_end`, `next_all_day` of the next date that takes place."""
    coming = (
        Occurrence.objects.filter(event=OuterRef("pk")).upcoming().exclude(status=OccurrenceStatus.CANCELLED).soonest()
    )
    return events.annotate(
        next_start=Subquery(coming.values("start")[:1]),
        next_end=Subquery(coming.values("end")[:1]),
        next_all_day=Subquery(coming.values("all_day")[:1]),
    )


def starting_soon(events: QuerySet, *, now: datetime | None = None) -> QuerySet:
    """With a date that begins within seven days."""
    now = now or timezone.now()
    soon = Occurrence.objects.filter(event=OuterRef("pk"), start__gte=now, start__lt=now + SOON)
    return events.filter(Exists(soon))


def without_access(events: QuerySet) -> QuerySet:
    """Those that say nothing on accessibility."""
    return events.filter(access_note="", **{f"access_{code}": False for code in ACCESS_CODES})


class EventFilterSet(ListingFilterSet):
    when = one_of(
        _("Next date"),
        [
            ("week", _("Within 7 days")),
            ("coming", _("To come")),
            ("over", _("All over")),
            ("none", _("No date yet")),
        ],
        "filter_when",
    )
    status = one_of(_("Status of the event"), EventStatus.choices, "filter_status")
    access = one_of(_("Accessibility"), [("missing", _("Not said"))], "filter_access")

    class Meta:
        model = EventPage
        fields: list[str] = []

    def filter_when(self, events: QuerySet, name: str, value: str) -> QuerySet:
        if value == "over":
            return events.filter(next_start=None, occurrences__isnull=False).distinct()
        if value == "none":
            return events.filter(occurrences=None)
        return starting_soon(events) if value == "week" else events.filter(next_start__isnull=False)

    def filter_status(self, events: QuerySet, name: str, value: str) -> QuerySet:
        return events.filter(status=value)

    def filter_access(self, events: QuerySet, name: str, value: str) -> QuerySet:
        return without_access(events)


class EventColumns(OneTypeMixin):
    export_values = {
        "next_date": next_date,
        "organisers": organisers,
        "status": EventPage.get_status_display,
    }

    def for_listing(self, pages: QuerySet) -> QuerySet:
        names = AssociationPage.objects.only("title")
        return (
            with_next_date(pages)
            .select_related("neighbourhood")
            .prefetch_related(Prefetch("organisers", queryset=names))
            .defer("body", "access_note")
        )


class EventListingView(EventColumns, ListingView):
    add_item_label = _("New event")
    default_ordering = "next_start"


class EventExplorerView(EventColumns, ExplorerView):
    """Under the index page."""


class EventListing(ListingViewSet):
    model = EventPage
    name = "volunteering_events"
    url_prefix = "engagement/events"
    icon = menu_icon = "calendar"
    menu_label = _("Events")
    index_view_class = EventListingView
    filterset_class = EventFilterSet
    list_display = [
        *TITLE_COLUMNS,
        Column("next_start", label=_("Next date"), accessor=next_date, sort_key="next_start"),
        Column("organisers", label=_("Organised by"), accessor=organisers),
        place_column(),
        Column("event_status", label=_("Not as planned"), accessor=change),
        *TRAILING_COLUMNS,
    ]
    list_export = [
        "title",
        "next_date",
        "organisers",
        "neighbourhood",
        "status",
        "live",
        "latest_revision_created_at",
        "full_url",
    ]
    export_headings = {"next_date": _("Next date"), "organisers": _("Organised by"), "full_url": _("Address")}
    export_filename = "evenements"


class EventExplorer(ReviewedViewSet):
    """What Wagtail's own screens show of these pages."""

    model = EventPage
    index_view_class = EventExplorerView
    filterset_class = EventFilterSet
    list_display = EventListing.list_display
    list_export = EventListing.list_export
    export_headings = EventListing.export_headings
    export_filename = EventListing.export_filename
