"""The public face of missions."""

from typing import Any

from django.db.models import prefetch_related_objects
from django.utils import timezone
from django.utils.functional import cached_property

from volunteering.core.taxonomy import Theme
from volunteering.core.views import FilteredListView, PageView
from volunteering.missions.filters import MissionFilters
from volunteering.missions.models import Capacity, MissionPage, Shift
from volunteering.missions.queries import MissionQuerySet

SIMILAR = 3


class MissionList(FilteredListView):
    fragment_template, found_template = "volunteering/missions/_list.html", "volunteering/missions/_found.html"
    filters_class = MissionFilters
    card_template, card_name = "volunteering/components/mission_card.html", "mission"

    @cached_property
    def whole(self) -> MissionQuerySet:
        return MissionPage.objects.child_of(self.page).published().not_past()


class MissionDetail(PageView):
    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        mission = self.page
        if mission.pk:
            # Read once for the state, the places left, each shift and what search engines are told.
            prefetch_related_objects([mission], "capacities")
            mission.shifts.get_object_list()
        themes = list(mission.themes.all())
        return super().get_context_data(
            state=mission.state,
            shifts=self.get_shifts(),
            themes=themes,
            organiser=mission.public_organiser,
            similar=self.get_similar(themes),
            **kwargs,
        )

    def get_shifts(self) -> list[dict[str, Any]]:
        """Shifts that have not ended, soonest first, each with its places left (None: no limit), cancelled or not."""
        now = timezone.now()
        rows = {row.shift_uid: row for row in self.page.capacities.all()} if self.page.pk else {}
        shifts = sorted((shift for shift in self.page.shifts.all() if shift.end > now), key=lambda each: each.start)
        return [_with_places(shift, rows.get(shift.uid)) for shift in shifts]

    def get_similar(self, themes: list[Theme]) -> MissionQuerySet:
        similar = MissionPage.objects.published().recruiting().of_themes(themes).exclude(pk=self.page.pk)
        return similar.for_cards().soonest()[:SIMILAR]


def _with_places(shift: Shift, row: Capacity | None) -> dict[str, Any]:
    """In a preview no row may stand for the shift yet."""
    left, is_cancelled = (shift.places, False) if row is None else (row.left, row.cancelled_at is not None)
    return {"shift": shift, "left": left, "is_cancelled": is_cancelled}
