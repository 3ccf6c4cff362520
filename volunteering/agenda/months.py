"""A month as a calendar shows it: weeks from Monday, each day with what happens. Pure but for the site's zone."""

import calendar
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from volunteering.agenda.models import Occurrence
from volunteering.core.days import start_of

MONTH_PATTERN = re.compile(r"(20[0-9]{2}|21[0-9]{2})-(0[1-9]|1[0-2])")
DAY_PATTERN = re.compile(MONTH_PATTERN.pattern + r"-[0-9]{2}")

IN_A_CELL = 4


@dataclass(frozen=True)
class Month:
    year: int
    month: int

    @classmethod
    def parse(cls, text: str) -> "Month | None":
        """A month written like 2027-06, else None."""
        found = MONTH_PATTERN.fullmatch(text)
        return cls(int(found[1]), int(found[2])) if found else None

    @classmethod
    def of(cls, day: date) -> "Month":
        return cls(day.year, day.month)

    def __str__(self) -> str:
        return f"{self.year}-{self.month:02d}"

    @property
    def first_day(self) -> date:
        return date(self.year, self.month, 1)

    @property
    def next(self) -> "Month":
        return Month.of(self.first_day + timedelta(days=31))

    @property
    def previous(self) -> "Month":
        return Month.of(self.first_day - timedelta(days=1))

    @property
    def days(self) -> list[list[date]]:
        """Weeks of seven days, Monday first, with the days of the months beside it."""
        return calendar.Calendar().monthdatescalendar(self.year, self.month)

    @property
    def span(self) -> tuple[datetime, datetime]:
        """The first moment shown and the first one not shown any more, aware."""
        weeks = self.days
        return start_of(weeks[0][0]), start_of(weeks[-1][-1] + timedelta(days=1))


@dataclass
class Day:
    date: date
    in_month: bool
    is_today: bool
    occurrences: list[Occurrence] = field(default_factory=list)

    @property
    def shown(self) -> list[Occurrence]:
        """What a cell has room for; one more than that is no reason to send people elsewhere."""
        return self.occurrences if len(self.occurrences) <= IN_A_CELL + 1 else self.occurrences[:IN_A_CELL]

    @property
    def more(self) -> int:
        """How many the day's own list shows besides."""
        return len(self.occurrences) - len(self.shown)


def lay_out(month: Month, occurrences: Iterable[Occurrence], *, today: date) -> list[list[Day]]:
    """The weeks of the month. What lasts stands on each of its days; an evening that ends after midnight on its own."""
    weeks = [[Day(day, day.month == month.month, day == today) for day in week] for week in month.days]
    by_date = {day.date: day for week in weeks for day in week}
    for occurrence in occurrences:
        day = max(occurrence.first_day, weeks[0][0].date)
        last = min(occurrence.last_day if occurrence.spans_days else day, weeks[-1][-1].date)
        while day <= last:
            by_date[day].occurrences.append(occurrence)
            day += timedelta(days=1)
    return weeks


def day_of(text: str) -> date | None:
    """A day written like 2027-06-14, else None."""
    try:
        return date.fromisoformat(text) if DAY_PATTERN.fullmatch(text) else None
    except ValueError:
        return None
