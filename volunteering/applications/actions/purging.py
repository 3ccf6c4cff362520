"""What is over is forgotten: messages after six months, sign-ups after twelve; what nobody confirmed, much earlier."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import Any

from django.utils import timezone

from volunteering.applications.actions.forgetting import forget
from volunteering.applications.models import Application, SignUp
from volunteering.applications.models.application import ApplicationQuerySet
from volunteering.core.days import months_before
from volunteering.relay import actions as relay
from volunteering.relay.models import Conversation
from volunteering.volunteers.models import Volunteer

# Months after the end; those of a reported conversation begin with the report.
KEEP_APPLICATION, KEEP_TEXT, KEEP_REPORTED = 12, 6, 12
BATCH = 200
# A night's work; the rest goes the night after.
MOST = 10_000


def purge_sign_ups() -> int:
    """Forget what nobody confirmed. Returns how many went."""
    return SignUp.objects.over().delete()[0]


def purge_messages() -> int:
    """Forget what was written. Returns of how many sign-ups."""
    now = timezone.now()
    return _in_batches(ended_text(now), partial(_silence, until=months_before(now, KEEP_TEXT)))


def purge_applications() -> int:
    """Forget what is over whole. Returns how many sign-ups went."""
    return _in_batches(ended(timezone.now()), _forget)


def ended(now: datetime) -> ApplicationQuerySet:
    """Their term is over. Of whoever has left, that of the text, for which alone they were kept."""
    settled = Conversation.objects.unreported_since(months_before(now, KEEP_REPORTED))
    silent = settled.silent_since(months_before(now, KEEP_TEXT))
    whole = Application.objects.ended_before(months_before(now, KEEP_APPLICATION)).filter(conversation__in=settled)
    nobodys = Application.objects.ended_before(months_before(now, KEEP_TEXT)).filter(conversation__in=silent)
    return (whole.exclude(volunteer=None) | nobodys.filter(volunteer=None)).order_by("pk")


def ended_text(now: datetime) -> ApplicationQuerySet:
    """What was written is over. A reported conversation keeps its text for as long as its application."""
    term = months_before(now, KEEP_TEXT)
    texts = Conversation.objects.holding_text().silent_since(term).filter(reported_at=None)
    return Application.objects.ended_before(term).filter(conversation__in=texts).order_by("pk")


def _in_batches(rows: ApplicationQuerySet, act: Callable[[list[Any]], None]) -> int:
    """Each batch is read anew: what went is not in it any more."""
    gone = 0
    while gone < MOST and (batch := list(rows[:BATCH])):
        act(batch)
        gone += len(batch)
    return gone


def _silence(batch: list[Application], *, until: datetime) -> None:
    relay.fall_silent(conversations=[row.conversation_id for row in batch], until=until)


def _forget(batch: list[Application]) -> None:
    for application in batch:
        # It was a sign of life, and its volunteer is kept for longer than it is.
        if application.volunteer_id is not None:
            own = Volunteer.objects.filter(pk=application.volunteer_id, seen_at__lt=application.changed_at)
            own.update(seen_at=application.changed_at)
        forget(application=application)
