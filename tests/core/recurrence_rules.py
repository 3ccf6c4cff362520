"""Rules for the recurrence tests: written by hand, or drawn where calendars and clocks are nasty."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from volunteering.core.recurrence import Frequency, Rule, Weekday, expand

PARIS = ZoneInfo("Europe/Paris")
# The nights the clocks change, ends of months, both sides of a 29 February.
NASTY_DAYS = [date(2026, 3, 29), date(2026, 10, 25), date(2026, 1, 31), date(2026, 5, 29), date(2027, 12, 31)]
NASTY_DAYS += [date(2028, 2, 28), date(2028, 2, 29), date(2028, 3, 26), date(2028, 10, 29)]
NASTY_TIMES = [time(0, 0), time(1, 59), time(2, 0), time(2, 30), time(3, 0), time(14, 0), time(23, 30)]


def rule(start: str, end: str | None = None, **attributes) -> Rule:
    """`start` and `end` in ISO format; two hours when there is no end, one day for a date."""
    begins = datetime.fromisoformat(start)
    if len(start) == 10:
        attributes["all_day"] = True
    length = timedelta(days=1) if attributes.get("all_day") else timedelta(hours=2)
    return Rule(start=begins, end=datetime.fromisoformat(end) if end else begins + length, **attributes)


def local(slot) -> tuple[str, str]:
    """A slot as read on a clock in Paris."""
    return tuple(f"{moment.astimezone(PARIS):%Y-%m-%d %H:%M}" for moment in (slot.start, slot.end))


def clocks(event: Rule, since: str = "2026-01-01", until: str = "2029-01-01") -> list[tuple[str, str]]:
    """What a window holds, as read on the clock."""
    return [local(slot) for slot in expand(event, since=day(since), until=day(until), zone=PARIS)]


def starts(event: Rule, since: str = "2026-01-01", until: str = "2029-01-01") -> list[str]:
    return [start for start, _end in clocks(event, since, until)]


def day(text: str) -> date:
    return date.fromisoformat(text)


def days_near(start: date, *, most: int) -> st.SearchStrategy[date]:
    return st.integers(0, most).map(lambda days: start + timedelta(days=days))


@st.composite
def limits(draw, start: date, frequency: Frequency, interval: int) -> dict:
    """No limit, a number of dates (within ten years), or a last day."""
    kind = draw(st.sampled_from(["none", "count", "until"]))
    if kind == "count":
        return {"count": draw(st.integers(1, min(40, 3600 // max(1, frequency.days * interval))))}
    return {"until": draw(days_near(start, most=500))} if kind == "until" else {}


@st.composite
def rules(draw, *, with_extra: bool = False) -> Rule:
    """Any rule an editor may write that starts in 2026–2028, over a Rule's whole range of meanings."""
    day = draw(st.one_of(st.sampled_from(NASTY_DAYS), days_near(date(2026, 1, 1), most=1000)))
    all_day = draw(st.booleans())
    hour = time.min if all_day else draw(st.one_of(st.sampled_from(NASTY_TIMES), st.times().map(to_the_minute)))
    unit = timedelta(days=1) if all_day else timedelta(minutes=30)
    start = datetime.combine(day, hour)
    duration = unit * draw(st.integers(1, 4) if all_day else st.integers(0, 100))
    frequency, interval = draw(st.sampled_from(Frequency)), draw(st.integers(1, 4))
    days = draw(st.lists(days_near(day, most=400), max_size=3)) if with_extra else []
    starts = [datetime.combine(extra, hour) for extra in days]
    return Rule(
        start=start,
        end=start + duration,
        all_day=all_day,
        frequency=frequency,
        interval=interval,
        weekdays=tuple(draw(st.sets(st.sampled_from(Weekday.values)))),
        exceptions=frozenset(draw(st.lists(days_near(day, most=100), max_size=20))),
        extra=tuple((moment, moment + duration) for moment in starts),
        **draw(limits(day, frequency, interval)),
    )


def to_the_minute(moment: time) -> time:
    return time(moment.hour, moment.minute)
