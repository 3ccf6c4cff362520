"""Forgetting: to whom and about what after a week, the rest when it serves no more."""

from datetime import datetime

from django.utils import timezone

from volunteering.core.antispam.stamps import UsedStamp
from volunteering.core.outbox.models import KEEP_CONTENT, KEEP_ROW, OutgoingMail, OutgoingMailQuerySet
from volunteering.core.ratelimit import Hits


def remembered(now: datetime) -> OutgoingMailQuerySet:
    """What left long ago and still knows to whom."""
    return OutgoingMail.objects.settled_before(now - KEEP_CONTENT).remembered()


def forget_recipients() -> int:
    """Empty what left a week ago. Returns how many mails."""
    return remembered(timezone.now()).update(recipient="", about={}, answer="")


def useless(now: datetime) -> OutgoingMailQuerySet:
    """What keeps no promise any more: nothing would be written a second time."""
    return OutgoingMail.objects.settled_before(now - KEEP_ROW)


def delete_mails() -> int:
    return useless(timezone.now()).delete()[0]


def delete_stamps() -> int:
    return UsedStamp.objects.over().delete()[0]


def delete_counts() -> int:
    return Hits.objects.over(timezone.now()).delete()[0]
