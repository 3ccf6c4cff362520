"""What the outbox promises: nothing lies there, nothing is half done, nobody is remembered."""

from datetime import timedelta

from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from volunteering.core.invariants import Invariant, register
from volunteering.core.outbox.models import KEEP_CONTENT, OPEN, OutgoingMail
from volunteering.core.outbox.purge import forget_recipients

# The sweeper comes every few minutes; what can wait waits out the quiet hours.
STALE, BULK_STALE = timedelta(hours=2), timedelta(days=1)
PURGE_LATE = timedelta(days=2)


def lying_there() -> QuerySet:
    now = timezone.now()
    stale = Q(is_bulk=False, not_before__lt=now - STALE) | Q(is_bulk=True, not_before__lt=now - BULK_STALE)
    return OutgoingMail.objects.filter(stale, status__in=OPEN).order_by("pk").values_list("pk", flat=True)


def half_done() -> QuerySet:
    """Sent, given up or dropped without a moment, or open with one."""
    is_open = Q(status__in=OPEN)
    wrong = (is_open & Q(settled_at__isnull=False)) | (~is_open & Q(settled_at=None))
    return OutgoingMail.objects.filter(wrong).order_by("pk").values_list("pk", flat=True)


def remembered() -> QuerySet:
    settled = OutgoingMail.objects.settled_before(timezone.now() - KEEP_CONTENT - PURGE_LATE)
    return settled.remembered().order_by("pk").values_list("pk", flat=True)


register(
    Invariant(name="mails_leave", promise=_("No mail that is due lies for hours."), broken=lying_there),
    Invariant(
        name="mails_are_settled",
        promise=_("A mail that left or was given up knows when, and no other does."),
        broken=half_done,
    ),
    Invariant(
        name="mails_forgotten",
        promise=_("To whom a mail went is forgotten after a week."),
        broken=remembered,
        repair=lambda _mails: forget_recipients(),
    ),
)
