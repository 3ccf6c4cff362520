"""The parts of an RRULE that name days: which of our frequencies they say, or that they say none."""

import re
from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from django.utils.translation import gettext_lazy as _

from volunteering.core.recurrence.patterns import LAST, place_in_month
from volunteering.core.recurrence.problems import RecurrenceError
from volunteering.core.recurrence.rules import Frequency, Weekday

_PART = re.compile(r"([A-Z]+)=([A-Z0-9,+:-]+)")
_NUMBERED_DAY = re.compile(r"([+-]?[0-9]{1,2})?(MO|TU|WE|TH|FR|SA|SU)")
# A fifth weekday is no "last" one: it takes place in some months only, which no word of ours says.
_PLACES = {"1": 1, "2": 2, "3": 3, "4": 4, "+1": 1, "+2": 2, "+3": 3, "+4": 4, "-1": LAST}
_LONGEST = 500  # characters; the text may come from anywhere


class UnsupportedRule(RecurrenceError):
    """The RRULE is malformed, or says what our words cannot. `part` is the piece to blame."""

    MESSAGES = {
        "malformed": _("This repetition cannot be read."),
        "unsupported": _("This kind of repetition is not supported. List its dates one by one."),
        "start_not_in_rule": _("The first date is not one of the dates of the repetition."),
    }

    def __init__(self, code: str, part: str):
        self.code, self.part = code, part[:80]
        self.message = self.MESSAGES[code]
        super().__init__(code, self.part)


class Pattern(NamedTuple):
    frequency: Frequency
    weekdays: tuple[str, ...] = ()
    matches: Callable[[date], bool] = lambda day: True  # which start days the RRULE's own numbers allow


def split_parts(text: str) -> dict[str, str]:
    """``FREQ=DAILY;COUNT=3`` as a dictionary; each name once."""
    value = text.strip().upper().removeprefix("RRULE:").rstrip(";")
    if len(value) > _LONGEST:
        raise UnsupportedRule("malformed", value)
    matches = [_PART.fullmatch(part) for part in value.split(";")]
    parts = {match[1]: match[2] for match in matches if match}
    if len(parts) < len(matches) or "FREQ" not in parts:
        raise UnsupportedRule("malformed", value)
    return parts


def read_number(parts: dict[str, str], name: str) -> int | None:
    """Takes the part out; None when absent."""
    text = parts.pop(name, None)
    if text is not None and not re.fullmatch("[0-9]{1,6}", text):
        raise UnsupportedRule("malformed", f"{name}={text}")
    return None if text is None else int(text)


def read_pattern(parts: dict[str, str], interval: int, start: date) -> Pattern:
    """Takes every part out; what is left or cannot be said raises UnsupportedRule."""
    frequency = parts.pop("FREQ")
    week_start = parts.pop("WKST", Weekday.MONDAY.value)
    if frequency not in _READERS:
        raise UnsupportedRule("unsupported", f"FREQ={frequency}")
    if week_start not in Weekday.values:
        raise UnsupportedRule("malformed", f"WKST={week_start}")
    pattern = _READERS[frequency](parts, interval, start)
    for name, value in parts.items():
        raise UnsupportedRule("unsupported", f"{name}={value}")
    if frequency == "WEEKLY" and interval > 1:
        _check_week_start(pattern, Weekday(week_start), start)
    return pattern


def _check_week_start(pattern: Pattern, week_start: Weekday, start: date) -> None:
    """Our weeks start on Monday; another start says the same if all days, the first date's too, fall on one side."""
    days = {start.weekday(), *(Weekday(code).number for code in pattern.weekdays)}
    if len({day >= week_start.number for day in days}) > 1:
        raise UnsupportedRule("unsupported", f"WKST={week_start.value}")


def _daily(parts: dict[str, str], interval: int, start: date) -> Pattern:
    return _every_week(parts, interval) if "BYDAY" in parts else Pattern(Frequency.DAILY)


def _weekly(parts: dict[str, str], interval: int, start: date) -> Pattern:
    days = _read_weekdays(parts)
    if any(place for place, _code in days):
        raise UnsupportedRule("unsupported", "BYDAY")
    return Pattern(Frequency.WEEKLY, tuple(code for _place, code in days))


def _every_week(parts: dict[str, str], interval: int) -> Pattern:
    """Days of the week inside a day or a month: the same as weekly, as long as no period is skipped."""
    if interval != 1:
        raise UnsupportedRule("unsupported", f"BYDAY={parts['BYDAY']}")
    return _weekly(parts, interval, date.min)


def _monthly(parts: dict[str, str], interval: int, start: date) -> Pattern:
    if "BYDAY" not in parts:
        number = _read_one(parts, "BYMONTHDAY", default=start.day, largest=31)
        return Pattern(Frequency.MONTHLY_BY_DATE, matches=lambda day: day.day == number)
    if "BYSETPOS" not in parts and parts["BYDAY"][0].isalpha():
        return _every_week(parts, interval)
    return _monthly_by_weekday(parts)


def _monthly_by_weekday(parts: dict[str, str]) -> Pattern:
    """``BYDAY=2TU`` and ``BYDAY=TU;BYSETPOS=2`` are the same Tuesday; both numbers at once are not for us."""
    places = [parts.pop("BYSETPOS", None)]
    days = _read_weekdays(parts)
    places = [place for place in (*places, days[0][0]) if place]
    if len(days) > 1 or len(places) != 1 or places[0] not in _PLACES:
        raise UnsupportedRule("unsupported", "BYDAY")
    weekday, place = Weekday(days[0][1]).number, _PLACES[places[0]]
    if place == LAST:
        return Pattern(Frequency.MONTHLY_LAST_WEEKDAY, matches=lambda day: day.weekday() == weekday)
    return Pattern(
        Frequency.MONTHLY_BY_WEEKDAY,
        matches=lambda day: day.weekday() == weekday and place_in_month(day) == place,
    )


def _yearly(parts: dict[str, str], interval: int, start: date) -> Pattern:
    if "BYMONTH" not in parts:  # BYMONTHDAY alone would be every month: it is left, and refused
        return Pattern(Frequency.YEARLY)
    month = _read_one(parts, "BYMONTH", default=start.month, largest=12)
    number = _read_one(parts, "BYMONTHDAY", default=start.day, largest=31)
    return Pattern(Frequency.YEARLY, matches=lambda day: (day.month, day.day) == (month, number))


_READERS: dict[str, Callable[[dict[str, str], int, date], Pattern]] = {
    "DAILY": _daily,
    "WEEKLY": _weekly,
    "MONTHLY": _monthly,
    "YEARLY": _yearly,
}


def _read_weekdays(parts: dict[str, str]) -> list[tuple[str | None, str]]:
    """BYDAY as (place or None, code); empty when absent."""
    text = parts.pop("BYDAY", None)
    if text is None:
        return []
    days = [_NUMBERED_DAY.fullmatch(item) for item in text.split(",")]
    if not all(days):
        raise UnsupportedRule("malformed", f"BYDAY={text}")
    return [(day[1], day[2]) for day in days if day]


def _read_one(parts: dict[str, str], name: str, *, default: int, largest: int) -> int:
    text = parts.pop(name, str(default))
    if not (re.fullmatch("[0-9]{1,2}", text) and 1 <= int(text) <= largest):
        raise UnsupportedRule("unsupported", f"{name}={text}")
    return int(text)
