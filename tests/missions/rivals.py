"""What several people do at the same moment (tests/rig/race.py)."""

import time

from django.db import transaction
from django.db.models import F

from volunteering.missions.capacity import NoPlaceLeft, give_back_places, take_places
from volunteering.missions.models import Capacity


def take(capacity: int, number: int = 1) -> bool:
    """Whether there was room."""
    try:
        take_places(capacity=Capacity.objects.get(pk=capacity), number=number)
    except NoPlaceLeft:
        return False
    return True


def give_back(capacity: int) -> bool:
    give_back_places(capacity=Capacity.objects.get(pk=capacity))
    return True


def count_first(capacity: int, places: int) -> bool:
    """What `take` must not do: look, think, then write."""
    row = Capacity.objects.get(pk=capacity)
    if row.taken >= places:
        return False
    time.sleep(0.05)
    with transaction.atomic():
        Capacity.objects.filter(pk=capacity).update(taken=F("taken") + 1)
    return True
