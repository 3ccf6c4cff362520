"""What time does to requests: a notice, the end, and a word to the office about what nobody answers.

Run every hour; each mail leaves once, and what was missed is caught up with.
"""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from volunteering.help_requests.actions.ending import finish
from volunteering.help_requests.actions.moving import move
from volunteering.help_requests.actions.setting_aside import set_aside
from volunteering.help_requests.models import HelpRequest
from volunteering.help_requests.notifications import EndsSoon, Expired, NobodyAnswers, tell_asker, tell_office
from volunteering.help_requests.states import Actor, NotPossible, State, Verb

NOTICE = timedelta(days=5)
# Shown for so long without an offer: the office hears of it.
TELL_OFFICE = timedelta(days=7)


def refresh_help_requests() -> dict[str, int]:
    """Returns how many notices were written, how many requests ended, and of how many the office was told."""
    now = timezone.now()
    return {"notices": _give_notice(now), "ended": _end_overdue(now), "unanswered": _tell_of_unanswered(now)}


def _give_notice(now: datetime) -> int:
    rows = HelpRequest.objects.ending_before(now + NOTICE).filter(expires_at__gt=now).told_whole()
    return sum(tell_asker(EndsSoon, row, since=row.expires_at) for row in rows.iterator(chunk_size=500))


def _end_overdue(now: datetime) -> int:
    rows = HelpRequest.objects.ending_before(now).told_whole()
    return sum(_end(row, now) for row in rows.iterator(chunk_size=500))


@transaction.atomic
def _end(request: HelpRequest, now: datetime) -> int:
    """Looks once more, under lock: somebody may have extended it in this very moment."""
    current = HelpRequest.objects.select_for_update(of=("self",)).ending_before(now).filter(pk=request.pk).first()
    if current is None:
        return 0
    try:
        _close(current)
    except NotPossible:
        return 0
    return 1


def _close(request: HelpRequest) -> None:
    """What was promised and never closed is done, without hours: nobody reads the address any more."""
    if request.state == State.MATCHED:
        finish(request=request, by=Actor.SITE)
        return
    expired = move(request, Verb.EXPIRE, by=Actor.SITE)
    set_aside(expired, by=Actor.SITE)
    tell_asker(Expired, expired)


def _tell_of_unanswered(now: datetime) -> int:
    rows = HelpRequest.objects.without_offers().filter(opened_at__lt=now - TELL_OFFICE).told_whole()
    return sum(tell_office(NobodyAnswers, row, since=row.opened_at) for row in rows.iterator(chunk_size=500))
