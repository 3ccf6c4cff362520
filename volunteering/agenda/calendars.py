"""A month or a week of a calendar: its days from Monday on, its name, those beside it. Pure but for the site's zone."""

import calendar
import re
from abc import ABC, abstractmethod
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, ClassVar, Self

from django.utils import dateformat
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy

from volunteering.core.days import start_of
from volunteering.core.moments import days_in_words, week_in_words

MONTH_PATTERN = re.compile(r"(20[0-9]{2}|21[0-9]{2})-(0[1-9]|1[0-2])")
DAY_PATTERN = re.compile(MONTH_PATTERN.pattern + r"-[0-9]{2}")


@dataclass(frozen=True)
class Stretch(ABC):
    """Days that a calendar shows at once, named by one question of an address (`name`) and its answer (`str`).

    `room` is how many dates a cell shows, `shows_places` whether it says where; `now_label` leads back to today.
    """

    first_day: date

    name: ClassVar[str]
    room: ClassVar[int]
    shows_places: ClassVar[bool] = False
    label: ClassVar[Any]
    now_label: ClassVar[Any]

    @classmethod
    @abstractmethod
    def of(cls, day: date) -> Self:
        """The one that holds this day."""

    @property
    @abstractmethod
    def days(self) -> list[list[date]]:
        """Weeks of seven days, Monday first."""

    @property
    @abstractmethod
    def next(self) -> Self: ...

    @property
    def previous(self) -> Self:
        return self.of(self.first_day - timedelta(days=1))

    @property
    @abstractmethod
    def title(self) -> str: ...

    @property
    @abstractmethod
    def short_title(self) -> str:
        """What a link to it says."""

    @abstractmethod
    def holds(self, day: date) -> bool:
        """Whether the day is one of its own; a month also shows days of the months beside it."""

    @property
    def span(self) -> tuple[datetime, datetime]:
        """The first moment shown and the first one not shown any more, aware."""
        weeks = self.days
        return start_of(weeks[0][0]), start_of(weeks[-1][-1] + timedelta(days=1))


@dataclass(frozen=True)
class Month(Stretch):
    name, room = "month", 4
    label, now_label = gettext_lazy("Months"), gettext_lazy("This month")

    @classmethod
    def of(cls, day: date) -> Self:
        return cls(day.replace(day=1))

    @classmethod
    def parse(cls, text: str) -> Self | None:
        """A month written like 2027-06, else None."""
        return cls(date.fromisoformat(f"{text}-01")) if MONTH_PATTERN.fullmatch(text) else None

    def __str__(self) -> str:
        return self.first_day.isoformat()[:7]

    @property
    def days(self) -> list[list[date]]:
        return calendar.Calendar().monthdatescalendar(self.first_day.year, self.first_day.month)

    @property
    def next(self) -> Self:
        return self.of(self.first_day + timedelta(days=31))

    @property
    def title(self) -> str:
        return capfirst(dateformat.format(self.first_day, "F Y"))

    @property
    def short_title(self) -> str:
        return dateformat.format(self.first_day, "F")

    def holds(self, day: date) -> bool:
        return (day.year, day.month) == (self.first_day.year, self.first_day.month)


@dataclass(frozen=True)
class Week(Stretch):
    name, room, shows_places = "week", 12, True
    label, now_label = gettext_lazy("Weeks"), gettext_lazy("This week")

    @classmethod
    def of(cls, day: date) -> Self:
        return cls(day - timedelta(days=day.weekday()))

    @classmethod
    def parse(cls, text: str) -> Self | None:
        """The week of a day written like 2027-06-14, else None."""
        day = day_of(text)
        return cls.of(day) if day else None

    def __str__(self) -> str:
        return self.first_day.isoformat()

    @property
    def last_day(self) -> date:
        return self.first_day + timedelta(days=6)

    @property
    def days(self) -> list[list[date]]:
        return [[self.first_day + timedelta(days=number) for number in range(7)]]

    @property
    def next(self) -> Self:
        return self.of(self.first_day + timedelta(days=7))

    @property
    def title(self) -> str:
        return week_in_words(self.first_day, self.last_day)

    @property
    def short_title(self) -> str:
        return days_in_words(self.first_day, self.last_day)

    def holds(self, day: date) -> bool:
        return self.first_day <= day <= self.last_day


def day_of(text: str) -> date | None:
    """A day written like 2027-06-14, else None."""
    try:
        return date.fromisoformat(text) if DAY_PATTERN.fullmatch(text) else None
    except ValueError:
        return None
