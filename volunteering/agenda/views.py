"""The public face of events: the agenda as a list, a week, a month or a sheet of paper; one event."""

from collections.abc import Iterable
from datetime import date, timedelta
from functools import partial
from itertools import groupby
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.functional import cached_property
from wagtail.models import Site

from volunteering.agenda.beside import AgendaFinder, DatesBeside, Merged
from volunteering.agenda.calendars import Month, Stretch, Week, day_of
from volunteering.agenda.cells import lay_out
from volunteering.agenda.each_once import EachEventOnce
from volunteering.agenda.filters import EventFilters
from volunteering.agenda.materialise import planned_slots
from volunteering.agenda.models import EventIndexPage, Occurrence
from volunteering.agenda.models.occurrence import OccurrenceQuerySet
from volunteering.core.days import start_of
from volunteering.core.filtering.finder import address
from volunteering.core.kept import put_cards
from volunteering.core.pagination import BoundedPaginator
from volunteering.core.views import FilteredListView, PageView
from volunteering.directory.models import AssociationPage

ONGOING_SHOWN = 6
# The strip of days one slides through: four weeks.
STRIP_DAYS = 28
DATES_SHOWN = 10
# A month of a large city; beyond, the list serves better than a table.
CALENDAR_LIMIT = 1500
# What one side of A4 holds in small print.
SHEET_LIMIT = 90
OTHERS_SHOWN = 3


class Agenda(PageView):
    """Four ways to read the same dates: `?month=2027-06` a month, `?week=2027-06-14` the week of that day,
    `?sheet=2027-06-14` seven days on one sheet of paper, otherwise the list, which `?since=2027-06-14` starts on that
    day. The filters hold in each of them.
    """

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        stretch = Month.parse(request.GET.get("month", "")) or Week.parse(request.GET.get("week", ""))
        first_day = day_of(request.GET.get("sheet", ""))
        if stretch:
            return AgendaCalendar.as_view(page=self.page, stretch=stretch)(request)
        if first_day:
            return AgendaSheet.as_view(page=self.page, first_day=first_day)(request)
        return AgendaList.as_view(page=self.page)(request)


class WithOccurrences:
    """What they share."""

    page: EventIndexPage

    @cached_property
    def filters(self) -> EventFilters:
        return EventFilters(self.request.GET)

    @cached_property
    def beside(self) -> DatesBeside:
        return DatesBeside(self.filters, Site.find_for_request(self.request))

    @cached_property
    def occurrences(self) -> OccurrenceQuerySet:
        return Occurrence.objects.filter(event__path__startswith=self.page.path).published()


class AgendaList(WithOccurrences, FilteredListView):
    fragment_template, found_template = "volunteering/agenda/_list.html", "volunteering/agenda/_found.html"
    card_template, card_name = "volunteering/components/event_row.html", "occurrence"

    @property
    def whole(self) -> OccurrenceQuerySet:
        return self.occurrences

    @cached_property
    def finder(self) -> AgendaFinder:
        keep = partial(self.shelf.one, "counts", self.page.pk)
        return AgendaFinder(self.filters, self.whole, beside=self.beside, keep=keep)

    def get_queryset(self) -> OccurrenceQuerySet | EachEventOnce | Merged:
        if self.filters.is_by_event:
            return EachEventOnce(self.filters, self.whole)
        events = self.filters.order(self.filters.narrow(self.whole))
        return Merged(events, self.beside.listed()) if self.beside.are_shown else events.card_rows()

    def get_paginator(self, queryset: OccurrenceQuerySet | EachEventOnce | Merged) -> BoundedPaginator:
        if isinstance(queryset, EachEventOnce):
            return BoundedPaginator(queryset, total=queryset.total)
        return super().get_paginator(queryset)

    @property
    def chosen_day(self) -> date | None:
        """The day asked for, unless it is over."""
        day = self.filters.answers.get("since")
        return day if day and day >= timezone.localdate() else None

    def get_card_words(self) -> dict[str, Any]:
        """Beneath the heading of its day, or each with its own day."""
        return {} if self.filters.is_by_day else {"level": 2, "dated": True}

    def get_found(self) -> dict[str, Any]:
        today = timezone.localdate()
        context = super().get_found()
        ongoing = list(self.get_ongoing()) if context["results"].number == 1 else []
        self.put_cards(ongoing, template="volunteering/agenda/_ongoing.html")
        return {
            **context,
            "days": self.get_days(context["results"]) if self.filters.is_by_day else [],
            "ongoing": ongoing,
            "today": today,
            "chosen_day": self.chosen_day,
            "day": self.chosen_day or today,
            "strip": [today + timedelta(days=number) for number in range(STRIP_DAYS)],
        }

    def get_days(self, results: Iterable[Any]) -> list[tuple[date, list[Any]]]:
        """What has begun before the days asked for stands on the first of them."""
        since, _until = self.filters.span()
        return group_by_day(results, first=timezone.localdate(since) if since > self.filters.now else None)

    def put_cards(self, items: Iterable[Any], **said: Any) -> None:
        items = list(items)
        super().put_cards([each for each in items if isinstance(each, Occurrence)], **said)
        if others := [each for each in items if not isinstance(each, Occurrence)]:
            template, needs = self.beside.kind.row_template, self.beside.kind.row_needs
            put_cards(others, self.shelf, self.request, template=template, name="row", needs=needs)

    def get_ongoing(self) -> OccurrenceQuerySet:
        """What lasts several days (exhibitions): told once, below the days, with a link above them."""
        return self.filters.lasting(self.occurrences).card_rows().soonest()[:ONGOING_SHOWN]


