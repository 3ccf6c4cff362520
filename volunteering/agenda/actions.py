"""Verbs on one date of an event. Each is one transaction and one line in the event's history."""

from datetime import datetime

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from volunteering.agenda.models import EventPage, Occurrence
from volunteering.agenda.models.occurrence import OccurrenceStatus
from volunteering.signals import occurrences_changed


class OccurrenceOver(Exception):
    """The date has passed: nothing about it can be announced any more."""


class EndsBeforeStart(Exception):
    """The new end is not after the new start."""


@transaction.atomic
def cancel_occurrence(*, occurrence: Occurrence, reason: str, by: AbstractBaseUser | None) -> Occurrence:
    """Cancelling is not deleting: the date stays, struck through, with its reason. Raises `OccurrenceOver`."""
    occurrence = _lock(occurrence)
    occurrence.status, occurrence.reason = OccurrenceStatus.CANCELLED, reason
    return _write(occurrence, action="volunteering.occurrence.cancel", by=by)


@transaction.atomic
def restore_occurrence(*, occurrence: Occurrence, by: AbstractBaseUser | None) -> Occurrence:
    """Back to going ahead, at its present time. Raises `OccurrenceOver`."""
    occurrence = _lock(occurrence)
    moved = occurrence.start != occurrence.recurrence_id
    occurrence.status, occurrence.reason = OccurrenceStatus.MOVED if moved else OccurrenceStatus.SCHEDULED, ""
    return _write(occurrence, action="volunteering.occurrence.restore", by=by)


@transaction.atomic
def move_occurrence(
    *, occurrence: Occurrence, start: datetime, end: datetime, reason: str = "", by: AbstractBaseUser | None
) -> Occurrence:
    """Another time for this date alone (aware datetimes). Raises `OccurrenceOver`, `EndsBeforeStart`."""
    if end <= start:
        raise EndsBeforeStart
    occurrence = _lock(occurrence)
    occurrence.start, occurrence.end, occurrence.all_day = start, end, False
    occurrence.status, occurrence.reason = OccurrenceStatus.MOVED, reason
    return _write(occurrence, action="volunteering.occurrence.move", by=by)


@transaction.atomic
def annotate_occurrence(*, occurrence: Occurrence, note: str, by: AbstractBaseUser | None) -> Occurrence:
    """A word for this date alone ("this Tuesday in the small hall"). Raises `OccurrenceOver`."""
    occurrence = _lock(occurrence)
    occurrence.note = note
    return _write(occurrence, action="volunteering.occurrence.annotate", by=by)


def _lock(occurrence: Occurrence) -> Occurrence:
    locked = Occurrence.objects.select_for_update().select_related("event").get(pk=occurrence.pk)
    if locked.end <= timezone.now():
        raise OccurrenceOver
    return locked


def _write(occurrence: Occurrence, *, action: str, by: AbstractBaseUser | None) -> Occurrence:
    occurrence.save()
    data = {"date": occurrence.recurrence_id.isoformat(), "reason": occurrence.reason, "note": occurrence.note}
    log(instance=occurrence.event, action=action, user=by, data=data)
    occurrences_changed.send(sender=EventPage, event=occurrence.event)
    return occurrence
