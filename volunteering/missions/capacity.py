"""What is left: the capacity rows of a mission follow its published shifts and never lose a sign-up; places are taken
and given back by the database alone.
"""

from collections import Counter
from collections.abc import Iterable

from django.db import transaction
from django.db.models import F, ProtectedError, Q
from django.utils import timezone

from volunteering.core.freshness import touch
from volunteering.directory.models import AssociationPage
from volunteering.missions.models.mission import MissionPage
from volunteering.missions.models.shift import MISSION_ITSELF, Capacity
from volunteering.signals import mission_changed


class NoPlaceLeft(Exception):
    """Others were quicker, or the shift was cancelled."""


def take_places(*, capacity: Capacity, number: int = 1) -> None:
    """All of them or none. Raises `NoPlaceLeft`.

    One statement looks and writes: of many at the same moment, no more go in than there are places.
    """
    enough = Q(places=None) | Q(taken__lte=F("places") - number)
    # Part of a larger transaction nearly always: a savepoint of its own would be two statements more.
    with transaction.atomic(savepoint=False):
        rows = Capacity.objects.filter(enough, pk=capacity.pk, cancelled_at=None)
        if is_taken := rows.update(taken=F("taken") + number):
            capacity.refresh_from_db(fields=["taken", "places"])
            _follow_places(capacity, turned=capacity.left == 0)
    if not is_taken:
        raise NoPlaceLeft


@transaction.atomic
def give_back_places(*, capacity: Capacity, number: int = 1) -> None:
    """Raises ValueError when fewer are held: whoever calls has counted wrongly."""
    if not Capacity.objects.filter(pk=capacity.pk, taken__gte=number).update(taken=F("taken") - number):
        raise ValueError(f"Nobody holds {number} places of {capacity.pk}.")
    capacity.refresh_from_db(fields=["taken", "places"])
    _follow_places(capacity, turned=capacity.left == number)


def join_queue(*, capacity: Capacity, number: int) -> None:
    """So many more people wait; fewer when `number` is negative."""
    Capacity.objects.filter(pk=capacity.pk).update(waiting=F("waiting") + number)


def _follow_places(capacity: Capacity, *, turned: bool) -> None:
    """`turned`: the last place was taken, or the first one is free again; others count what is full."""
    if turned:
        mission_changed.send(sender=MissionPage, mission=capacity.mission)
    else:
        touch()


@transaction.atomic
def sync_capacities(mission: MissionPage) -> None:
    """Make one capacity row per published shift, or one for the mission itself when it has none.

    `taken` is left alone. A row whose shift is gone is deleted only when nobody holds a place in it or waits for one,
    and kept as cancelled while it is somebody's past; places are never lowered below what is taken.
    """
    existing = {row.shift_uid: row for row in mission.capacities.select_for_update()}
    wanted = {shift.uid: (shift.start, shift.end, shift.places) for shift in mission.shifts.all()}
    if not wanted:
        wanted = {MISSION_ITSELF: (None, None, mission.places)}
    for uid, (start, end, places) in wanted.items():
        row = existing.pop(uid, None) or Capacity(mission=mission, shift_uid=uid)
        row.start, row.end = start, end
        if row.cancelled_at and not row.cancel_reason:
            # Not cancelled: it was taken out of the page, and is back.
            row.cancelled_at = None
        row.places = None if places is None else max(places, row.taken)
        if row.pk:
            row.save(update_fields=["start", "end", "places", "cancelled_at"])
        else:
            row.save()
    for row in existing.values():
        if not row.people:
            _drop(row)
    mission_changed.send(sender=MissionPage, mission=mission)


def _drop(row: Capacity) -> None:
    try:
        with transaction.atomic():
            row.delete()
    except ProtectedError:
        Capacity.objects.filter(pk=row.pk, cancelled_at=None).update(cancelled_at=timezone.now())


def refresh_schedules() -> int:
    """Bring up to date what the passing of time changes: missions' place in lists, associations' open missions.

    Returns how many missions moved. `refresh_missions` runs it every hour.
    """
    now = timezone.now()
    moved = 0
    for mission in MissionPage.objects.filter(sort_at__lte=now).prefetch_related("shifts").iterator(chunk_size=500):
        before = mission.sort_at
        mission.sync_schedule(now)
        if mission.sort_at != before:
            MissionPage.objects.filter(pk=mission.pk).update(sort_at=mission.sort_at)
            moved += 1
    count_open_missions()
    if moved:
        touch()
    return moved


def count_open_missions(*, associations: Iterable[int] | None = None) -> None:
    """Write how many of their missions take volunteers now on associations (by default on all of them)."""
    recruiting = MissionPage.objects.published().recruiting().filter(organiser__isnull=False)
    pages = AssociationPage.objects.all()
    if associations is not None:
        recruiting, pages = recruiting.filter(organiser__in=associations), pages.filter(pk__in=associations)
    counts = Counter(recruiting.order_by().values_list("organiser", flat=True))
    for association, before in pages.values_list("pk", "open_missions"):
        if counts[association] != before:
            AssociationPage.objects.filter(pk=association).update(open_missions=counts[association])
