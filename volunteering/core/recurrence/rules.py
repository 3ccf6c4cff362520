"""How an event repeats, as an editor says it."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import models
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext_lazy as _

from volunteering.core.recurrence.problems import InvalidRule, check


class Frequency(models.TextChoices):
    ONCE = "once", _("Only once")
    DAILY = "daily", _("Every day")
    WEEKLY = "weekly", _("Every week")
    MONTHLY_BY_WEEKDAY = "monthly_by_weekday", _("Every month, on the same weekday (the second Tuesday)")
    MONTHLY_LAST_WEEKDAY = "monthly_last_weekday", _("Every month, on the last such weekday (the last Friday)")
    MONTHLY_BY_DATE = "monthly_by_date", _("Every month, on the same date (the 15th)")
    YEARLY = "yearly", _("Every year")

    @property
    def days(self) -> int:
        """The shortest time between two dates, in days."""
        return {"once": 0, "daily": 1, "weekly": 7, "yearly": 365}.get(self.value, 28)


class Weekday(models.TextChoices):
    """RFC 5545 codes, in the order of the French week; the names are Django's own."""

    MONDAY = "MO", WEEKDAYS[0]
    TUESDAY = "TU", WEEKDAYS[1]
    WEDNESDAY = "WE", WEEKDAYS[2]
    THURSDAY = "TH", WEEKDAYS[3]
    FRIDAY = "FR", WEEKDAYS[4]
    SATURDAY = "SA", WEEKDAYS[5]
    SUNDAY = "SU", WEEKDAYS[6]

    @classmethod
    def of(cls, day: date) -> "Weekday":
        return list(cls)[day.weekday()]

    @property
    def number(self) -> int:
        """0 for Monday, as date.weekday()."""
        return list(Weekday).index(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A first date and its repetition, in naive local wall-clock time. Raises InvalidRule when it contradicts itself.

    - `end` is exclusive; equal to `start` when the end is unknown. All day: two midnights, the second one
      exclusive, as DTEND in RFC 5545 (a one-day event ends at midnight of the next day).
    - `weekdays` serve the weekly frequency; empty means the weekday of `start`. When `start` is not one of
      them, the first date is the next one that is (see `aligned`).
    - monthly by weekday repeats the place of `start` in its month, first to fourth. A fifth weekday, which most
      months have not, means the last one: the rule becomes a MONTHLY_LAST_WEEKDAY.
    - monthly by date skips the months that are too short, yearly on 29 February the years that are (RFC 5545 3.3.10).
    - `until` is the last possible local start day, included; `count` counts the dates before exceptions and
      holidays are taken away, extra dates apart (RFC 5545).
    - `exceptions` are local days on which the rule's own date does not take place.
    - `extra` are free dates (start, end) beside the rule. Picked by hand, they ignore school holidays.
    - `skip_school_holidays` is a SchoolZone or "".

    What a frequency does not use is emptied, so that two rules saying the same thing are equal.
    """

    start: datetime
    end: datetime
    all_day: bool = False
    frequency: Frequency = Frequency.ONCE
    interval: int = 1
    weekdays: tuple[str, ...] = ()
    until: date | None = None
    count: int | None = None
    exceptions: frozenset[date] = frozenset()
    extra: tuple[tuple[datetime, datetime], ...] = ()
    skip_school_holidays: str = ""

    def __post_init__(self):
        for name, value in _tidy(self).items():
            object.__setattr__(self, name, value)
        check(self)

    @property
    def duration(self) -> timedelta:
        """On the wall clock."""
        return self.end - self.start

    @property
    def repeats(self) -> bool:
        return self.frequency != Frequency.ONCE


def _tidy(rule: Rule) -> dict[str, object]:
    """The attributes in their one canonical form."""
    if rule.frequency not in Frequency.values:
        raise InvalidRule("unknown_frequency")
    if not set(rule.weekdays) <= set(Weekday.values):
        raise InvalidRule("unknown_weekday")
    frequency = Frequency(rule.frequency)
    if frequency == Frequency.MONTHLY_BY_WEEKDAY and rule.start.day > 28:
        frequency = Frequency.MONTHLY_LAST_WEEKDAY
    weekdays = {*rule.weekdays} or {Weekday.of(rule.start)}
    tidy: dict[str, object] = {
        "frequency": frequency,
        "weekdays": tuple(day.value for day in Weekday if day in weekdays) if frequency == Frequency.WEEKLY else (),
        "exceptions": frozenset(rule.exceptions),
        # Sorted without their zones: a zone is refused afterwards, with a message.
        "extra": tuple(
            sorted(map(tuple, rule.extra), key=lambda pair: [moment.replace(tzinfo=None) for moment in pair])
        ),
    }
    if frequency == Frequency.ONCE:
        tidy |= {"interval": 1, "until": None, "count": None, "skip_school_holidays": ""}
    return tidy
