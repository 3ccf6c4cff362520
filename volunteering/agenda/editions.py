"""Next year's edition of an event, proposed from this year's. Pure but for the rows it is given."""

import re
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Any

from volunteering.agenda.models import EventDate
from volunteering.core.recurrence import same_weekday_next_year


def first_day_of(dates: Iterable[EventDate]) -> date | None:
    return min((each.first_day for each in dates if each.first_day), default=None)


def proposed_day(first: date, *, today: date) -> date:
    """The same weekday of the same month next year, and on to the first year that is still to come."""
    day = same_weekday_next_year(first)
    while day < today:
        day = same_weekday_next_year(day)
    return day


def carry_over(row: EventDate, distance: timedelta) -> None:
    """Move one rule by whole weeks. What was taken out belonged to that year; dates added by hand move along."""
    for name in ("first_day", "last_day", "until"):
        day = getattr(row, name)
        setattr(row, name, day + distance if day else None)
    row.exceptions = []
    row.extra_dates = [_moved(entry, distance) for entry in row.extra_dates or ()]


def title_of_edition(title: str, *, before: int, after: int) -> str:
    """ "Fête de la musique 2026" → "Fête de la musique 2027"; a title without the year stays as it is."""
    return re.sub(rf"\b{before}\b", str(after), title)


def _moved(entry: Any, distance: timedelta) -> Any:
    if isinstance(entry, dict):
        return {key: _moved(moment, distance) for key, moment in entry.items()}
    if len(entry) <= 10:
        return (date.fromisoformat(entry) + distance).isoformat()
    return (datetime.fromisoformat(entry) + distance).isoformat(timespec="minutes")
