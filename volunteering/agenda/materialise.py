"""From rules to rows: keeps an event's occurrences in step with its published dates."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from dateutil.relativedelta import relativedelta
from django.db import transaction
from django.utils import timezone

from volunteering.agenda.models import EventPage, Occurrence
from volunteering.conf import conf
from volunteering.core.planner import analyse
from volunteering.core.recurrence import Slot, expand
from volunteering.signals import occurrences_changed

BATCH = 500
BEGINNING, END = date(1970, 1, 1), date(2199, 1, 1)


@dataclass
class Changes:
    """How many rows a materialisation touched."""

    created: int = 0
    moved: int = 0
    deleted: int = 0

    def __bool__(self) -> bool:
        return bool(self.created or self.moved or self.deleted)


@transaction.atomic
def materialise(event: EventPage, *, now: datetime | None = None) -> Changes:
    """Create, re-time and delete rows so that they say what the event's rules say. Running it again changes nothing.

    Dates changed one by one (cancelled, moved, annotated) survive: they keep their row, and follow their day when the
    rule's hour changes. Past dates stay: they took place.
    """
    now = now or timezone.now()
    slots = {slot.recurrence_id: (slot, all_day) for slot, all_day in _slots(event, now)}
    rows = {row.recurrence_id: row for row in event.occurrences.select_for_update()}
    missing = {key: value for key, value in slots.items() if key not in rows}
    vanished = [row for key, row in rows.items() if key not in slots and row.end > now]
    changes = Changes(moved=_retime(rows, slots) + _follow_their_day(vanished, missing))
    doomed = [row.pk for row in vanished if not row.was_touched]
    changes.deleted = Occurrence.objects.filter(pk__in=doomed).delete()[0]
    created = [_row(event, slot, all_day) for slot, all_day in missing.values()]
    changes.created = len(Occurrence.objects.bulk_create(created, batch_size=BATCH))
    if changes:
        occurrences_changed.send(sender=EventPage, event=event)
    return changes


def refill(*, now: datetime | None = None) -> Changes:
    """Materialise every published event up to the horizon. `refill_occurrences` runs it every night."""
    total = Changes()
    for event in EventPage.objects.live().prefetch_related("dates").iterator(chunk_size=BATCH):
        changes = materialise(event, now=now)
        total.created += changes.created
        total.moved += changes.moved
        total.deleted += changes.deleted
    analyse()
    return total


def planned_slots(event: EventPage, *, after: datetime, count: int) -> list[tuple[Slot, bool]]:
    """The next slots straight from the rules, with their all-day flag: what a draft's preview shows."""
    coming = sorted((pair for pair in _slots(event, after) if pair[0].end > after), key=lambda pair: pair[0].start)
    return coming[:count]


def _slots(event: EventPage, now: datetime) -> Iterator[tuple[Slot, bool]]:
    zone = timezone.get_default_timezone()
    horizon = (now + relativedelta(months=conf.OCCURRENCE_MONTHS)).date()
    for rule_row in event.dates.all():
        if rule_row.is_complete:
            rule = rule_row.to_rule()
            for slot in expand(rule, since=BEGINNING, until=horizon if rule.repeats else END, zone=zone):
                yield slot, rule.all_day


def _retime(rows: dict[datetime, Occurrence], slots: dict[datetime, tuple[Slot, bool]]) -> int:
    """Same start, another end (the editor made it longer): update the row unless it was moved by hand."""
    changed = 0
    for key in rows.keys() & slots.keys():
        row, (slot, all_day) = rows[key], slots[key]
        if row.start == row.recurrence_id and (row.end, row.all_day) != (slot.end, all_day):
            row.end, row.all_day = slot.end, all_day
            row.save(update_fields=["end", "all_day", "spans_days", "updated_at"])
            changed += 1
    return changed


def _follow_their_day(vanished: list[Occurrence], missing: dict[datetime, tuple[Slot, bool]]) -> int:
    """A touched date whose hour changed in the rule takes its day's new slot, and is no longer missing or vanished."""
    by_day = {timezone.localdate(key): key for key in missing}
    followed = [row for row in vanished if row.was_touched and timezone.localdate(row.recurrence_id) in by_day]
    for row in followed:
        slot, all_day = missing.pop(by_day.pop(timezone.localdate(row.recurrence_id)))
        if row.start == row.recurrence_id:
            row.start, row.end, row.all_day = slot.start, slot.end, all_day
        row.recurrence_id = slot.recurrence_id
        row.save()
        vanished.remove(row)
    return len(followed)


def _row(event: EventPage, slot: Slot, all_day: bool) -> Occurrence:
    return Occurrence(
        event=event,
        recurrence_id=slot.recurrence_id,
        start=slot.start,
        end=slot.end,
        all_day=all_day,
        spans_days=slot.end - slot.start > timedelta(days=1),
    )
