"""The public face of associations."""

from typing import Any

from django.db.models import Model, QuerySet
from django.utils.functional import cached_property

from volunteering.core.views import FilteredListView, PageView
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


class AssociationDetail(PageView):
    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        # A preview before the first save has no relations to follow yet.
        is_saved = self.page.pk is not None
        return super().get_context_data(
            missions=self.get_missions() if is_saved else [],
            occurrences=self.get_occurrences() if is_saved else [],
            opening_hours=_by_day(self.page.opening_hours.all()),
            **kwargs,
        )

    def get_missions(self) -> QuerySet:
        return self.page.missions.published().recruiting().for_cards().soonest()[:SHOWN]

    def get_occurrences(self) -> list[Model]:
        """The next date of each event, through the relations: the agenda is a floor above."""
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
