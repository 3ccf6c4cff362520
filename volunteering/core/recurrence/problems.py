"""What can be wrong with a rule: a code for machines, the field it concerns, a sentence that says how to repair it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, time
from typing import TYPE_CHECKING

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from volunteering.core.holidays import SchoolZone

if TYPE_CHECKING:
    from volunteering.core.recurrence.rules import Rule

MAX_DATES = 800  # for a count, free dates and exceptions alike: more than two years of every day
MAX_INTERVAL = 99
MAX_DAYS = 3653  # ten years: further is a typing mistake (2206 for 2026)
# Years the arithmetic is safe in: far from where UTC conversion overflows, wide enough for any agenda.
FIRST_YEAR, LAST_YEAR = 1900, 2199


class RecurrenceError(ValueError):
    """A repetition we cannot keep: `code` for machines; as text, a sentence for people in the active language."""

    code: str
    message: Promise

    def __str__(self) -> str:
        return str(self.message)


class InvalidRule(RecurrenceError):
    """The rule contradicts itself; `field` names the attribute of Rule to repair."""

    def __init__(self, code: str):
        super().__init__(code)
        self.code = code
        self.field = PROBLEMS[code].field
        self.message = PROBLEMS[code].message


@dataclass(frozen=True)
class Problem:
    field: str
    message: Promise
    spoils: Callable[["Rule"], bool]


def check(rule: "Rule") -> None:
    """Raise InvalidRule for the first problem found, in the order of PROBLEMS."""
    for code, problem in PROBLEMS.items():
        if problem.spoils(rule):
            raise InvalidRule(code)


def _moments(rule: "Rule") -> list[datetime]:
    return [rule.start, rule.end, *(moment for pair in rule.extra for moment in pair)]


def _is_beyond_ten_years(rule: "Rule") -> bool:
    """A count is measured by its shortest possible length: skipped months only make it longer."""
    if rule.until and (rule.until - rule.start.date()).days > MAX_DAYS:
        return True
    if (rule.end - rule.start).days > MAX_DAYS:
        return True
    periods = -(-(rule.count or 1) // max(1, len(rule.weekdays))) - 1
    return periods * rule.interval * rule.frequency.days > MAX_DAYS


PROBLEMS: dict[str, Problem] = {
    "not_local": Problem(
        "start",
        _("Dates and times are local ones, without a time zone."),
        lambda rule: any(moment.tzinfo for moment in _moments(rule)),
    ),
    "year_out_of_range": Problem(
        "start",
        _("Check the year: it should be between 1900 and 2199."),
        lambda rule: any(not FIRST_YEAR <= moment.year <= LAST_YEAR for moment in _moments(rule)),
    ),
    "end_before_start": Problem(
        "end",
        _("The end comes before the start. Choose a later end."),
        lambda rule: rule.end < rule.start or (rule.all_day and rule.end == rule.start),
    ),
    "all_day_not_midnight": Problem(
        "all_day",
        _("An event that lasts all day has no hours. Remove the hours, or untick “all day”."),
        lambda rule: rule.all_day and any(moment.time() != time.min for moment in _moments(rule)),
    ),
    "interval_too_small": Problem(
        "interval",
        _("Write 1 for every time, 2 for every other time, and so on."),
        lambda rule: rule.interval < 1,
    ),
    "interval_too_large": Problem(
        "interval",
        _("Write a number up to 99."),
        lambda rule: rule.interval > MAX_INTERVAL,
    ),
    "until_and_count": Problem(
        "until",
        _("Choose either a last day or a number of dates, not both."),
        lambda rule: rule.until is not None and rule.count is not None,
    ),
    "until_before_start": Problem(
        "until",
        _("The last day comes before the first date. Choose a later one."),
        lambda rule: rule.until is not None and rule.until < rule.start.date(),
    ),
    "count_too_small": Problem(
        "count",
        _("Write at least 1, or leave it empty."),
        lambda rule: rule.count is not None and rule.count < 1,
    ),
    "count_too_large": Problem(
        "count",
        _("An event has at most 800 dates. Write a smaller number, or choose a last day."),
        lambda rule: rule.count is not None and rule.count > MAX_DATES,
    ),
    "too_long": Problem(
        "until",
        _("These dates go on for more than ten years. Check the year."),
        _is_beyond_ten_years,
    ),
    "too_many_exceptions": Problem(
        "exceptions",
        _("At most 800 dates can be left out."),
        lambda rule: len(rule.exceptions) > MAX_DATES,
    ),
    "too_many_extra": Problem(
        "extra",
        _("At most 800 dates can be added."),
        lambda rule: len(rule.extra) > MAX_DATES,
    ),
    "extra_end_before_start": Problem(
        "extra",
        _("One of the added dates ends before it starts. Choose a later end."),
        lambda rule: any(end < start or (rule.all_day and end == start) for start, end in rule.extra),
    ),
    "unknown_school_zone": Problem(
        "skip_school_holidays",
        _("Choose a school zone from the list."),
        lambda rule: bool(rule.skip_school_holidays) and rule.skip_school_holidays not in SchoolZone.values,
    ),
    "unknown_frequency": Problem("frequency", _("Choose how the event repeats from the list."), lambda rule: False),
    "unknown_weekday": Problem("weekdays", _("Choose days of the week from the list."), lambda rule: False),
    "no_date": Problem(
        "until",
        _("This gives no date at all. Choose a later last day, or other days of the week."),
        lambda rule: False,
    ),
}
