"""What the agenda promises: the dates that are written are those of the rules."""

from collections.abc import Collection
from datetime import datetime, timedelta

from dateutil.relativedelta import relativedelta
from django.db.models import Prefetch, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from volunteering.agenda.materialise import materialise, planned_slots
from volunteering.agenda.models import EventPage, Occurrence
from volunteering.conf import conf
from volunteering.core.invariants import Invariant, register

# Events looked at in one night, others in the next: all of them come round.
SAMPLE = 200
# More dates of one event than any rule has until the horizon.
MOST_DATES = 5000
REFILL_LATE = timedelta(days=2)
MOVED_WITHIN = timedelta(days=31)


def events_out_of_step() -> list[int]:
    now = timezone.now()
    # Also what was moved to another day that is over by now.
    near = Q(end__gt=now) | Q(recurrence_id__gt=now - MOVED_WITHIN)
    rows = Prefetch("occurrences", Occurrence.objects.filter(near), to_attr="near")
    return [event.pk for event in _sample().prefetch_related("dates", rows) if _is_out_of_step(event, now)]


def _sample() -> QuerySet:
    events = EventPage.objects.live().order_by("pk")
    nights = -(-events.count() // SAMPLE) or 1
    first = timezone.localdate().toordinal() % nights * SAMPLE
    return events[first : first + SAMPLE]


def _is_out_of_step(event: EventPage, now: datetime) -> bool:
    """Like `materialise`: dates that somebody changed keep their row, whatever the rule says."""
    horizon = now + relativedelta(months=conf.OCCURRENCE_MONTHS) - REFILL_LATE
    slots = {slot.recurrence_id: slot for slot, _all_day in planned_slots(event, after=now, count=MOST_DATES)}
    rows = {row.recurrence_id: row for row in event.near}
    missing = [slot for key, slot in slots.items() if key not in rows and slot.start < horizon]
    own = [row for row in event.near if row.end > now and not row.was_touched]
    wrong = [row for row in own if row.recurrence_id not in slots or row.end != slots[row.recurrence_id].end]
    return bool(missing or wrong)


def follow(events: Collection[int]) -> None:
    for event in EventPage.objects.filter(pk__in=events):
        materialise(event)


register(
    Invariant(
        name="dates_as_ruled",
        promise=_("The dates of a published event are those of its rules."),
        broken=events_out_of_step,
        repair=follow,
    ),
)
