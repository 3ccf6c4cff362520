"""When something takes place, as a page says it: "Saturday 13 June, 2 pm – 5 pm" (« samedi 13 juin, 14 h – 17 h »).

Pure: local (naive or aware) datetimes in, words in the active language out. An end is exclusive; all day means
local midnights. The year is said only when it is not this year's.
"""

from datetime import date, datetime, timedelta

from django.utils.dates import MONTHS, WEEKDAYS
from django.utils.translation import gettext, pgettext

from volunteering.core.recurrence.dates_in_words import (
    clock,
    day_and_month,
    full_date,
    number_of,
    plain_date,
    short_day,
)

DAY = timedelta(days=1)


def day_in_words(day: date, *, today: date) -> str:
    """ "Saturday 13 June", with the year when it is another one."""
    if day.year != today.year:
        return full_date(day)
    return pgettext("a date with its weekday, this year", "%(weekday)s %(day)s %(month)s") % {
        "weekday": WEEKDAYS[day.weekday()],
        "day": number_of(day),
        "month": MONTHS[day.month],
    }


def nearness(day: date, *, today: date) -> str:
    """ "Today", "Tomorrow", else nothing."""
    return {0: gettext("Today"), 1: gettext("Tomorrow")}.get((day - today).days, "")


def hours_in_words(start: datetime, end: datetime, *, all_day: bool = False) -> str:
    """ "2 pm – 5 pm"; what ends when it starts has no end to tell."""
    if all_day:
        return gettext("all day")
    if start == end:
        return clock(start.time())
    return pgettext("hours", "%(start)s – %(end)s") % {"start": clock(start.time()), "end": clock(end.time())}


def moment_in_words(moment: datetime, *, today: date) -> str:
    """ "Saturday 13 June, 2 pm"."""
    return pgettext("a day and an hour", "%(day)s, %(hour)s") % {
        "day": day_in_words(moment.date(), today=today),
        "hour": clock(moment.time()),
    }


def last_day(start: datetime, end: datetime) -> date:
    """The last day people notice: what ends at 2 in the night belongs to the evening before."""
    last = end - timedelta(microseconds=1) if end > start else end
    return start.date() if end - start < DAY else last.date()


def span_in_words(start: datetime, end: datetime, *, all_day: bool, today: date) -> str:
    """The whole of it in one line: one day with its hours, or two days (with hours unless all day)."""
    first, last = start.date(), last_day(start, end)
    names = {"first": day_in_words(first, today=today), "last": day_in_words(last, today=today)}
    if first == last:
        hours = hours_in_words(start, end, all_day=all_day)
        return pgettext("a day and its hours", "%(day)s, %(hours)s") % {"day": names["first"], "hours": hours}
    if all_day:
        return gettext("from %(first)s to %(last)s") % names
    return gettext("from %(first)s at %(start)s to %(last)s at %(end)s") % {
        **names,
        "start": clock(start.time()),
        "end": clock(end.time()),
    }


def period_in_words(first: date | None, last: date | None, *, today: date) -> str:
    """ "From Monday 1 June to Sunday 30 August", "until Sunday 30 August"; nothing without either."""
    words = [day_in_words(day, today=today) if day else "" for day in (first, last)]
    return _period(*words)


def short_period_in_words(first: date | None, last: date) -> str:
    """ "From 1 June to 30 August", "until 30 August": no weekday and no year, for what lasts some weeks."""
    return _period(day_and_month(first) if first else "", day_and_month(last))


def days_in_words(first: date, last: date) -> str:
    """ "8 – 14 Nov.", "30 Nov. – 6 Dec.": days in a row, as short as a link."""
    return pgettext("days in a row", "%(first)s – %(last)s") % {
        "first": number_of(first) if _in_one_month(first, last) else short_day(first),
        "last": short_day(last),
    }


def week_in_words(first: date, last: date) -> str:
    """ "Week from 8 to 14 June 2026"."""
    return gettext("Week from %(first)s to %(last)s") % {
        "first": number_of(first) if _in_one_month(first, last) else day_and_month(first),
        "last": plain_date(last),
    }


def _in_one_month(first: date, last: date) -> bool:
    return (first.year, first.month) == (last.year, last.month)


def _period(first: str, last: str) -> str:
    names = {"first": first, "last": last}
    if first and last:
        return gettext("from %(first)s to %(last)s") % names
    if last:
        return gettext("until %(last)s") % names
    return gettext("from %(first)s on") % names if first else ""


def ages_in_words(youngest: int | None, oldest: int | None) -> str:
    """ "From 6 to 12 years", "from 6 years on", "up to 12 years"."""
    names = {"youngest": youngest, "oldest": oldest}
    if youngest and oldest:
        return gettext("from %(youngest)d to %(oldest)d years") % names
    if youngest:
        return gettext("from %(youngest)d years on") % names
    return gettext("up to %(oldest)d years") % names if oldest else ""


def duration_in_words(minutes: int) -> str:
    """ "45 min", "2 h", "1 h 30"."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return pgettext("a duration", "%(minutes)d min") % {"minutes": rest}
    if not rest:
        return pgettext("a duration", "%(hours)d h") % {"hours": hours}
    return pgettext("a duration", "%(hours)d h %(minutes)02d") % {"hours": hours, "minutes": rest}


def coming_weekend(today: date) -> date:
    """The Saturday of this week; on a Sunday, that very day."""
    return today if today.weekday() == 6 else today + timedelta(days=5 - today.weekday())
