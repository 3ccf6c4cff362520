"""The public face of associations."""

from collections.abc import Sequence
from typing import Any

from django.db.models import Model
from django.utils.functional import cached_property

from volunteering.core.views import DetailView, FilteredListView
from volunteering.directory.filters import AssociationFilters
from volunteering.directory.models import AssociationPage, AssociationQuerySet

SHOWN = 6
# A weekly class must not fill the page: so many dates are read to find different events.
READ_AHEAD = 8


class Directory(FilteredListView):
    fragment_template, found_template = "volunteering/directory/_list.html", "volunteering/directory/_found.html"
    filters_class = AssociationFilters
    card_template, card_name = "volunteering/components/association_card.html", "association"

    @cached_property
    def whole(self) -> AssociationQuerySet:
        return AssociationPage.objects.child_of(self.page).published()


class AssociationDetail(DetailView):
    """A preview before the first save has no relations to follow yet."""

    told = ("missions", "occurrences", "opening_hours")

    @cached_property
    def missions(self) -> Sequence[Model]:
        return self.page.missions.published().recruiting().for_cards().soonest()[:SHOWN] if self.page.pk else []

    @cached_property
    def opening_hours(self) -> list[dict[str, Any]]:
        return _by_day(self.page.opening_hours.all())

    @cached_property
    def occurrences(self) -> list[Model]:
        """The next date of each event, through the relations: the agenda is a floor above."""
        if self.page.pk is None:
            return []
        occurrences = self.page.events.model.occurrences.rel.related_model.objects
        coming = occurrences.filter(event__organisers=self.page).published().upcoming()
        return coming.for_cards().each_event_once(among=SHOWN * READ_AHEAD)[:SHOWN]


def _by_day(hours) -> list[dict[str, Any]]:
    """Opening hours grouped by day, Monday first: [{"day": "Monday", "stretches": [OpeningHours, …]}]."""
    days: dict[int, dict[str, Any]] = {}
    for stretch in sorted(hours, key=lambda each: (each.weekday, each.opens)):
        days.setdefault(stretch.weekday, {"day": stretch.get_weekday_display(), "stretches": []})
        days[stretch.weekday]["stretches"].append(stretch)
    return list(days.values())
