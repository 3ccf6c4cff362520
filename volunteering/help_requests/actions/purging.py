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


def purge_help_requests(*, dry_run: bool = False) -> dict[str, int]:
    """Returns how many requests that nobody confirmed, and how many that are over, went, or would."""
    now = timezone.now()
    unconfirmed, over = HelpRequest.objects.never_confirmed(now), ended(now)
    if dry_run:
        return {"unconfirmed": unconfirmed.count(), "requests": over.count()}
    return {"unconfirmed": unconfirmed.delete()[0], "requests": _forget_all(over)}


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
