"""The mail of an invitation."""

from typing import Any, ClassVar

from django.utils.translation import gettext_lazy as _

from volunteering.core.outbox.letters import Letter, NothingToSay
from volunteering.core.outbox.models import OutgoingMail
from volunteering.core.outbox.placeholders import Placeholder
from volunteering.directory.links import invitation_link
from volunteering.directory.models import Invitation
from volunteering.directory.notifications.about import ASSOCIATION, EXAMPLE


class Invited(Letter):
    """`about`: {"invitation": id}."""

    label = _("Invitation to an association’s space")
    subject = _("%(association)s invites you – %(city_name)s")
    opening = _("You are invited to the space of this association:")
    placeholders: ClassVar[tuple[Placeholder, ...]] = (ASSOCIATION,)
    text_template = "volunteering/directory/mail/invited.txt"
    html_template = "volunteering/directory/mail/invited.html"

    def context(self, mail: OutgoingMail) -> dict[str, Any]:
        rows = Invitation.objects.open().select_related("association")
        invitation = rows.filter(pk=mail.about.get("invitation")).first()
        if invitation is None:
            raise NothingToSay
        return {"association": invitation.association.title, "url": invitation_link(invitation, mail.site)}

    def example(self, *, home: str) -> dict[str, Any]:
        return {"association": str(EXAMPLE), "url": home}
