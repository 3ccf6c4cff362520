"""One's missions in one's calendar: an address for its program, made and stopped by whoever it is about."""

from volunteering.applications.models import CalendarAddress
from volunteering.volunteers.models import Volunteer


def open_calendar(*, volunteer: Volunteer) -> CalendarAddress:
    """The one they have, else a new one."""
    address, _is_new = CalendarAddress.objects.get_or_create(volunteer=volunteer)
    return address


def close_calendar(*, volunteer: Volunteer) -> bool:
    """Whoever had the address reads nothing any more. Whether there was one."""
    return bool(CalendarAddress.objects.filter(volunteer=volunteer).delete()[0])
