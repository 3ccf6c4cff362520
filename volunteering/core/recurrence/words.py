"""A rule as people say it: "every Tuesday from 2 pm to 4 pm, except school holidays (zone A)".

Every phrase is one message with named places, and a noun that changes with its place in French (Tuesday →
"tous les mardis", "le mardi") has one context each, so that a translator never meets half a sentence.
"""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from functools import reduce

from django.utils.dates import WEEKDAYS
from django.utils.functional import Promise
from django.utils.translation import gettext, ngettext, ngettext_lazy, pgettext_lazy

from volunteering.core.recurrence.dates_in_words import (
    clock,
    day_and_month,
    full_date,
    listed_date,
    listing,
    ordinal,
    plain_date,
    with_hours,
)
from volunteering.core.recurrence.patterns import LAST, place_of
from volunteering.core.recurrence.rules import Frequency, Rule, Weekday

MOST_DATES_LISTED = 3  # named one by one; beyond, their number

_AFTER_EVERY = {
    "MO": pgettext_lazy("after “every”", "Monday"),
    "TU": pgettext_lazy("after “every”", "Tuesday"),
    "WE": pgettext_lazy("after “every”", "Wednesday"),
    "TH": pgettext_lazy("after “every”", "Thursday"),
    "FR": pgettext_lazy("after “every”", "Friday"),
    "SA": pgettext_lazy("after “every”", "Saturday"),
    "SU": pgettext_lazy("after “every”", "Sunday"),
}
_AFTER_ON = {
    "MO": pgettext_lazy("after “every 3 weeks on”", "Monday"),
    "TU": pgettext_lazy("after “every 3 weeks on”", "Tuesday"),
    "WE": pgettext_lazy("after “every 3 weeks on”", "Wednesday"),
    "TH": pgettext_lazy("after “every 3 weeks on”", "Thursday"),
    "FR": pgettext_lazy("after “every 3 weeks on”", "Friday"),
    "SA": pgettext_lazy("after “every 3 weeks on”", "Saturday"),
    "SU": pgettext_lazy("after “every 3 weeks on”", "Sunday"),
}
_NTH_WEEKDAY: dict[int, Promise] = {
    1: ngettext_lazy(
        "on the first %(weekday)s of every month", "every %(months)d months on the first %(weekday)s", "months"
    ),
    2: ngettext_lazy(
        "on the second %(weekday)s of every month", "every %(months)d months on the second %(weekday)s", "months"
    ),
    3: ngettext_lazy(
        "on the third %(weekday)s of every month", "every %(months)d months on the third %(weekday)s", "months"
    ),
    4: ngettext_lazy(
        "on the fourth %(weekday)s of every month", "every %(months)d months on the fourth %(weekday)s", "months"
    ),
    LAST: ngettext_lazy(
        "on the last %(weekday)s of every month", "every %(months)d months on the last %(weekday)s", "months"
    ),
}


def describe(rule: Rule, *, today: date | None = None) -> str:
    """The rule in the active language, without capital or full stop; dates before `today` are no longer listed."""
    additions = (_limit(rule), _holidays(rule), _exceptions(rule, today), _extra(rule, today))
    return reduce(_add, filter(None, additions), _main(rule))


def _add(sentence: str, addition: str) -> str:
    return gettext("%(sentence)s, %(addition)s") % {"sentence": sentence, "addition": addition}


def _main(rule: Rule) -> str:
    if not rule.repeats and rule.duration > timedelta(days=1):
        return _period(rule)
    when, days = _REPETITIONS[rule.frequency](rule), rule.duration.days
    if not rule.all_day:
        return with_hours(when, rule.start, rule.end)
    if days == 1:
        return gettext("%(when)s, all day") % {"when": when}
    names = {"when": when, "days": days}
    return ngettext("%(when)s, for %(days)d day", "%(when)s, for %(days)d days", days) % names


def _period(rule: Rule) -> str:
    """Several days in a row, once."""
    last = rule.end - timedelta(days=1) if rule.all_day else rule.end
    names = {"first": full_date(rule.start), "last": full_date(last)}
    if rule.all_day:
        return gettext("from %(first)s to %(last)s") % names
    names |= {"start": clock(rule.start.time()), "end": clock(rule.end.time())}
    return gettext("from %(first)s at %(start)s to %(last)s at %(end)s") % names


