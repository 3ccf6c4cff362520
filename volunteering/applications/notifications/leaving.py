"""Before somebody is forgotten."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from volunteering.applications.links import my_data_link
from volunteering.core.outbox.letters import Letter, NothingToSay
from volunteering.core.outbox.models import OutgoingMail
from volunteering.volunteers.models import Volunteer


class SoonForgotten(Letter):
    """`about`: {"volunteer": id, "seen": when last, "days": how many are left}. Says nothing once they came back."""

    label = _("Volunteers: before somebody is forgotten")
    subject = _("Shall we keep your profile? In %(days)d days we erase it – %(city_name)s")
    text_template = "volunteering/applications/mail/soon_forgotten.txt"
    html_template = "volunteering/applications/mail/soon_forgotten.html"

    def context(self, mail: OutgoingMail) -> dict[str, Any]:
        volunteer = Volunteer.objects.filter(pk=mail.about.get("volunteer")).first()
        if volunteer is None or volunteer.seen_at.isoformat() != mail.about.get("seen"):
            raise NothingToSay
        return {"days": mail.about["days"], "url": my_data_link(volunteer, mail.site)}
