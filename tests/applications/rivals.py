"""What several people do at the same moment (tests/rig/race.py)."""

from volunteering.applications.actions import sign_up, withdraw
from volunteering.applications.models import Application
from volunteering.applications.states import HOLDING, NotPossible
from volunteering.missions.models import Capacity
from volunteering.volunteers.actions import recognise
from volunteering.volunteers.models import Volunteer


def join(capacity: int, volunteer: str = "") -> bool:
    """Whether they hold a place now: a newcomer, or always the same person."""
    row = Capacity.objects.select_related("mission").get(pk=capacity)
    person = Volunteer.objects.get(pk=volunteer) if volunteer else Volunteer.objects.create(first_name="A")
    [outcome] = sign_up(volunteer=person, capacities=[row])
    return outcome.application.state in HOLDING


def come_and_go(capacity: int) -> bool:
    """Sign up, and withdraw at once."""
    row = Capacity.objects.select_related("mission").get(pk=capacity)
    [outcome] = sign_up(volunteer=Volunteer.objects.create(first_name="A"), capacities=[row])
    withdraw(application=outcome.application)
    return True


def leave(application: str) -> bool:
    """Whether it was this one of all who pressed the button."""
    try:
        withdraw(application=Application.objects.get(pk=application))
    except NotPossible:
        return False
    return True


def prove(email: str) -> str:
    return str(recognise(email=email, first_name="Jeanne", last_name="Durand").pk)
