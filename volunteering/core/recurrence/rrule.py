"""To and from the RRULE value of RFC 5545 (3.3.10), for the repetitions that an editor can say in words."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from volunteering.core.recurrence.expansion import aligned
from volunteering.core.recurrence.patterns import place_of
from volunteering.core.recurrence.rrule_parts import Pattern, UnsupportedRule, read_number, read_pattern, split_parts
from volunteering.core.recurrence.rules import Frequency, Rule, Weekday

_EIGHT_YEARS = 8 * 366  # days from one 29 February to the next, around 1900 and 2100 included
_DAY = timedelta(days=1)


def to_rrule(rule: Rule, *, zone: ZoneInfo | None = None) -> str:
    """The RRULE value, "" for a single date. DTSTART must be the start of `aligned(rule)`.

    UNTIL has the form DTSTART demands: a date all day, UTC when DTSTART has a TZID (give its `zone`), else
    floating. It says the end of the last day. EXDATE and RDATE are apart: see `excluded_starts` and `rule.extra`.
    """
    if not rule.repeats:
        return ""
    parts = [*_PARTS[rule.frequency](rule)]
    if rule.interval > 1:
        parts.insert(1, f"INTERVAL={rule.interval}")
    if rule.count:
        parts.append(f"COUNT={rule.count}")
    if rule.until:
        parts.append(f"UNTIL={_until_text(rule, rule.until, zone)}")
    return ";".join(parts)


def from_rrule(
    text: str,
    *,
    start: datetime,
    end: datetime,
    zone: ZoneInfo,
    all_day: bool = False,
    exceptions: frozenset[date] = frozenset(),
    extra: tuple[tuple[datetime, datetime], ...] = (),
) -> Rule:
    """Read an RRULE value (``RRULE:`` in front allowed) for a local, naive start and end; `zone` is DTSTART's.

    A start that the rule does not say (undefined in RFC 5545) moves to the first date it does say.
    Raises UnsupportedRule for what our words cannot say, InvalidRule for what contradicts itself.
    """
    once = Rule(start=start, end=end, all_day=all_day)  # the first date must be sound before anything is built on it
    parts = split_parts(text)
    interval, count, until = _limits(parts, once.start, zone)
    pattern = read_pattern(parts, interval, once.start)
    shift = _distance_to_match(start.date(), pattern, interval)
    rule = Rule(
        start=start + shift,
        end=end + shift,
        all_day=all_day,
        frequency=pattern.frequency,
        interval=interval,
        weekdays=pattern.weekdays,
        until=until,
        count=count,
        exceptions=exceptions,
        extra=extra,
    )
    return aligned(rule)


_PARTS: dict[Frequency, Callable[[Rule], list[str]]] = {
    Frequency.DAILY: lambda rule: ["FREQ=DAILY"],
    Frequency.WEEKLY: lambda rule: ["FREQ=WEEKLY", f"BYDAY={','.join(rule.weekdays)}"],
    Frequency.MONTHLY_BY_WEEKDAY: lambda rule: ["FREQ=MONTHLY", _nth_weekday(rule)],
    Frequency.MONTHLY_LAST_WEEKDAY: lambda rule: ["FREQ=MONTHLY", _nth_weekday(rule)],
    Frequency.MONTHLY_BY_DATE: lambda rule: ["FREQ=MONTHLY", f"BYMONTHDAY={rule.start.day}"],
    Frequency.YEARLY: lambda rule: ["FREQ=YEARLY", f"BYMONTH={rule.start.month}", f"BYMONTHDAY={rule.start.day}"],
}


def _nth_weekday(rule: Rule) -> str:
    return f"BYDAY={place_of(rule)}{Weekday.of(rule.start).value}"


def _until_text(rule: Rule, until: date, zone: ZoneInfo | None) -> str:
    if rule.all_day:
        return f"{until:%Y%m%d}"
    last_second = datetime.combine(until, time(23, 59, 59))
    if zone is None:
        return f"{last_second:%Y%m%dT%H%M%S}"
    return f"{last_second.replace(tzinfo=zone).astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _limits(parts: dict[str, str], start: datetime, zone: ZoneInfo) -> tuple[int, int | None, date | None]:
    interval = read_number(parts, "INTERVAL")
    return 1 if interval is None else interval, read_number(parts, "COUNT"), _read_until(parts, start, zone)


def _read_until(parts: dict[str, str], start: datetime, zone: ZoneInfo) -> date | None:
    """The last local day on which the event may start."""
    text = parts.pop("UNTIL", None)
    if text is None:
        return None
    try:
        if "T" not in text:
            return datetime.strptime(text, "%Y%m%d").date()
        moment = datetime.strptime(text.removesuffix("Z"), "%Y%m%dT%H%M%S")
        if text.endswith("Z"):
            moment = moment.replace(tzinfo=UTC).astimezone(zone).replace(tzinfo=None)
        return moment.date() if moment.time() >= start.time() else moment.date() - _DAY
    except (ValueError, OverflowError) as error:
        raise UnsupportedRule("malformed", f"UNTIL={text}") from error


def _distance_to_match(start: date, pattern: Pattern, interval: int) -> timedelta:
    """From a start to the first day of the pattern. Skipped periods are counted from the start: it cannot move then."""
    if pattern.matches(start):
        return timedelta()
    if interval == 1:
        for days in range(1, _EIGHT_YEARS + 1):
            if pattern.matches(start + days * _DAY):
                return days * _DAY
    raise UnsupportedRule("start_not_in_rule", start.isoformat())
