"""What still stands between somebody and the list of those who need a hand."""

from enum import StrEnum
from typing import Any

from django.utils import timezone

from volunteering.core.charter import charter_version, has_to_accept
from volunteering.core.city import CitySettings
from volunteering.volunteers.accounts import is_proven, volunteer_of
from volunteering.volunteers.models import Volunteer
from volunteering.volunteers.models.volunteer import OF_AGE


class Gate(StrEnum):
    """In the order in which they are passed. `NO_CHARTER`: the city has not written one, and nobody passes."""

    SIGN_IN = "sign_in"
    PROVE = "prove"
    PROFILE = "profile"
    MINOR = "minor"
    NO_CHARTER = "no_charter"
    CHARTER = "charter"


def gate_of(user: Any, city: CitySettings) -> Gate | None:
    """The first that is closed; None when all are open."""
    if not user.is_authenticated:
        return Gate.SIGN_IN
    if not is_proven(user):
        return Gate.PROVE
    volunteer = volunteer_of(user)
    if volunteer is None:
        return Gate.PROFILE
    if is_minor(volunteer):
        return Gate.MINOR
    if not charter_version(city):
        return Gate.NO_CHARTER
    return Gate.CHARTER if has_to_accept(city, volunteer.charter_version) else None


def is_minor(volunteer: Volunteer) -> bool:
    """For all we know: whoever turns 18 in this year is asked."""
    return volunteer.birth_year is not None and volunteer.birth_year > timezone.localdate().year - OF_AGE


def asks_age(volunteer: Volunteer) -> bool:
    return volunteer.birth_year is None or volunteer.birth_year >= timezone.localdate().year - OF_AGE
