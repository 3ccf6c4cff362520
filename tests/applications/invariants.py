"""What is true of every shift, whatever happened."""

from volunteering.applications.models import Application
from volunteering.applications.states import HOLDING, State
from volunteering.missions.models import Capacity


def places_are_right() -> bool:
    """The places counted are those of the people who hold them, the people who wait are those on the list."""
    for capacity in Capacity.objects.all():
        rows = Application.objects.filter(capacity=capacity)
        held, waiting = rows.filter(state__in=HOLDING).people(), rows.filter(state=State.WAITING).people()
        if (capacity.taken, capacity.waiting) != (held, waiting):
            return False
        if capacity.places is not None and held > capacity.places:
            return False
    return True
