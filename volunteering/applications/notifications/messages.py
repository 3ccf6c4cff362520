"""There is a message. Nothing of it is quoted, nobody's address is given."""

from django.utils.translation import gettext_lazy as _

from volunteering.applications.links import applicant_link, my_thread_link
from volunteering.applications.models import Application
from volunteering.applications.notifications.to_organiser import ToOrganiser
from volunteering.applications.notifications.to_volunteer import ToVolunteer
from volunteering.applications.states import State
from volunteering.core.outbox.models import OutgoingMail


class AssociationWrote(ToVolunteer):
    label = _("Message of the association")
    states = frozenset(State)
    subject = _("%(organiser)s has written to you: %(title)s – %(city_name)s")
    opening = _("%(organiser)s has written to you.")
    closing = _("Please answer on the site: this mail itself cannot be answered.")
    button = _("Read and answer")

    def url(self, application: Application, mail: OutgoingMail) -> str:
        return my_thread_link(application, mail.site)


class VolunteerWrote(ToOrganiser):
    label = _("Message of the volunteer")
    states = frozenset(State)
    subject = _("%(name)s has written to you: %(title)s")
    opening = _("%(name)s has written to you.")
    closing = _("Please answer on the site: this mail itself cannot be answered.")
    button = _("Read and answer")

    def url(self, application: Application, mail: OutgoingMail) -> str:
        return applicant_link(application, mail.recipient, mail.site)
