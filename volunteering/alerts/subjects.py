"""What one can be told of: per kind its list, what is new in it, and how one item reads in a mail.

The one place where saved searches touch the lists.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from dateutil.relativedelta import relativedelta
from django.db.models import Min, Q, QuerySet
from django.http import QueryDict
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, Site

from volunteering.agenda.models import EventIndexPage, EventPage, EventStatus, Occurrence
from volunteering.agenda.models.occurrence import OccurrenceStatus
from volunteering.alerts.filters import AssociationSearch, EventSearch, MissionSearch, SearchFilters
from volunteering.alerts.models import Kind
from volunteering.conf import conf
from volunteering.core.moments import period_in_words, span_in_words
from volunteering.directory.models import AssociationIndexPage, AssociationPage
from volunteering.missions.models import MissionIndexPage, MissionPage


@dataclass(frozen=True)
class Item:
    """A line of a mail: what, where it leads (a path of the site), when or why."""

    title: str
    url: str
    fact: str


@dataclass(frozen=True, kw_only=True)
class Window:
    """What was published since the last mail is new: after `since`, up to `until` (UTC)."""

    since: datetime
    until: datetime

    def holds(self, field: str) -> Q:
        return Q(**{f"{field}__gt": self.since, f"{field}__lte": self.until})


@dataclass(frozen=True, kw_only=True)
class Subject:
    index_model: type[Page]
    everything: Promise
    some: Promise
    # (filters, index page, window) → primary keys of the new pages, the most pressing first, each once.
    news: Callable[[Any, Page, Window], QuerySet]
    # Primary keys → the items that are still public, in the same order.
    items: Callable[[Iterable[int]], list[Item]]
    filters: type[SearchFilters]

    def index(self, site: Site) -> Page | None:
        return self.index_model.objects.in_site(site).live().public().first()


def new_events(filters: Any, index: Page, window: Window) -> QuerySet:
    """First published, or given another date, and still to come.

    The nightly refill adds dates at the far end of the horizon: those are no news, an editor's new date is. What
    lies in the last third was added by the refill, even one that did not run for months.
    """
    horizon = window.until + relativedelta(months=conf.OCCURRENCE_MONTHS * 2 // 3)
    is_new = window.holds("event__published_at") | (window.holds("created_at") & Q(start__lt=horizon))
    dates = Occurrence.objects.published().upcoming().filter(is_new, event__path__startswith=index.path)
    dates = dates.exclude(status=OccurrenceStatus.CANCELLED).exclude(event__status=EventStatus.CANCELLED)
    found = filters.narrow(dates).order_by().values("event_id")
    return found.annotate(next=Min("start")).order_by("next", "event_id").values_list("event_id", flat=True)


def new_missions(filters: Any, index: Page, window: Window) -> QuerySet:
    missions = MissionPage.objects.published().recruiting().child_of(index).filter(window.holds("published_at"))
    return filters.narrow(missions).soonest().values_list("pk", flat=True)


def new_associations(filters: Any, index: Page, window: Window) -> QuerySet:
    pages = AssociationPage.objects.published().child_of(index).filter(window.holds("published_at"))
    return filters.narrow(pages).alphabetical().values_list("pk", flat=True)


def event_items(keys: Iterable[int]) -> list[Item]:
    coming = Occurrence.objects.published().upcoming().exclude(status=OccurrenceStatus.CANCELLED).soonest()
    first: dict[int, Occurrence] = {}
    for date in coming.filter(event__in=list(keys)).for_calendar():
        first.setdefault(date.event_id, date)
    pages = _in_order(EventPage.objects.published().exclude(status=EventStatus.CANCELLED), first)
    return [Item(page.title, page.get_url(), _when(first[page.pk])) for page in pages]


def mission_items(keys: Iterable[int]) -> list[Item]:
    pages = _in_order(MissionPage.objects.published().recruiting().prefetch_related("capacities"), keys)
    return [Item(page.title, page.get_url(), _when_of_mission(page)) for page in pages]


def association_items(keys: Iterable[int]) -> list[Item]:
    return [
        Item(page.title, page.get_url(), page.summary) for page in _in_order(AssociationPage.objects.published(), keys)
    ]


def _in_order(pages: QuerySet, keys: Iterable[int]) -> list[Page]:
    found = pages.in_bulk(list(keys))
    return [found[key] for key in keys if key in found]


def _when(date: Any, *, all_day: bool | None = None) -> str:
    start, end = timezone.localtime(date.start), timezone.localtime(date.end)
    is_all_day = date.all_day if all_day is None else all_day
    return span_in_words(start, end, all_day=is_all_day, today=timezone.localdate())


def _when_of_mission(mission: MissionPage) -> str:
    rows = [row for row in mission.open_capacities(timezone.now()) if row.start]
    if rows:
        return _when(rows[0], all_day=False)
    period = period_in_words(mission.period_start, mission.period_end, today=timezone.localdate())
    return period or str(mission.get_commitment_display())


SUBJECTS: dict[str, Subject] = {
    Kind.EVENTS: Subject(
        index_model=EventIndexPage,
        everything=_("All events"),
        some=_("Events: %(filters)s"),
        news=new_events,
        items=event_items,
        filters=EventSearch,
    ),
    Kind.MISSIONS: Subject(
        index_model=MissionIndexPage,
        everything=_("All missions"),
        some=_("Missions: %(filters)s"),
        news=new_missions,
        items=mission_items,
        filters=MissionSearch,
    ),
    Kind.ASSOCIATIONS: Subject(
        index_model=AssociationIndexPage,
        everything=_("All associations"),
        some=_("Associations: %(filters)s"),
        news=new_associations,
        items=association_items,
        filters=AssociationSearch,
    ),
}


def label_of(kind: str, query: QueryDict) -> str:
    """The search in words: "Events: Culture · Centre"."""
    subject = SUBJECTS[kind]
    words = subject.filters(query).in_words()
    return str(subject.some) % {"filters": words} if words else str(subject.everything)
