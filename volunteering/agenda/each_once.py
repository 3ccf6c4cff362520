"""The agenda by newness or distance: each event once, at its next date. All its dates would fill pages."""

from django.db.models import OuterRef, QuerySet, Subquery

from volunteering.agenda.filters import EventFilters
from volunteering.agenda.models import EventPage, Occurrence
from volunteering.agenda.models.occurrence import OccurrenceQuerySet
from volunteering.core.geo import within
from volunteering.core.pagination import capped_count


class EachEventOnce:
    """Dates of different events among `rows`, in the order that `form` asks for: sliced as a queryset would be."""

    def __init__(self, form: EventFilters, rows: OccurrenceQuerySet) -> None:
        self.form = form
        self.rows = rows

    def __getitem__(self, piece: slice) -> list[Occurrence]:
        dates = list(self.events().values_list("next_date", flat=True)[piece])
        found = Occurrence.objects.card_rows().in_bulk(dates)
        return [found[pk] for pk in dates if pk in found]

    def events(self) -> QuerySet[EventPage]:
        coming = self.form.narrow(self.rows).filter(event=OuterRef("pk")).soonest().values("pk")[:1]
        events = EventPage.objects.annotate(next_date=Subquery(coming)).filter(next_date__isnull=False)
        if self.form.answers["sort"] == "nearest":
            return within(events, self.form.spot.point, self.form.radius)
        return events.order_by("-published_at", "-pk")

    def total(self) -> int:
        """How many events; it may stop past the cap."""
        return capped_count(self.form.narrow(self.rows).values("event").distinct())
