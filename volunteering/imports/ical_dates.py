"""When a calendar's event takes place, as the value of our event's `dates`.

What our own rule can say becomes that rule; any other repetition is listed date by date (`ical_listing`).
"""

from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import Any
from zoneinfo import ZoneInfo

from dateutil.relativedelta import relativedelta
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from volunteering.conf import conf
from volunteering.core.recurrence import RecurrenceError, Rule, UnsupportedRule, from_rrule
from volunteering.imports.ical_file import CalendarEvent, value
from volunteering.imports.ical_listing import listed
from volunteering.imports.page_fields import Values
from volunteering.imports.timings import Slot, one_by_one, rule_row

DAY, HOUR = timedelta(days=1), timedelta(hours=1)
LARGEST_INTERVAL = 52  # of an event's date in the editor


class Span:
    """DTSTART to DTEND: naive on the wall clock of `zone`, the end exclusive."""

    def __init__(self, event: CalendarEvent, component: Any) -> None:
        start, self.all_day = _moment(component, "DTSTART"), False
        if start is None:
            raise ValidationError(_("the event does not say when it starts."))
        self.zone = zone_of(start, event.zone)
        self.all_day = not isinstance(start, datetime)
        self.start = naive(start, self.zone)
        self.end = self._end(component)
        if self.end <= self.start:
            raise ValidationError(_("the event ends before it starts."))

    def _end(self, component: Any) -> datetime:
        """Without an end: the whole day, or an hour (our events have an end)."""
        end, duration = _moment(component, "DTEND"), value(component, "DURATION")
        if end is not None:
            if isinstance(end, datetime) == self.all_day:
                raise ValidationError(_("one of start and end has an hour, the other has none."))
            finish = naive(end, self.zone)
            return self.start + HOUR if finish == self.start and not self.all_day else finish
        if isinstance(duration, timedelta):
            return self.start + duration
        return self.start + (DAY if self.all_day else HOUR)


def read_dates(event: CalendarEvent) -> list[Values]:
    """Raises ValidationError in plain words."""
    component = event.master
    try:
        span = Span(event, component)
        repetition = value(component, "RRULE")
        extra, exceptions = _added(component, span), _left_out(component, span)
    except (ValueError, OverflowError) as error:
        raise ValidationError(str(error)) from error
    site = timezone.get_default_timezone()
    text = repetition.to_ical().decode() if repetition else ""
    if span.all_day or same_clock(span, site):
        try:
            return [rule_row(_rule(text, span, site, extra, exceptions))]
        except RecurrenceError:
            pass  # our words cannot say it: its dates can
    slots = listed(text, span.start, span.end, span.zone, extra=extra, exceptions=exceptions)
    if not slots:
        raise ValidationError(_("this repetition gives no date."))
    if span.all_day:
        return [_all_day_row(slots)]
    return one_by_one(sorted(_aware(slot, span.zone) for slot in slots), site)


def naive(moment: date | datetime, zone: tzinfo) -> datetime:
    if not isinstance(moment, datetime):
        return datetime.combine(moment, time.min)
    return moment.astimezone(zone).replace(tzinfo=None) if moment.tzinfo else moment


def zone_of(moment: date | datetime, default: ZoneInfo) -> tzinfo:
    return (moment.tzinfo if isinstance(moment, datetime) else None) or default


def same_clock(span: Span, site: ZoneInfo) -> bool:
    """Whether the two zones show the same hour on every first of a month while dates are materialised."""
    months = conf.OCCURRENCE_MONTHS + 1
    days = [span.start, *(timezone.now().replace(tzinfo=None, day=1) + relativedelta(months=n) for n in range(months))]
    return all(day.replace(tzinfo=span.zone).utcoffset() == day.replace(tzinfo=site).utcoffset() for day in days)


def _rule(text: str, span: Span, site: ZoneInfo, extra: list[Slot], exceptions: set[datetime]) -> Rule:
    days = frozenset(moment.date() for moment in exceptions)
    common = {"start": span.start, "end": span.end, "all_day": span.all_day, "extra": tuple(extra), "exceptions": days}
    rule = from_rrule(text, zone=site, **common) if text else Rule(**common)
    if rule.interval > LARGEST_INTERVAL:
        raise UnsupportedRule("unsupported", f"INTERVAL={rule.interval}")
    return rule


def _added(component: Any, span: Span) -> list[Slot]:
    """RDATE: moments, or periods with an end of their own."""
    slots = []
    for entry in _entries(component, "RDATE"):
        begin, end = entry if isinstance(entry, tuple) else (entry, None)
        start = naive(begin, span.zone)
        finish = start + end if isinstance(end, timedelta) else naive(end, span.zone) if end else None
        slots.append((start, finish or start + (span.end - span.start)))
    return slots


def _left_out(component: Any, span: Span) -> set[datetime]:
    """EXDATE; a whole day leaves out the date of that day."""
    moments = _entries(component, "EXDATE")
    return {
        naive(moment, span.zone)
        if isinstance(moment, datetime) or span.all_day
        else datetime.combine(moment, span.start.time())
        for moment in moments
    }


def _entries(component: Any, name: str) -> list[Any]:
    found = component.get(name, [])
    return [entry.dt for each in (found if isinstance(found, list) else [found]) for entry in each.dts]


def _moment(component: Any, name: str) -> date | datetime | None:
    moment = value(component, name)
    if isinstance(moment, datetime) and moment.tzinfo is None and "TZID" in component[name].params:
        zone = str(component[name].params["TZID"])[:40]
        raise ValidationError(_("the time zone “%(zone)s” is unknown."), params={"zone": zone})
    return moment


def _aware(slot: Slot, zone: tzinfo) -> Slot:
    start, end = (moment.replace(tzinfo=zone).astimezone(UTC) for moment in slot)
    return start, end


def _all_day_row(slots: list[Slot]) -> Values:
    (start, end), *others = slots
    return rule_row(Rule(start=start, end=end, all_day=True, extra=tuple(others)))
