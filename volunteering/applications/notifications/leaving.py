"""Before somebody is forgotten."""

from typing import Any, ClassVar

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from volunteering.applications.links import my_data_link
from volunteering.core.outbox.letters import Letter, NothingToSay
from volunteering.core.outbox.models import OutgoingMail
from volunteering.core.outbox.placeholders import Placeholder
from volunteering.volunteers.models import Volunteer

DAYS = Placeholder("days", pgettext_lazy("placeholder", "days"), _("How many days are left"))


class SoonForgotten(Letter):
    """`about`: {"volunteer": id, "seen": when last, "days": how many are left}. Says nothing once they came back."""

    label = _("Volunteers: before somebody is forgotten")
    subject = _("Shall we keep your profile? In %(days)d days we erase it – %(city_name)s")
    opening = _(
        "We have not heard from you for nearly two years. We keep nothing for longer than we need it: in %(days)s days"
        " your profile and your sign-ups are erased."
    )
    closing = _("Thank you for having been there!")
    placeholders: ClassVar[tuple[Placeholder, ...]] = (DAYS,)
    text_template = "volunteering/applications/mail/soon_forgotten.txt"
    html_template = "volunteering/applications/mail/soon_forgotten.html"

    def context(self, mail: OutgoingMail) -> dict[str, Any]:
        volunteer = Volunteer.objects.filter(pk=mail.about.get("volunteer")).first()
        if volunteer is None or volunteer.seen_at.isoformat() != mail.about.get("seen"):
            raise NothingToSay
        return {"days": mail.about["days"], "url": my_data_link(volunteer, mail.site)}

    def example(self, *, home: str) -> dict[str, Any]:
        return {"days": 30, "url": home}
