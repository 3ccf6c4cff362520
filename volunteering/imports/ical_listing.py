"""Repetitions our words cannot say (the first and the third Monday, the last Sunday of March), date by date."""

from collections import deque
from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta, tzinfo
from itertools import islice, takewhile

from dateutil.relativedelta import relativedelta
from dateutil.rrule import rrulestr
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from volunteering.conf import conf
from volunteering.core.recurrence import MAX_DATES, Weekday
from volunteering.imports.timings import Slot

DAY = timedelta(days=1)
PARTS = {"FREQ", "INTERVAL", "COUNT", "UNTIL", "BYDAY", "BYMONTHDAY", "BYMONTH", "BYSETPOS", "WKST"}
FREQUENCIES = {"DAILY", "WEEKLY", "MONTHLY", "YEARLY"}


def listed(
    text: str, start: datetime, end: datetime, zone: tzinfo, *, extra: list[Slot], exceptions: set[datetime]
) -> list[Slot]:
    """Every date up to the horizon, the last MAX_DATES of them: naive, on the wall clock of the event's own zone.

    `text` is the RRULE's value or empty. Raises ValidationError for a rule that we cannot follow.
    """
    length = end - start
    starts = _starts(text, start, zone) if text else iter([start])
    slots = {start: start + length for start in deque(starts, maxlen=MAX_DATES)} | dict(extra)
    return sorted((start, end) for start, end in slots.items() if start not in exceptions)[-MAX_DATES:]


def _starts(text: str, first: datetime, zone: tzinfo) -> Iterator[datetime]:
    """The rule's starts on the wall clock of its own zone. COUNT is applied last: days are filtered on the way."""
    parts = dict(part.split("=", 1) for part in text.upper().split(";") if "=" in part)
    if parts.get("FREQ") not in FREQUENCIES or not set(parts) <= PARTS or parts.get("INTERVAL") == "0":
        raise ValidationError(_("this kind of repetition (%(rule)s) is not supported."), params={"rule": text[:80]})
    horizon = datetime.combine(timezone.localdate(), time.max) + relativedelta(months=conf.OCCURRENCE_MONTHS)
    until = _until(parts.pop("UNTIL", ""), zone)
    last = min(until, horizon) if until else horizon
    count = int(parts.pop("COUNT", "0")) or None
    filters = {}
    if parts["FREQ"] in {"DAILY", "WEEKLY"}:
        # dateutil looks for a day that never comes until the year 9999: give it rules that always have a next one.
        names = ("BYMONTH", "BYMONTHDAY", "BYSETPOS") + (("BYDAY",) if parts["FREQ"] == "DAILY" else ())
        filters = {name: parts.pop(name).split(",") for name in names if name in parts}
    try:
        rule = rrulestr(";".join(f"{name}={number}" for name, number in parts.items()), dtstart=first)
    except (ValueError, TypeError) as error:
        raise ValidationError(_("this repetition (%(rule)s) cannot be read."), params={"rule": text[:80]}) from error
    starts = (start for start in takewhile(lambda start: start <= last, rule) if _passes(start, filters))
    return islice(starts, count)


def _passes(start: datetime, filters: dict[str, list[str]]) -> bool:
    days_in_month = (start.replace(day=28) + timedelta(days=4)).replace(day=1) - DAY
    told = {
        "BYMONTH": {str(start.month)},
        "BYMONTHDAY": {str(start.day), str(start.day - days_in_month.day - 1)},
        "BYDAY": {Weekday.of(start).value},
        "BYSETPOS": {"1", "-1"},
    }
    return all(told[name] & {item.lstrip("+0") for item in wanted} for name, wanted in filters.items())


def _until(text: str, zone: tzinfo) -> datetime | None:
    if not text:
        return None
    try:
        if "T" not in text:
            return datetime.combine(datetime.strptime(text, "%Y%m%d"), time.max)
        moment = datetime.strptime(text.removesuffix("Z"), "%Y%m%dT%H%M%S")
    except ValueError as error:
        raise ValidationError(
            _("the end of the repetition (%(until)s) cannot be read."), params={"until": text}
        ) from error
    return moment.replace(tzinfo=UTC).astimezone(zone).replace(tzinfo=None) if text.endswith("Z") else moment
