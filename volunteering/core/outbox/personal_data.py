"""What the outbox holds on people: to which address which mail went, for a week."""

from typing import Any

from django.db.models import Q

from volunteering.core.outbox.letters import UnknownLetter, find_letter
from volunteering.core.outbox.models import KEEP_CONTENT, OPEN, OutgoingMail

KEEP_FOR = KEEP_CONTENT


def export_for(email: str) -> list[dict[str, Any]]:
    mails = OutgoingMail.objects.filter(recipient=email.strip().lower()).order_by("created_at")
    return [{"mail": _label(mail), "written": mail.created_at, "sent": mail.sent_at} for mail in mails]


def erase_for(email: str) -> int:
    """Forget the address: what waits does not leave any more, what left keeps its row and nothing on anyone."""
    mails = OutgoingMail.objects.filter(recipient=email.strip().lower())
    waiting, _models = mails.filter(Q(status__in=OPEN)).delete()
    return waiting + mails.update(recipient="", about={}, answer="")


def _label(mail: OutgoingMail) -> str:
    try:
        return str(find_letter(mail.letter).label)
    except UnknownLetter:
        return mail.letter
