"""The public face of missions."""

from typing import Any

from django.db.models import prefetch_related_objects
from django.utils import timezone
from django.utils.functional import cached_property
from wagtail.models import Page

from volunteering.core.taxonomy import Theme
from volunteering.core.views import DetailView, FilteredListView
from volunteering.missions.filters import MissionFilters
from volunteering.missions.models import Capacity, MissionPage, Shift
from volunteering.missions.queries import MissionQuerySet
from volunteering.missions.states import State

SIMILAR = 3


class MissionList(FilteredListView):
    fragment_template, found_template = "volunteering/missions/_list.html", "volunteering/missions/_found.html"
    filters_class = MissionFilters
    card_template, card_name = "volunteering/components/mission_card.html", "mission"

    @cached_property
    def whole(self) -> MissionQuerySet:
        return MissionPage.objects.child_of(self.page).published().not_past()


class MissionDetail(DetailView):
    told = ("state", "shifts", "themes", "organiser", "similar")

    def prepare(self) -> None:
        """For the state, the places left, each shift and what search engines are told."""
        if self.page.pk:
            prefetch_related_objects([self.page], "capacities")
            self.page.shifts.get_object_list()

    @cached_property
    def state(self) -> State:
        return self.page.state

    @cached_property
    def shifts(self) -> list[dict[str, Any]]:
        """Shifts that have not ended, soonest first, each with its places left (None: no limit), cancelled or not."""
        now = timezone.now()
        rows = {row.shift_uid: row for row in self.page.capacities.all()} if self.page.pk else {}
        shifts = sorted((shift for shift in self.page.shifts.all() if shift.end > now), key=lambda each: each.start)
        return [_with_places(shift, rows.get(shift.uid)) for shift in shifts]

    @cached_property
    def themes(self) -> list[Theme]:
        return list(self.page.themes.all())

    @cached_property
    def organiser(self) -> Page | None:
        return self.page.public_organiser

    @cached_property
    def similar(self) -> MissionQuerySet:
        similar = MissionPage.objects.published().recruiting().of_themes(self.themes).exclude(pk=self.page.pk)
        return similar.for_cards().soonest()[:SIMILAR]


def _with_places(shift: Shift, row: Capacity | None) -> dict[str, Any]:
    """In a preview no row may stand for the shift yet."""
    left, is_cancelled = (shift.places, False) if row is None else (row.left, row.cancelled_at is not None)
    return {"shift": shift, "left": left, "is_cancelled": is_cancelled}