class AgendaCalendar(WithOccurrences, PageView):
    """A month or a week as a table."""

    template = "volunteering/agenda/calendar.html"
    stretch: Stretch = None

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        today = timezone.localdate()
        weeks, now = lay_out(self.stretch, self.get_rows(), today=today), self.stretch.of(today)
        others = {"previous": self.stretch.previous, "next": self.stretch.next, "now": now}
        return super().get_context_data(
            stretch=self.stretch,
            weeks=weeks,
            is_empty=not any(day.dates for week in weeks for day in week),
            now=now,
            addresses={name: self.address_of(other) for name, other in others.items()},
            day=today if self.stretch.holds(today) else self.stretch.first_day,
            finder=AgendaFinder(self.filters, self.occurrences, beside=self.beside),
            **kwargs,
        )

    def address_of(self, stretch: Stretch) -> str:
        """Another month or week, with the filters of this one."""
        data = self.request.GET.copy()
        for name in ("month", "week", "page"):
            data.pop(name, None)
        data[stretch.name] = str(stretch)
        return address(data)

    def get_rows(self) -> list[Any]:
        """What lasts comes first: its bands go through the table."""
        rows = [*self.get_events(), *self.get_beside()] if self.beside.are_shown else self.get_events()
        return sorted(rows, key=lambda row: (not row.spans_days, row.start))

    def get_beside(self) -> list[Any]:
        """Each with the template of its cell."""
        since, until = self.stretch.span
        rows = list(self.beside.during(since, until, places=self.stretch.shows_places)[:CALENDAR_LIMIT])
        for row in rows:
            row.cell = self.beside.kind.cell_template
        return rows

    def get_events(self) -> list[Occurrence]:
        since, until = self.stretch.span
        whole = (self.occurrences.long(since, until), self.occurrences.short(since, until))
        parts = [self.filters.answered(part).for_calendar(places=self.stretch.shows_places) for part in whole]
        return [row for part in parts for row in part.soonest()[:CALENDAR_LIMIT]]


class AgendaSheet(WithOccurrences, PageView):
    """A sheet to print and put up: who cannot or will not look at a screen reads the same agenda."""

    template = "volunteering/agenda/sheet.html"
    first_day: date = None

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        since, until = start_of(self.first_day), start_of(self.first_day + timedelta(days=7))
        rows = self.filters.answered(self.occurrences.short(since, until).filter(start__gte=since))
        rows = rows.card_rows().soonest()[:SHEET_LIMIT]
        return super().get_context_data(
            first_day=self.first_day,
            last_day=self.first_day + timedelta(days=6),
            days=group_by_day(rows),
            lasting=self.filters.answered(self.occurrences.long(since, until)).card_rows().soonest()[:ONGOING_SHOWN],
            number=len(rows),
            **kwargs,
        )


class EventDetail(PageView):
    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        organisers = self.page.public_organisers
        return super().get_context_data(
            dates=self.get_dates(), organisers=organisers, others=self.get_others(organisers), **kwargs
        )

    def get_dates(self) -> list[Occurrence]:
        """The next dates: rows of the public page; straight from the rules for a draft's preview."""
        now = timezone.now()
        if self.page.live and not getattr(self.request, "is_preview", False):
            rows = self.page.occurrences.upcoming(now).soonest()[:DATES_SHOWN]
            for row in rows:
                row.event = self.page
            return list(rows)
        return [
            Occurrence(
                event=self.page, recurrence_id=slot.recurrence_id, start=slot.start, end=slot.end, all_day=all_day
            )
            for slot, all_day in planned_slots(self.page, after=now, count=DATES_SHOWN)
        ]

    def get_others(self, organisers: list[AssociationPage]) -> OccurrenceQuerySet:
        """What else the same associations organise soon."""
        others = Occurrence.objects.published().upcoming().filter(event__organisers__in=organisers)
        return others.exclude(event_id=self.page.pk).distinct().for_cards().soonest()[:OTHERS_SHOWN]


def group_by_day(dates: Iterable[Any], *, first: date | None = None) -> list[tuple[date, list[Any]]]:
    """Dates in order of start, grouped by local first day; not before `first`."""
    days = groupby(dates, key=lambda each: max(each.first_day, first or each.first_day))
    return [(day, list(rows)) for day, rows in days]
