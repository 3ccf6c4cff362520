"""Mails to an address that is not proven yet, and the way back to one's requests."""

from typing import Any, ClassVar

from django.utils.translation import gettext_lazy as _

from volunteering.core.outbox.letters import Letter, NothingToSay
from volunteering.core.outbox.models import OutgoingMail
from volunteering.core.outbox.placeholders import Placeholder
from volunteering.help_requests.codes import code_of
from volunteering.help_requests.links import follow_link, prove_link
from volunteering.help_requests.models import HelpRequest
from volunteering.help_requests.notifications.about import KIND
from volunteering.help_requests.wording import when

# In one mail; whoever has more calls.
MOST = 10


class ProveRequest(Letter):
    """`about`: {"request": id}."""

    label = _("Help request: confirmation")
    subject = _("One click left: %(kind)s – %(city_name)s")
    opening = _("One click left, and your request is with us:")
    placeholders: ClassVar[tuple[Placeholder, ...]] = (KIND,)
    text_template = "volunteering/help_requests/mail/prove.txt"
    html_template = "volunteering/help_requests/mail/prove.html"

    def context(self, mail: OutgoingMail) -> dict[str, Any]:
        rows = HelpRequest.objects.unconfirmed().told_whole()
        request = rows.filter(pk=mail.about.get("request")).first()
        if request is None:
            raise NothingToSay
        code = code_of(request)
        return {"kind": request.kind_name, "code": f"{code[:3]} {code[3:]}", "url": prove_link(request)}

    def example(self, *, home: str) -> dict[str, Any]:
        return {"kind": str(_("An errand")), "code": "123 456", "url": home}


class MyHelpLink(Letter):
    """All requests of the address it goes to."""

    label = _("Help requests: link to one’s own")
    subject = _("Your help requests – %(city_name)s")
    opening = _("Here is the way to your requests:")
    text_template = "volunteering/help_requests/mail/my_link.txt"
    html_template = "volunteering/help_requests/mail/my_link.html"

    def context(self, mail: OutgoingMail) -> dict[str, Any]:
        rows = HelpRequest.objects.of_address(mail.recipient).known().told_whole().latest_first()[:MOST]
        entries = [{"title": self._title(row), "url": follow_link(row)} for row in rows]
        if not entries:
            raise NothingToSay
        return {"entries": entries}

    def _title(self, row: HelpRequest) -> str:
        return f"{row.kind_name} · {when(row)}"

    def example(self, *, home: str) -> dict[str, Any]:
        return {"entries": [{"title": str(_("An errand")), "url": home}]}


class NoHelpRequest(Letter):
    label = _("Help requests: none with this address")
    subject = _("No help request with this address – %(city_name)s")
    opening = _("Somebody, probably you, asked for the help requests of this address. There are none.")
    text_template = "volunteering/help_requests/mail/nothing.txt"
    html_template = "volunteering/help_requests/mail/nothing.html"
