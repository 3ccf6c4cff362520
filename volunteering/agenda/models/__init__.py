"""Events: the page, the rules of its dates, and the dates themselves."""

from volunteering.agenda.models.date import EventDate
from volunteering.agenda.models.event import Attendance, Audience, EventMixin, EventPage, EventStatus
from volunteering.agenda.models.index import EventIndexPage
from volunteering.agenda.models.occurrence import Occurrence

__all__ = [
    "Attendance",
    "Audience",
    "EventDate",
    "EventIndexPage",
    "EventMixin",
    "EventPage",
    "EventStatus",
    "Occurrence",
]
