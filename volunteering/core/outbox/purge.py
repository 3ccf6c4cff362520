"""Forgetting: to whom and about what after a week, the rest when it serves no more."""

from django.utils import timezone

from volunteering.core.antispam.stamps import UsedStamp
from volunteering.core.outbox.models import KEEP_CONTENT, KEEP_ROW, OutgoingMail
from volunteering.core.ratelimit import Hits


def purge_mail() -> dict[str, int]:
    """Returns how many mails were emptied and deleted, and how many stamps and counts went with them."""
    now = timezone.now()
    settled = OutgoingMail.objects.settled_before(now - KEEP_CONTENT).remembered()
    return {
        "forgotten": settled.update(recipient="", about={}, answer=""),
        "deleted": OutgoingMail.objects.settled_before(now - KEEP_ROW).delete()[0],
        "stamps": UsedStamp.objects.over(now).delete()[0],
        "counts": Hits.objects.over(now).delete()[0],
    }
