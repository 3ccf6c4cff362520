"""The mail of an invitation."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from volunteering.core.outbox.letters import Letter, NothingToSay
from volunteering.core.outbox.models import OutgoingMail
from volunteering.directory.links import invitation_link
from volunteering.directory.models import Invitation


class Invited(Letter):
    """`about`: {"invitation": id}."""

    label = _("Invitation to an association’s space")
    subject = _("%(association)s invites you – %(city_name)s")
    text_template = "volunteering/directory/mail/invited.txt"
    html_template = "volunteering/directory/mail/invited.html"

    def context(self, mail: OutgoingMail) -> dict[str, Any]:
        rows = Invitation.objects.open().select_related("association")
        invitation = rows.filter(pk=mail.about.get("invitation")).first()
        if invitation is None:
            raise NothingToSay
        return {"association": invitation.association.title, "url": invitation_link(invitation, mail.site)}
