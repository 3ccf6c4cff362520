"""Days and hours as people say them: "Saturday 13 June 2026", "2:30 pm" (French: "samedi 13 juin 2026", "14 h 30")."""

from collections.abc import Sequence
from datetime import date, datetime, time

from django.utils import dateformat
from django.utils.dates import MONTHS, MONTHS_AP, WEEKDAYS
from django.utils.translation import gettext, ngettext, pgettext


def full_date(day: date) -> str:
    return pgettext("a date", "%(weekday)s %(day)s %(month)s %(year)d") % _names(day)


def plain_date(day: date) -> str:
    return pgettext("a date without its weekday", "%(day)s %(month)s %(year)d") % _names(day)


def day_and_month(day: date) -> str:
    return pgettext("a date without its year", "%(day)s %(month)s") % _names(day)


def short_day(day: date) -> str:
    """ "14 Nov."."""
    return pgettext("a date without its year", "%(day)s %(month)s") % {**_names(day), "month": MONTHS_AP[day.month]}


def listed_date(day: date) -> str:
    """As one of several: "except on 14 July 2026 and 15 August 2026" (French repeats its article)."""
    return pgettext("one of several dates", "%(day)s %(month)s %(year)d") % _names(day)


def listing(items: Sequence[str]) -> str:
    """ "Monday, Tuesday and Friday"."""
    *others, last = items
    return gettext("%(others)s and %(last)s") % {"others": ", ".join(others), "last": last} if others else last


def ordinal(day: int) -> str:
    """The day of a month: "21st" (French: "21", but "1er")."""
    if day == 1:
        return pgettext("first day of the month", "1st")
    suffix = {1: "st", 2: "nd", 3: "rd"}.get(day % 10 if day not in (11, 12, 13) else 0, "th")
    forms = {
        "st": pgettext("day of the month", "%(day)dst"),
        "nd": pgettext("day of the month", "%(day)dnd"),
        "rd": pgettext("day of the month", "%(day)drd"),
        "th": pgettext("day of the month", "%(day)dth"),
    }
    return forms[suffix] % {"day": day}


def with_hours(when: str, start: datetime, end: datetime) -> str:
    """ "every day" → "every day from 10 pm to 2 am the next day"; an end equal to the start is not said."""
    days = (end.date() - start.date()).days
    names = {"when": when, "start": clock(start.time()), "end": clock(end.time()), "days": days}
    if start == end:
        return gettext("%(when)s at %(start)s") % names
    if days == 0 or (days == 1 and end.time() == time.min):
        return gettext("%(when)s from %(start)s to %(end)s") % names
    if days == 1:
        return gettext("%(when)s from %(start)s to %(end)s the next day") % names
    return (
        ngettext(
            "%(when)s from %(start)s to %(end)s, %(days)d day later",
            "%(when)s from %(start)s to %(end)s, %(days)d days later",
            days,
        )
        % names
    )


def clock(moment: time) -> str:
    """ "2 pm", "2:30 pm", "noon", "midnight" (French: "14 h", "14 h 30", "midi", "minuit")."""
    letters = "P"
    if (moment.hour, moment.minute) not in ((0, 0), (12, 0)):  # those two have a name in every language Django knows
        if moment.minute:
            letters = pgettext("hour and minutes, in Django's date format letters", "P")
        else:
            letters = pgettext("hour without minutes, in Django's date format letters", "P")
    # Django writes the press agencies' "2 p.m."; signs on doors say "2 pm".
    return dateformat.time_format(moment, letters).replace("a.m.", "am").replace("p.m.", "pm")


def number_of(day: date) -> str:
    """The day of its month within a date: "14" (French: "14", but "1er")."""
    return pgettext("first day of the month, in a date", "1") if day.day == 1 else str(day.day)


def _names(day: date) -> dict[str, object]:
    return {
        "weekday": WEEKDAYS[day.weekday()],
        "day": number_of(day),
        "month": MONTHS[day.month],
        "year": day.year,
    }
