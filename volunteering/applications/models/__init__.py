"""Sign-ups that wait for a proven address, applications, and the address of one's calendar."""

from volunteering.applications.models.application import ASSOCIATION, VOLUNTEER, Application
from volunteering.applications.models.calendar_address import CalendarAddress
from volunteering.applications.models.sign_up import UNCONFIRMED_FOR, SignUp

__all__ = ["ASSOCIATION", "UNCONFIRMED_FOR", "VOLUNTEER", "Application", "CalendarAddress", "SignUp"]
