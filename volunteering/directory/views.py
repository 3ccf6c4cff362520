"""The public face of associations."""

from typing import Any

from volunteering.core.views import PageListView, PageView
from volunteering.directory.models import AssociationPage, AssociationQuerySet

SHOWN = 6


class Directory(PageListView):
    fragment_template = "volunteering/directory/_list.html"

    def get_queryset(self) -> AssociationQuerySet:
        return AssociationPage.objects.child_of(self.page).published().for_cards().alphabetical()


class AssociationDetail(PageView):
    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        association = self.page
        missions, events = association.missions, association.events
        occurrences = events.model.occurrences.rel.related_model.objects
        return super().get_context_data(
            missions=missions.published().recruiting().for_cards().soonest()[:SHOWN],
            occurrences=occurrences.filter(event__organisers=association)
            .published()
            .upcoming()
            .for_cards()
            .soonest()[:SHOWN],
            opening_hours=_by_day(association.opening_hours.all()),
            **kwargs,
        )


def _by_day(hours) -> list[dict[str, Any]]:
    """Opening hours grouped by day, Monday first: [{"day": "Monday", "stretches": [OpeningHours, …]}]."""
    days: dict[int, dict[str, Any]] = {}
    for stretch in sorted(hours, key=lambda each: (each.weekday, each.opens)):
        days.setdefault(stretch.weekday, {"day": stretch.get_weekday_display(), "stretches": []})
        days[stretch.weekday]["stretches"].append(stretch)
    return list(days.values())
