"""Mails to an address that is not proven yet, and the way back to one's sign-ups."""

from typing import Any, ClassVar

from django.utils.translation import gettext_lazy as _

from volunteering.applications.codes import code_of
from volunteering.applications.links import mine_link, prove_link
from volunteering.applications.models import SignUp
from volunteering.applications.notifications.about import MISSION, example_of_mission
from volunteering.core.outbox.letters import Letter, NothingToSay
from volunteering.core.outbox.models import OutgoingMail
from volunteering.core.outbox.placeholders import Placeholder
from volunteering.volunteers.models import Volunteer


class ProveAddress(Letter):
    """`about`: {"sign_up": id}."""

    label = _("Sign-up: confirmation")
    subject = _("One click left: %(title)s – %(city_name)s")
    opening = _("One click left, and you are signed up:")
    placeholders: ClassVar[tuple[Placeholder, ...]] = (MISSION,)
    text_template = "volunteering/applications/mail/prove.txt"
    html_template = "volunteering/applications/mail/prove.html"

    def context(self, mail: OutgoingMail) -> dict[str, Any]:
        rows = SignUp.objects.waiting().select_related("mission", "site")
        typed = rows.filter(pk=mail.about.get("sign_up")).first()
        if typed is None:
            raise NothingToSay
        code = code_of(typed)
        return {"title": typed.mission.title, "code": f"{code[:3]} {code[3:]}", "url": prove_link(typed)}

    def example(self, *, home: str) -> dict[str, Any]:
        return {"title": example_of_mission()["title"], "code": "123 456", "url": home}


class MyLink(Letter):
    """`about`: {"volunteer": id}."""

    label = _("Sign-ups: link to one’s own")
    subject = _("Your sign-ups – %(city_name)s")
    opening = _("Here is the way to your sign-ups:")
    text_template = "volunteering/applications/mail/my_link.txt"
    html_template = "volunteering/applications/mail/my_link.html"

    def context(self, mail: OutgoingMail) -> dict[str, Any]:
        volunteer = Volunteer.objects.filter(pk=mail.about.get("volunteer")).first()
        if volunteer is None:
            raise NothingToSay
        return {"url": mine_link(volunteer, mail.site)}


class NothingOfMine(Letter):
    label = _("Sign-ups: none with this address")
    subject = _("No sign-up with this address – %(city_name)s")
    opening = _("Somebody, probably you, asked for the sign-ups of this address. There are none.")
    text_template = "volunteering/applications/mail/nothing.txt"
    html_template = "volunteering/applications/mail/nothing.html"
