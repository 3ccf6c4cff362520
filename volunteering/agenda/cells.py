"""The cells of a calendar's table: what happens on each day, and how much of it there is room for. Pure."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any, NamedTuple

from volunteering.agenda.calendars import Stretch
from volunteering.core.days import start_of

DAY = timedelta(days=1)
# So many dates of the day itself are shown beneath the exhibitions, however many of those there are.
OF_THE_DAY = 2


class Moment(NamedTuple):
    """When one date takes place, and the row it is: all that is read of dates that no cell has room for."""

    start: datetime
    end: datetime
    kind: int
    pk: int

    @property
    def lasts(self) -> bool:
        return self.end - self.start > DAY


@dataclass
class Day:
    date: date
    is_inside: bool
    is_today: bool
    room: int
    # Whether all its moments are known: in a very large city the last days are not read to their end.
    is_whole: bool = True
    moments: list[Moment] = field(default_factory=list)
    # The rows of `shown`, once they are read.
    rows: list[Any] = field(default_factory=list)

    @property
    def leads(self) -> bool:
        """Whether what lasts can be reached here by the keyboard: once a week, not once a day. On a phone the days
        before today and those of other months are hidden.
        """
        return self.date.weekday() == 0 or self.is_today or (self.is_inside and self.date.day == 1)

    @property
    def shown(self) -> list[Moment]:
        """What a cell has room for; one more than that is no reason to send people elsewhere. What lasts leaves room
        for what is on that day alone.
        """
        if len(self.moments) <= self.room + 1:
            return self.moments
        lasting = [moment for moment in self.moments if moment.lasts][: self.room - 1]
        others = [moment for moment in self.moments if not moment.lasts]
        return lasting + others[: max(self.room - len(lasting), OF_THE_DAY)]

    @property
    def more(self) -> int:
        """How many the day's own list shows besides."""
        return len(self.moments) - len(self.shown)


def lay_out(
    stretch: Stretch, moments: Sequence[Moment], *, today: date, read_until: datetime | None = None
) -> list[list[Day]]:
    """The weeks of the stretch. What lasts comes first and stands on each of its days; an evening that ends after
    midnight stands on its own. What starts from `read_until` on is not among the moments.
    """
    weeks = [[Day(day, stretch.holds(day), day == today, stretch.room) for day in week] for week in stretch.days]
    days = [day for week in weeks for day in week]
    begins = [start_of(day.date) for day in days]
    for moment in sorted(moments, key=lambda each: (not each.lasts, each)):
        first = max(bisect_right(begins, moment.start) - 1, 0)
        last = bisect_right(begins, moment.end - timedelta(microseconds=1)) if moment.lasts else first + 1
        for day in days[first:last]:
            day.moments.append(moment)
    if read_until:
        for day in days[max(bisect_right(begins, read_until) - 1, 0) :]:
            day.is_whole = False
    return weeks
