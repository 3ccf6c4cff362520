"""The next dates of a rule as an editor looks at them: what takes place, what was taken out, what was added by hand."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from django.utils import timezone

from volunteering.agenda.picked import Entry, slots, write_date, write_day
from volunteering.core.moments import span_in_words
from volunteering.core.recurrence import Rule, next_dates

SHOWN = 10


@dataclass(frozen=True)
class NextDate:
    """`line` is what stands for it in the editor's list of dates taken out, or added."""

    words: str
    line: str
    is_taken_out: bool
    is_added: bool


def upcoming(rule: Rule, *, picked: Iterable[Entry], today: date, count: int = SHOWN) -> list[NextDate]:
    """The next dates from today on, those taken out included so that they can be put back."""
    lines = {slots([entry], start=rule.start, end=rule.end)[0][0]: write_date(entry) for entry in picked}
    added = {start for start, _end in rule.extra}
    zone = timezone.get_default_timezone()
    found = next_dates(replace(rule, exceptions=frozenset()), after=today, count=count, zone=zone)
    dates = []
    for slot in found:
        start, end = (moment.astimezone(zone).replace(tzinfo=None) for moment in (slot.start, slot.end))
        is_added = start in added
        dates.append(
            NextDate(
                words=span_in_words(start, end, all_day=rule.all_day, today=today),
                line=lines[start] if is_added else write_day(start.date().isoformat()),
                is_taken_out=not is_added and start.date() in rule.exceptions,
                is_added=is_added,
            )
        )
    return dates
