"""Sending what was written down: once, later when it must be, not at all when it cannot be."""

import logging
from collections import Counter
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from django.db.models import F
from django.utils import timezone

from volunteering.core.outbox.composing import compose
from volunteering.core.outbox.letters import NothingToSay
from volunteering.core.outbox.models import Failure, OutgoingMail, Status
from volunteering.core.outbox.refusals import Refusal, read_refusal

logger = logging.getLogger(__name__)

# Minutes until the next try: two days and a half in all, a weekend's outage.
WAITS = (2, 10, 30, 2 * 60, 6 * 60, 12 * 60, 18 * 60, 24 * 60)
BATCH = 100


class Outcome(StrEnum):
    SENT = "sent"
    DROPPED = "dropped"
    POSTPONED = "postponed"
    # The same, and the next mail would fare no better.
    UNREACHABLE = "unreachable"
    FAILED = "failed"


def deliver(*, mail_id: UUID | str) -> Outcome | None:
    """Send this mail if it is due. None: it is not, or somebody else has it.

    Must not run inside a transaction: that the mail is taken has to be known before it leaves.
    """
    mail = _claim(mail_id)
    if mail is None:
        return None
    try:
        message = compose(mail)
    except NothingToSay:
        return _settle(mail, Status.DROPPED, Outcome.DROPPED)
    except Exception:
        logger.exception("The mail %s could not be written.", mail)
        return _try_later(mail, Refusal(failure=Failure.UNWRITABLE, answer=""))
    try:
        message.send()
    except Exception as error:
        # Not logged with its own words: they repeat addresses.
        refusal = read_refusal(error, recipient=mail.recipient)
        logger.warning("The mail %s did not leave: %s (%s)", mail, refusal.failure.value, type(error).__name__)
        return _give_up(mail, refusal) if refusal.is_final else _try_later(mail, refusal)
    return _settle(mail, Status.SENT, Outcome.SENT)


def sweep() -> Counter:
    """Send everything that is due, whatever became of the jobs; stops when the mail server cannot be reached.

    `deliver_mail` runs it every few minutes; several at once share the work. Returns how many had each outcome.
    """
    counts: Counter = Counter()
    while batch := list(OutgoingMail.objects.due().order_by("not_before").values_list("pk", flat=True)[:BATCH]):
        for mail_id in batch:
            outcome = deliver(mail_id=mail_id)
            counts[outcome or "taken"] += 1
            if outcome == Outcome.UNREACHABLE:
                return counts
    return counts


def _claim(mail_id: UUID | str) -> OutgoingMail | None:
    """One statement decides who sends: of two workers, one changes the row and the other finds nothing to change."""
    now = timezone.now()
    taken = OutgoingMail.objects.due(now).filter(pk=mail_id)
    if not taken.update(status=Status.SENDING, claimed_at=now, attempts=F("attempts") + 1):
        return None
    return OutgoingMail.objects.select_related("site").get(pk=mail_id)


def _settle(mail: OutgoingMail, status: Status, outcome: Outcome) -> Outcome:
    _write(mail, status=status, settled_at=timezone.now(), failure="", answer="")
    return outcome


def _give_up(mail: OutgoingMail, refusal: Refusal) -> Outcome:
    _write(mail, status=Status.FAILED, settled_at=timezone.now(), failure=refusal.failure, answer=refusal.answer)
    return Outcome.FAILED


def _try_later(mail: OutgoingMail, refusal: Refusal) -> Outcome:
    if mail.attempts > len(WAITS):
        return _give_up(mail, refusal)
    again = _next_try(mail.attempts)
    _write(mail, status=Status.WAITING, not_before=again, failure=refusal.failure, answer=refusal.answer)
    return Outcome.UNREACHABLE if refusal.failure == Failure.UNREACHABLE else Outcome.POSTPONED


def _next_try(attempts: int) -> datetime:
    return timezone.now() + timedelta(minutes=WAITS[attempts - 1])


def _write(mail: OutgoingMail, **values: object) -> None:
    """Unless the lease ran out meanwhile and somebody else has the mail now."""
    OutgoingMail.objects.filter(pk=mail.pk, status=Status.SENDING, claimed_at=mail.claimed_at).update(**values)