def _once(rule: Rule) -> str:
    return gettext("on %(date)s") % {"date": full_date(rule.start)}


def _daily(rule: Rule) -> str:
    return ngettext("every day", "every %(days)d days", rule.interval) % {"days": rule.interval}


def _weekly(rule: Rule) -> str:
    if rule.interval == 1:
        return _every_week(rule)
    if rule.interval == 2 and len(rule.weekdays) == 1:
        return gettext("every other %(weekday)s") % {"weekday": WEEKDAYS[Weekday(rule.weekdays[0]).number]}
    names = {"weeks": rule.interval, "weekdays": listing([str(_AFTER_ON[code]) for code in rule.weekdays])}
    phrase = ngettext("every %(weeks)d week on %(weekdays)s", "every %(weeks)d weeks on %(weekdays)s", rule.interval)
    return phrase % names


def _every_week(rule: Rule) -> str:
    if len(rule.weekdays) == 7:
        return _daily(rule)
    if rule.weekdays == tuple(Weekday.values[:5]):
        return gettext("every weekday")
    return gettext("every %(weekdays)s") % {"weekdays": listing([str(_AFTER_EVERY[code]) for code in rule.weekdays])}


def _monthly_by_weekday(rule: Rule) -> str:
    names = {"weekday": WEEKDAYS[rule.start.weekday()], "months": rule.interval}
    return str(_NTH_WEEKDAY[place_of(rule)] % names)


def _monthly_by_date(rule: Rule) -> str:
    names = {"day": ordinal(rule.start.day), "months": rule.interval}
    if rule.start.day > 28:
        phrase = ngettext(
            "on the %(day)s of every month that has one",
            "every %(months)d months on the %(day)s, when there is one",
            rule.interval,
        )
    else:
        phrase = ngettext("on the %(day)s of every month", "every %(months)d months on the %(day)s", rule.interval)
    return phrase % names


def _yearly(rule: Rule) -> str:
    if (rule.start.month, rule.start.day, rule.interval) == (2, 29, 1):
        return gettext("on 29 February of every leap year")
    phrase = ngettext("every year on %(date)s", "every %(years)d years on %(date)s", rule.interval)
    return phrase % {"date": day_and_month(rule.start), "years": rule.interval}


_REPETITIONS: dict[Frequency, Callable[[Rule], str]] = {
    Frequency.ONCE: _once,
    Frequency.DAILY: _daily,
    Frequency.WEEKLY: _weekly,
    Frequency.MONTHLY_BY_WEEKDAY: _monthly_by_weekday,
    Frequency.MONTHLY_LAST_WEEKDAY: _monthly_by_weekday,
    Frequency.MONTHLY_BY_DATE: _monthly_by_date,
    Frequency.YEARLY: _yearly,
}


def _limit(rule: Rule) -> str:
    if rule.until:
        return gettext("until %(date)s") % {"date": plain_date(rule.until)}
    if rule.count:
        return ngettext("once only", "%(count)d times", rule.count) % {"count": rule.count}
    return ""


def _holidays(rule: Rule) -> str:
    zone = rule.skip_school_holidays
    return gettext("except school holidays (zone %(zone)s)") % {"zone": zone} if zone else ""


def _exceptions(rule: Rule, today: date | None) -> str:
    days = sorted(day for day in rule.exceptions if today is None or day >= today)
    if len(days) > MOST_DATES_LISTED:
        return ngettext("except %(number)d date", "except %(number)d dates", len(days)) % {"number": len(days)}
    return gettext("except on %(dates)s") % {"dates": listing([listed_date(day) for day in days])} if days else ""


def _extra(rule: Rule, today: date | None) -> str:
    pairs = [(start, end) for start, end in rule.extra if today is None or end.date() >= today]
    if len(pairs) > MOST_DATES_LISTED:
        return ngettext("and %(number)d other date", "and %(number)d other dates", len(pairs)) % {"number": len(pairs)}
    dates = [_extra_date(rule, start, end) for start, end in pairs]
    return gettext("and also on %(dates)s") % {"dates": listing(dates)} if dates else ""


def _extra_date(rule: Rule, start: datetime, end: datetime) -> str:
    """With its hours only when they differ from the rule's."""
    same_hours = (start.time(), end - start) == (rule.start.time(), rule.duration)
    return listed_date(start) if same_hours or rule.all_day else with_hours(listed_date(start), start, end)
