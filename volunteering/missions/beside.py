"""How the agenda shows shifts among the dates of events: those of missions that everyone may read."""

from django.db.models import Exists, OuterRef
from django.http import QueryDict
from wagtail.models import Site

from volunteering.core.beside import Beside, register
from volunteering.core.filtering import single
from volunteering.core.restrictions import everyone_may_read
from volunteering.missions.filters import MissionFilters
from volunteering.missions.models import Capacity, MissionPage
from volunteering.missions.models.shift import CapacityQuerySet


def shifts_found(query: QueryDict, site: Site | None) -> CapacityQuerySet:
    """Each shift is asked about its mission: so shifts are read in their order, and no further than needed."""
    form = MissionFilters(query)
    missions = MissionPage.objects.in_site(site) if site else MissionPage.objects.all()
    wanted = form.narrow(missions).filter(everyone_may_read(), pk=OuterRef("mission_id"))
    return Capacity.objects.filter(Exists(wanted), cancelled_at=None, end__gt=form.now)


register(
    Beside(
        name="missions",
        questions=frozenset(MissionFilters.base_fields),
        model=Capacity,
        found=shifts_found,
        facets={"theme": single("mission__themes__slug"), "neighbourhood": single("mission__neighbourhood__slug")},
        row_template="volunteering/missions/shift_row.html",
        row_needs=CapacityQuerySet.card_needs,
        cell_template="volunteering/missions/_shift_cell.html",
    )
)
