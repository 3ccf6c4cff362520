"""Verbs on one date of an event. Each is one transaction and one line in the event's history."""

from datetime import datetime
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone
from wagtail.coreutils import find_available_slug
from wagtail.log_actions import log

from volunteering.agenda.editions import carry_over, first_day_of, proposed_day, title_of_edition
from volunteering.agenda.models import EventDate, EventPage, Occurrence
from volunteering.agenda.models.event import EventStatus
from volunteering.agenda.models.occurrence import OccurrenceStatus
from volunteering.signals import occurrences_changed


class OccurrenceOver(Exception):
    """The date has passed: nothing about it can be announced any more."""


class EndsBeforeStart(Exception):
    """The new end is not after the new start."""


class NoDateToCarryOver(Exception):
    """The event has no dated rule, so that nothing says when its next edition would be."""


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


@transaction.atomic
def start_next_edition(*, event: EventPage, by: AbstractBaseUser) -> EventPage:
    """A draft copy whose first date is the same weekday next year; what only concerned this year is emptied.

    The caller has checked that `by` may add events. Raises `NoDateToCarryOver`.
    """
    first = first_day_of(event.dates.all())
    if first is None:
        raise NoDateToCarryOver
    proposed = proposed_day(first, today=timezone.localdate())

    def carry(_old: Any, _new: Any, _relation: Any, child: Any) -> None:
        if isinstance(child, EventDate):
            carry_over(child, proposed - first)

    years = {"before": first.year, "after": proposed.year}
    slug = title_of_edition(event.slug, **years)
    emptied = dict.fromkeys(("status_note", "registration_url", "source_url"), "")
    return event.copy(
        update_attrs={
            **emptied,
            "title": title_of_edition(event.title, **years),
            "slug": find_available_slug(event.get_parent(), slug if slug != event.slug else f"{slug}-{proposed.year}"),
            "status": EventStatus.SCHEDULED,
            "go_live_at": None,
            "expire_at": None,
        },
        copy_revisions=False,
        keep_live=False,
        user=by,
        process_child_object=carry,
    )


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
