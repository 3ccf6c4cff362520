"""Nothing is kept for longer than it is needed: six months after the end, requests go with all that was written."""

from datetime import datetime

from django.utils import timezone

from volunteering.core.days import months_before
from volunteering.help_requests.actions.forgetting import forget
from volunteering.help_requests.models import HelpRequest
from volunteering.help_requests.models.help_request import HelpRequestQuerySet

# Months after the end.
KEEP = 6
BATCH = 200
# A night's work; the rest goes the night after.
MOST = 10_000


def purge_unconfirmed() -> int:
    """Forget what nobody confirmed. Returns how many requests went."""
    return HelpRequest.objects.never_confirmed(timezone.now()).delete()[0]


def purge_help_requests() -> int:
    """Forget what is over, with its offers and messages. Returns how many requests went."""
    return _forget_all(ended(timezone.now()))


def ended(now: datetime) -> HelpRequestQuerySet:
    """Their term is over."""
    return HelpRequest.objects.closed_before(months_before(now, KEEP)).order_by("closed_at", "pk")


def _forget_all(rows: HelpRequestQuerySet) -> int:
    """Each batch is read anew: what went is not in it any more."""
    gone = 0
    while gone < MOST and (batch := list(rows[:BATCH])):
        for request in batch:
            forget(request=request)
        gone += len(batch)
    return gone
