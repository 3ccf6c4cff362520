"""Finding what the site publishes: a few cards of each kind, never a draft, never a write."""

from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from home.models import NewsPage
from volunteering.agenda.models import EventPage, Occurrence
from volunteering.directory.models import AssociationPage
from volunteering.missions.models import MissionPage

SHOWN = 6
# Matches read before cutting to what is shown: an event among them may have no date to come.
HITS_READ = 60


def search(words: str) -> dict[str, Any]:
    """Up to six cards of each kind for the words: associations, missions (not over), occurrences (to come), news.

    The order is explicit: ranking every hit by relevance is quadratic on SQLite.
    """
    associations = _found(AssociationPage.objects.published(), words, order="sort_title")
    missions = _found(MissionPage.objects.published().not_past(), words, order="sort_at")
    events = _found(EventPage.objects.published(), words, order="-first_published_at")
    news = _found(NewsPage.objects.published(), words, order="-date")
    return {
        "associations": associations.for_cards()[:SHOWN],
        "missions": missions.for_cards()[:SHOWN],
        "occurrences": _next_dates(events),
        "news": news.for_cards()[:SHOWN],
    }


def _found(pages: QuerySet, words: str, *, order: str) -> QuerySet:
    """The pages that hold the words. A queryset again, so that cards get what they show in few queries."""
    hits = pages.order_by(order).search(words, order_by_relevance=False)[:HITS_READ]
    return pages.model.objects.filter(pk__in=[page.pk for page in hits]).order_by(order)


def _next_dates(events: QuerySet) -> list[Occurrence]:
    """The next date of each event that has one, soonest first."""
    coming = Occurrence.objects.filter(event__in=[event.pk for event in events]).upcoming(timezone.now())
    first: dict[int, Occurrence] = {}
    for row in coming.for_cards().soonest()[: HITS_READ * 2]:
        first.setdefault(row.event_id, row)
    return list(first.values())[:SHOWN]
