"""How the search finds events: those with a date to come, shown at their next one."""

from datetime import datetime

from django.db.models import Exists, OuterRef, QuerySet, Subquery
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from volunteering.agenda.models import EventPage, Occurrence
from volunteering.agenda.models.occurrence import OccurrenceQuerySet
from volunteering.directory.search import readable_associations
from volunteering.search.registry import SearchKind, Texts, named, place_of, register


def _coming(now: datetime) -> OccurrenceQuerySet:
    """The dates of the event of the row around, soonest first."""
    return Occurrence.objects.upcoming(now).filter(event=OuterRef("pk")).soonest()


def events_found() -> QuerySet:
    """An event without a date to come is left out, as it is from the agenda."""
    coming = _coming(timezone.now())
    events = EventPage.objects.filter(Exists(coming))
    return events.annotate(next_start=Subquery(coming.values("start")[:1]))


def event_cards(pks: list[int]) -> QuerySet:
    """The next date of each."""
    coming = _coming(timezone.now()).values("pk")[:1]
    first_dates = EventPage.objects.filter(pk__in=pks).annotate(next_date=Subquery(coming)).values("next_date")
    return Occurrence.objects.filter(pk__in=first_dates).for_cards()


def event_texts(event: EventPage) -> Texts:
    organisers = " ".join(f"{each.title} {each.acronym}" for each in event.organisers.all())
    about = f"{event.summary} {named(event.themes)} {organisers}"
    return Texts(
        title=event.title,
        keywords=f"{about} {place_of(event)} {event.get_audience_display()}",
        body=event.plain("body"),
    )


register(
    SearchKind(
        name="events",
        label=_("Events to come"),
        rank=10,
        model=EventPage,
        found=events_found,
        order=["next_start"],
        for_index=lambda pages: pages.select_related("neighbourhood").prefetch_related(
            "themes", readable_associations("organisers")
        ),
        texts=event_texts,
        naming=lambda page: EventPage.objects.filter(organisers=page.pk),
        cards=event_cards,
        template="volunteering/search/_events.html",
    )
)
