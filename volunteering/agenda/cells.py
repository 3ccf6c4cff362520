"""The cells of a calendar's table: what happens on each day, and how much of it there is room for. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from volunteering.agenda.calendars import Stretch


@dataclass
class Day:
    date: date
    is_inside: bool
    is_today: bool
    room: int
    dates: list[Any] = field(default_factory=list)

    @property
    def shown(self) -> list[Any]:
        """What a cell has room for; one more than that is no reason to send people elsewhere."""
        return self.dates if len(self.dates) <= self.room + 1 else self.dates[: self.room]

    @property
    def more(self) -> int:
        """How many the day's own list shows besides."""
        return len(self.dates) - len(self.shown)


def lay_out(stretch: Stretch, dates: Iterable[Any], *, today: date) -> list[list[Day]]:
    """The weeks of the stretch. What lasts stands on each of its days; an evening that ends after midnight on its own.

    A date has `first_day`, `last_day` (local) and `spans_days`, like an `Occurrence`.
    """
    weeks = [[Day(day, stretch.holds(day), day == today, stretch.room) for day in week] for week in stretch.days]
    by_date = {day.date: day for week in weeks for day in week}
    for each in dates:
        day = max(each.first_day, weeks[0][0].date)
        last = min(each.last_day if each.spans_days else day, weeks[-1][-1].date)
        while day <= last:
            by_date[day].dates.append(each)
            day += timedelta(days=1)
    return weeks
