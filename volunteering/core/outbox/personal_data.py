"""What the outbox holds on people: to which address which mail went, for a week."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from volunteering.core.outbox.letters import UnknownLetter, find_letter
from volunteering.core.outbox.models import OPEN, OutgoingMail

NAME = "mails"
LABEL = _("Messages we sent you")
ABOUT = _("That a message went to your address, so that it leaves once.")
KEPT = _("For a week.")
ERASED = (_("Messages that had not left yet are not sent any more."),)
PROCESSING = _("Messages of the site")
PURPOSE = _("Sending each message once, and guarding the forms from machines.")
WHOSE = _("Whoever the site wrote to.")
WHAT = _("E-mail, which message, when; never its words.")
LEGAL_BASIS = _("That of what the message is about.")
RECIPIENTS = _("The mail server. The town hall’s offices: a masked address, where a message could not be delivered.")
NAMES = {"mail": _("Message"), "written": _("Written on"), "sent": _("Sent on")}
MODELS = (OutgoingMail,)


def export_for(email: str) -> list[dict[str, Any]]:
    mails = OutgoingMail.objects.remembered().filter(recipient=email.strip().lower()).order_by("created_at")
    return [{"mail": _label(mail), "written": mail.created_at, "sent": mail.sent_at} for mail in mails]


def erase_for(email: str) -> int:
    """Forget the address: what waits does not leave any more, what left keeps its row and nothing on anyone."""
    mails = OutgoingMail.objects.remembered().filter(recipient=email.strip().lower())
    waiting, _of_models = mails.filter(Q(status__in=OPEN)).delete()
    return waiting + mails.update(recipient="", about={}, answer="")


def addresses() -> Iterator[tuple[str, datetime]]:
    yield from OutgoingMail.objects.remembered().values_list("recipient", "created_at").iterator()


def _label(mail: OutgoingMail) -> str:
    try:
        return str(find_letter(mail.letter).label)
    except UnknownLetter:
        return mail.letter
