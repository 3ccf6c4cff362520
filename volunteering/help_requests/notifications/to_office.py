"""What the city's office for volunteering is told: that something waits, and where; nothing of whom."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from volunteering.core.links import absolute
from volunteering.help_requests.models import HelpRequest
from volunteering.help_requests.notifications.about import AboutHelp
from volunteering.help_requests.states import State


class ToOffice(AboutHelp):
    button = _("Open the request")

    def url(self, request: HelpRequest) -> str:
        """In the admin: whoever opens it signs in first."""
        return absolute(reverse("volunteering_help_requests:inspect", args=[request.pk]), request.site)


class RequestWaits(ToOffice):
    label = _("To the office: a help request waits to be read")
    states = frozenset({State.WAITING})
    subject = _("A help request waits to be read: %(kind)s, %(area)s")
    opening = _("Somebody asks for a hand. Volunteers see it once you have said in neutral words what is needed.")
    closing = _("An answer within two working days keeps people’s courage up.")


class NobodyAnswers(ToOffice):
    label = _("To the office: nobody answers a help request")
    states = frozenset({State.OPEN})
    subject = _("Nobody has offered a hand for 7 days: %(kind)s, %(area)s")
    opening = _("This request has been shown for 7 days, and nobody has offered to come.")
    closing = _("A call to a volunteer nearby often settles it: you can match them yourself.")
