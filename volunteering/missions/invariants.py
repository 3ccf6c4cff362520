"""What missions promise of their places."""

from collections.abc import Collection

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from volunteering.core.invariants import Invariant, register
from volunteering.missions.capacity import sync_capacities
from volunteering.missions.models import MISSION_ITSELF, Capacity, MissionPage, Shift


def oversold() -> QuerySet:
    return Capacity.objects.filter(taken__gt=F("places")).order_by("pk").values_list("pk", flat=True)


def missions_out_of_step() -> QuerySet:
    """Published, and a shift of theirs has no row for its places, or one that says something else. Places that an
    editor lowered below what was taken stay what was taken.
    """
    as_published = Q(places=OuterRef("places")) | Q(places__gt=OuterRef("places"), places=F("taken"))
    unlimited = Q(places=None) & Exists(Shift.objects.filter(pk=OuterRef(OuterRef("pk")), places=None))
    rows = Capacity.objects.filter(
        as_published | unlimited,
        mission=OuterRef("mission"),
        shift_uid=OuterRef("uid"),
        start=OuterRef("start"),
        end=OuterRef("end"),
    )
    shifts = Shift.objects.filter(mission=OuterRef("pk"))
    whole = Capacity.objects.filter(mission=OuterRef("pk"), shift_uid=MISSION_ITSELF)
    wrong = Exists(shifts.filter(~Exists(rows))) | (~Exists(shifts) & ~Exists(whole))
    return MissionPage.objects.live().filter(wrong).order_by("pk").values_list("pk", flat=True)


def follow(missions: Collection[int]) -> None:
    for mission in MissionPage.objects.filter(pk__in=missions):
        sync_capacities(mission)


register(
    Invariant(
        name="never_oversold",
        promise=_("No shift has more people than places."),
        broken=oversold,
    ),
    Invariant(
        name="places_as_published",
        promise=_("Each shift of a published mission has its places, at its hours."),
        broken=missions_out_of_step,
        repair=follow,
    ),
)
