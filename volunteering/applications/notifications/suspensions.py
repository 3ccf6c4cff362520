"""What people who signed up are told when the city suspends the association, and when it is back."""

from django.utils.translation import gettext_lazy as _

from volunteering.applications.models import Application
from volunteering.applications.notifications.to_volunteer import ToVolunteer
from volunteering.applications.states import ACTIVE
from volunteering.core.outbox.letters import NothingToSay
from volunteering.core.outbox.models import OutgoingMail


class MissionHeld(ToVolunteer):
    """Says nothing once the suspension was lifted."""

    label = _("Sign-up: the mission is on hold")
    states = ACTIVE
    subject = _("On hold: %(title)s – %(city_name)s")
    opening = _("The city has put this mission on hold. Please do not go there before you hear from us again.")
    closing = _("Your sign-up stays as it is, and we write to you as soon as it goes on.")

    def application(self, mail: OutgoingMail) -> Application:
        found = super().application(mail)
        if not found.mission.is_suspended:
            raise NothingToSay
        return found


class MissionGoesOn(ToVolunteer):
    label = _("Sign-up: the mission goes on")
    states = ACTIVE
    subject = _("It goes on: %(title)s – %(city_name)s")
    opening = _("Good news: this mission is back, and your sign-up stands as before.")
    closing = _("Something comes up? Tell us with one click: somebody else surely takes the place.")

    def application(self, mail: OutgoingMail) -> Application:
        found = super().application(mail)
        if found.mission.is_suspended:
            raise NothingToSay
        return found
