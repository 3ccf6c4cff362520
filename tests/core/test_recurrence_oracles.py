"""Our dates against two independent readers of RFC 5545, over 18 months: python-dateutil and recurring-ical-events."""

from datetime import UTC, date, datetime, time, timedelta

import icalendar
import recurring_ical_events
from dateutil import rrule as oracle
from dateutil import tz
from hypothesis import given
from hypothesis import strategies as st

from tests.core.recurrence_rules import PARIS, days_near, rules
from volunteering.core.recurrence import Frequency, Rule, aligned, excluded_starts, expand, from_rrule, to_rrule
from volunteering.core.recurrence.patterns import pattern_days

EIGHTEEN_MONTHS = timedelta(days=549)
DATEUTIL_PARIS = tz.gettz("Europe/Paris")
WINDOW_STARTS = days_near(date(2026, 1, 1), most=1500)


def dateutil_parts(rule: Rule) -> dict:
    """The rule in dateutil's words, told from its attributes and not from our RRULE."""
    weekday = oracle.weekdays[rule.start.weekday()]
    match rule.frequency:
        case Frequency.ONCE:
            return {"freq": oracle.DAILY, "until": rule.start}
        case Frequency.DAILY:
            return {"freq": oracle.DAILY}
        case Frequency.WEEKLY:
            return {"freq": oracle.WEEKLY, "byweekday": [getattr(oracle, code) for code in rule.weekdays]}
        case Frequency.MONTHLY_BY_WEEKDAY:
            return {"freq": oracle.MONTHLY, "byweekday": weekday((rule.start.day + 6) // 7)}
        case Frequency.MONTHLY_LAST_WEEKDAY:
            return {"freq": oracle.MONTHLY, "byweekday": weekday(-1)}
        case Frequency.MONTHLY_BY_DATE:
            return {"freq": oracle.MONTHLY}
        case _:
            return {"freq": oracle.YEARLY}


def dateutil_starts(rule: Rule, *, last: date) -> list[datetime]:
    """Naive local starts up to `last`, exceptions taken away."""
    until = datetime.combine(min(rule.until or last, last), time.max)
    limit = {"count": rule.count} if rule.count else {"until": until}
    said = oracle.rrule(dtstart=rule.start, interval=rule.interval, cache=False, **(limit | dateutil_parts(rule)))
    return [
        start for start in said if start.date() not in rule.exceptions and start <= datetime.combine(last, time.max)
    ]


def dateutil_utc(moment: datetime) -> datetime:
    return tz.resolve_imaginary(moment.replace(tzinfo=DATEUTIL_PARIS)).astimezone(UTC)


def calendar_of(rule: Rule) -> icalendar.Calendar:
    """The rule as another calendar would read it in our feed."""
    first = aligned(rule)
    event = icalendar.Event()
    event.add("uid", "1")
    event.add("dtstamp", datetime(2026, 1, 1, tzinfo=UTC))
    event.add("dtstart", in_feed(first, first.start))
    event.add("dtend", in_feed(first, first.end))
    if rule.repeats:
        event.add("rrule", icalendar.vRecur.from_ical(to_rrule(first, zone=PARIS)))
    removed = {datetime.combine(day, first.start.time()) for day in rule.exceptions}
    for start in sorted(removed):
        event.add("exdate", in_feed(first, start))
    for start, _end in rule.extra:
        event.add("rdate", in_feed(first, start))
    calendar = icalendar.Calendar()
    calendar.add_component(event)
    return calendar


def in_feed(rule: Rule, moment: datetime) -> date | datetime:
    return moment.date() if rule.all_day else moment.replace(tzinfo=PARIS)


def in_utc(moment: date | datetime) -> datetime:
    aware = moment if isinstance(moment, datetime) else datetime.combine(moment, time.min, tzinfo=PARIS)
    return aware.astimezone(UTC)


def has_a_date(rule: Rule) -> bool:
    return any(True for _day in pattern_days(rule, first=rule.start.date()))


def falls_in_the_gap(rule: Rule, start: datetime) -> bool:
    return not rule.all_day and start.astimezone(PARIS).time() != rule.start.time()


@given(rules(), WINDOW_STARTS)
def test_a_rule_gives_the_starts_that_dateutil_gives(rule, since):
    slots = expand(rule, since=since, until=since + EIGHTEEN_MONTHS, zone=PARIS)
    opening, closing = in_utc(since), in_utc(since + EIGHTEEN_MONTHS)
    starts = [dateutil_utc(start) for start in dateutil_starts(rule, last=since + EIGHTEEN_MONTHS)]
    assert [slot.start for slot in slots if slot.start >= opening] == [s for s in starts if opening <= s < closing]


@given(rules())
def test_a_rule_told_from_its_start_misses_no_date_of_dateutil(rule):
    last = rule.start.date() + EIGHTEEN_MONTHS
    slots = expand(rule, since=rule.start, until=last + timedelta(days=1), zone=PARIS)
    assert [slot.start for slot in slots] == [dateutil_utc(start) for start in dateutil_starts(rule, last=last)]


@given(rules(with_extra=True).filter(has_a_date), WINDOW_STARTS)
def test_a_feed_of_the_rule_gives_the_same_slots_in_another_calendar(rule, since):
    # They read a bare day as one of UTC, an aware one beside bare days as well: give each the kind it understands.
    window = [day if rule.all_day else in_utc(day) for day in (since, since + EIGHTEEN_MONTHS)]
    found = recurring_ical_events.of(calendar_of(rule)).between(*window)
    theirs = sorted((in_utc(event.start), in_utc(event.end)) for event in found)
    ours = expand(rule, since=since, until=since + EIGHTEEN_MONTHS, zone=PARIS)
    # In the spring gap they keep the end on the clock, so that 02:30–03:00 ends before it starts: only starts compare.
    odd = {slot.start for slot in ours if falls_in_the_gap(rule, slot.start)}
    assert {slot[:2] for slot in ours if slot.start not in odd} == {pair for pair in theirs if pair[0] not in odd}


@given(rules())
def test_excluded_starts_are_what_dateutil_says_and_the_rule_does_not(rule):
    last = rule.start.date() + EIGHTEEN_MONTHS
    whole = dateutil_starts(Rule(**{name: getattr(rule, name) for name in REPETITION}), last=last)
    assert sorted({*whole} - {*dateutil_starts(rule, last=last)}) == excluded_starts(rule, until=last)


@given(rules().filter(lambda rule: rule.repeats and has_a_date(rule)), st.sampled_from([None, PARIS]))
def test_a_rule_survives_the_way_to_an_rrule_and_back(rule, zone):
    bare = aligned(Rule(**{name: getattr(rule, name) for name in REPETITION}))
    text = to_rrule(bare, zone=zone)
    assert from_rrule(text, start=bare.start, end=bare.end, all_day=bare.all_day, zone=PARIS) == bare


REPETITION = ["start", "end", "all_day", "frequency", "interval", "weekdays", "until", "count"]
