"""The public face of events: the agenda as a list, a month or a sheet of paper; one event."""

from datetime import date, timedelta
from itertools import groupby
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.functional import cached_property

from volunteering.agenda.filters import EventFilters
from volunteering.agenda.materialise import planned_slots
from volunteering.agenda.models import EventIndexPage, Occurrence
from volunteering.agenda.models.occurrence import OccurrenceQuerySet
from volunteering.agenda.months import Day, Month, day_of, lay_out
from volunteering.core.days import start_of
from volunteering.core.filtering import Finder
from volunteering.core.views import FilteredListView, PageView
from volunteering.directory.models import AssociationPage

ONGOING_SHOWN = 6
# The strip of days one slides through: four weeks.
STRIP_DAYS = 28
DATES_SHOWN = 10
# A month of a large city; beyond, the list serves better than a table.
MONTH_LIMIT = 1500
# What one side of A4 holds in small print.
WEEK_LIMIT = 90
OTHERS_SHOWN = 3


class Agenda(PageView):
    """Three ways to read the same dates: `?month=2027-06` a month, `?week=2027-06-14` seven days on one sheet of paper,
    otherwise the list, which `?since=2027-06-14` starts on that day. The filters hold in each of them.
    """

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        month, week = Month.parse(request.GET.get("month", "")), day_of(request.GET.get("week", ""))
        if month:
            return AgendaMonth.as_view(page=self.page, month=month)(request)
        if week:
            return AgendaWeek.as_view(page=self.page, first_day=week)(request)
        return AgendaList.as_view(page=self.page)(request)


class WithOccurrences:
    """What the three share."""

    page: EventIndexPage

    @cached_property
    def filters(self) -> EventFilters:
        return EventFilters(self.request.GET)

    @cached_property
    def occurrences(self) -> OccurrenceQuerySet:
        return Occurrence.objects.filter(event__path__startswith=self.page.path).published()


class AgendaList(WithOccurrences, FilteredListView):
    fragment_template, found_template = "volunteering/agenda/_list.html", "volunteering/agenda/_found.html"
    card_template, card_name = "volunteering/components/event_row.html", "occurrence"

    @property
    def whole(self) -> OccurrenceQuerySet:
        return self.occurrences

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
            "days": group_by_day(context["results"]) if self.filters.is_by_day else [],
            "ongoing": ongoing,
            "today": today,
            "this_month": Month.of(today),
            "chosen_day": self.chosen_day,
            "strip": [today + timedelta(days=number) for number in range(STRIP_DAYS)],
        }

    def get_ongoing(self) -> OccurrenceQuerySet:
        """What lasts several days (exhibitions): told once, below the days, with a link above them."""
        return self.filters.lasting(self.occurrences).card_rows().soonest()[:ONGOING_SHOWN]


class AgendaMonth(WithOccurrences, PageView):
    template = "volunteering/agenda/month.html"
    month: Month = None

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        this_month = Month.of(timezone.localdate())
        return super().get_context_data(
            month=self.month,
            weeks=self.get_weeks(),
            this_month=this_month,
            finder=Finder(self.filters, self.occurrences),
            **kwargs,
        )

    def get_weeks(self) -> list[list[Day]]:
        since, until = self.month.span
        whole = (self.occurrences.long(since, until), self.occurrences.short(since, until))
        rows = [row for part in whole for row in self.filters.answered(part).for_calendar().soonest()[:MONTH_LIMIT]]
        return lay_out(self.month, rows, today=timezone.localdate())


class AgendaWeek(WithOccurrences, PageView):
    """A sheet to print and put up: who cannot or will not look at a screen reads the same agenda."""

    template = "volunteering/agenda/week.html"
    first_day: date = None

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        since, until = start_of(self.first_day), start_of(self.first_day + timedelta(days=7))
        rows = self.filters.answered(self.occurrences.short(since, until).filter(start__gte=since))
        rows = rows.card_rows().soonest()[:WEEK_LIMIT]
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


def group_by_day(occurrences: Any) -> list[tuple[date, list[Occurrence]]]:
    """Occurrences in order of start, grouped by local first day."""
    return [(day, list(rows)) for day, rows in groupby(occurrences, key=lambda each: each.first_day)]
