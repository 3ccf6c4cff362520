"""The public face of events: the agenda as a list, a week, a month or a sheet of paper; one event."""

from collections.abc import Iterable
from datetime import date, timedelta
from functools import partial
from itertools import groupby
from typing import Any

from django.db.models import Value
from django.http import HttpRequest, HttpResponse
from django.template.loader import get_template
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.safestring import SafeString
from wagtail.models import Site

from volunteering.agenda.beside import AgendaFinder, DatesBeside, Merged
from volunteering.agenda.calendars import Month, Stretch, Week, day_of
from volunteering.agenda.cells import Day, Moment, lay_out
from volunteering.agenda.each_once import EachEventOnce
from volunteering.agenda.filters import EventFilters
from volunteering.agenda.materialise import planned_slots
from volunteering.agenda.models import EventIndexPage, Occurrence
from volunteering.agenda.models.occurrence import OccurrenceQuerySet
from volunteering.core.days import start_of
from volunteering.core.filtering.finder import address
from volunteering.core.kept import put_cards
from volunteering.core.pagination import BoundedPaginator
from volunteering.core.views import DetailView, FilteredListView, PageView, asked_number
from volunteering.directory.models import AssociationPage

ONGOING_SHOWN = 6
# The strip of days one slides through: four weeks.
STRIP_DAYS = 28
DATES_SHOWN = 10
# A month of the largest cities; of the days beyond, the table leads to the list.
CALENDAR_LIMIT = 20_000
# The kinds of moments in it.
EVENT, BESIDE = 0, 1
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


class WithOccurrences(PageView):
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

    @cached_property
    def finder(self) -> AgendaFinder:
        keep = partial(self.shelf.one, "counts", self.page.pk)
        return AgendaFinder(self.filters, self.occurrences, beside=self.beside, keep=keep)


class AgendaList(WithOccurrences, FilteredListView):
    fragment_template, found_template = "volunteering/agenda/_list.html", "volunteering/agenda/_found.html"
    card_template, card_name = "volunteering/components/event_row.html", "occurrence"

    @property
    def whole(self) -> OccurrenceQuerySet:
        return self.occurrences

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
        self.put_cards(self.ongoing, template="volunteering/agenda/_ongoing.html")
        return {
            **context,
            "days": self.get_days(context["results"]) if self.filters.is_by_day else [],
            "ongoing": self.ongoing,
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
        super().put_cards([each for each in items if isinstance(each, Occurrence)], soon=self.ongoing, **said)
        if others := [each for each in items if not isinstance(each, Occurrence)]:
            template, needs = self.beside.kind.row_template, self.beside.kind.row_needs
            put_cards(others, self.shelf, self.request, template=template, name="row", needs=needs)

    @cached_property
    def ongoing(self) -> list[Occurrence]:
        """What lasts several days (exhibitions): told once, below the days of the first page, with a link above."""
        if asked_number(self.request) != 1:
            return []
        return list(self.filters.lasting(self.occurrences).card_rows().soonest()[:ONGOING_SHOWN])


class AgendaCalendar(WithOccurrences):
    """A month or a week as a table: when each date of it takes place, and as many rows as its cells have room for."""

    template, table_template = "volunteering/agenda/calendar.html", "volunteering/agenda/_table.html"
    stretch: Stretch = None

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        today = timezone.localdate()
        table = self.shelf.html("table", self.page.pk, self.request.get_full_path(), make=self.render_table)
        return super().get_context_data(
            stretch=self.stretch,
            table=table,
            day=today if self.stretch.holds(today) else self.stretch.first_day,
            finder=self.finder,
            **kwargs,
        )

    def render_table(self) -> SafeString:
        weeks, now = self.get_weeks(), self.stretch.of(timezone.localdate())
        others = {"previous": self.stretch.previous, "next": self.stretch.next, "now": now}
        context = {
            "stretch": self.stretch,
            "weeks": weeks,
            "is_empty": not any(day.rows or not day.is_whole for week in weeks for day in week),
            "now": now,
            "addresses": {name: self.address_of(other) for name, other in others.items()},
            "request": self.request,
        }
        return get_template(self.table_template).render(context)

    def address_of(self, stretch: Stretch) -> str:
        """Another month or week, with the filters of this one."""
        data = self.request.GET.copy()
        for name in ("month", "week", "page"):
            data.pop(name, None)
        data[stretch.name] = str(stretch)
        return address(data)

    def get_weeks(self) -> list[list[Day]]:
        moments = self.get_moments()
        read_until = moments[-1].start if len(moments) == CALENDAR_LIMIT else None
        weeks = lay_out(self.stretch, moments, today=timezone.localdate(), read_until=read_until)
        rows = self.read({moment for week in weeks for day in week for moment in day.shown})
        for day in (day for week in weeks for day in week):
            # One that was taken away since its moment was read is left out.
            day.rows = [rows[moment.kind, moment.pk] for moment in day.shown if (moment.kind, moment.pk) in rows]
        return weeks

    def get_moments(self) -> list[Moment]:
        """Soonest first. One query, each part of which has its index."""
        since, until = self.stretch.span
        whole = (self.occurrences.short(since, until), self.occurrences.long(since, until))
        parts = [(EVENT, self.filters.answered(part)) for part in whole]
        if self.beside.are_shown:
            parts.append((BESIDE, self.beside.during(since, until)))
        first, *others = (rows.order_by().values_list("start", "end", Value(kind), "pk") for kind, rows in parts)
        return [Moment(*row) for row in first.union(*others, all=True).order_by("start", "pk")[:CALENDAR_LIMIT]]

    def read(self, moments: set[Moment]) -> dict[tuple[int, int], Any]:
        """The row of each moment, by its kind and key. Those beside events bring the template of their cell."""
        found: dict[tuple[int, int], Any] = {}
        for kind, model in ((EVENT, Occurrence), (BESIDE, self.beside.kind.model)):
            wanted = [moment.pk for moment in moments if moment.kind == kind]
            rows = model.objects.for_calendar(places=self.stretch.shows_places).in_bulk(wanted) if wanted else {}
            for pk, row in rows.items():
                row.cell = self.beside.kind.cell_template if kind == BESIDE else None
                found[kind, pk] = row
        return found


class AgendaSheet(WithOccurrences):
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


class EventDetail(DetailView):
    told = ("dates", "organisers", "others")

    @cached_property
    def dates(self) -> list[Occurrence]:
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

    @cached_property
    def organisers(self) -> list[AssociationPage]:
        return self.page.public_organisers

    @cached_property
    def others(self) -> OccurrenceQuerySet:
        """What else the same associations organise soon."""
        others = Occurrence.objects.published().upcoming().filter(event__organisers__in=self.organisers)
        return others.exclude(event_id=self.page.pk).distinct().for_cards().soonest()[:OTHERS_SHOWN]


def group_by_day(dates: Iterable[Any], *, first: date | None = None) -> list[tuple[date, list[Any]]]:
    """Dates in order of start, grouped by local first day; not before `first`."""
    days = groupby(dates, key=lambda each: max(each.first_day, first or each.first_day))
    return [(day, list(rows)) for day, rows in days]
