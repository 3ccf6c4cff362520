"""Sign-ups that wait for a proven address, and applications."""

from volunteering.applications.models.application import ASSOCIATION, VOLUNTEER, Application
from volunteering.applications.models.sign_up import UNCONFIRMED_FOR, SignUp

__all__ = ["ASSOCIATION", "UNCONFIRMED_FOR", "VOLUNTEER", "Application", "SignUp"]
