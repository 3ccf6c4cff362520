"""Dates of a calendar, beside an independent reader of the same calendar."""

from datetime import UTC, datetime, timedelta

import pytest
import recurring_ical_events
from icalendar import Calendar

from tests.imports.files import calendar_file, import_calendar, vevent
from volunteering.agenda.models import EventDate, EventPage, Occurrence

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

# The clock stands on 4 March 2026: a year from then is well inside what is materialised.
SINCE, UNTIL = datetime(2026, 3, 4, tzinfo=UTC), datetime(2027, 3, 4, tzinfo=UTC)
PARIS = "DTSTART;TZID=Europe/Paris:20260307T190000"
ZONE = (
    "BEGIN:VTIMEZONE\r\nTZID:Ici\r\nBEGIN:STANDARD\r\nDTSTART:19701025T030000\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\n"
    "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10\r\nEND:STANDARD\r\nBEGIN:DAYLIGHT\r\nDTSTART:19700329T020000\r\n"
    "TZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3\r\nEND:DAYLIGHT\r\nEND:VTIMEZONE"
)


def oracle(path):
    """(start, end) in UTC of every date of the year, as recurring_ical_events reads the file."""
    found = recurring_ical_events.of(Calendar.from_ical(path.read_bytes())).between(SINCE, UNTIL)
    return sorted((each["DTSTART"].dt.astimezone(UTC), each["DTEND"].dt.astimezone(UTC)) for each in found)


def ours():
    rows = Occurrence.objects.filter(end__gt=SINCE, start__lt=UNTIL).order_by("start")
    return [(row.start, row.end) for row in rows]


@pytest.mark.parametrize(
    "lines",
    [
        [PARIS, "DURATION:PT2H"],
        [PARIS, "DURATION:PT2H", "RRULE:FREQ=WEEKLY;BYDAY=SA"],
        [PARIS, "DURATION:PT2H", "RRULE:FREQ=WEEKLY;INTERVAL=2;COUNT=9"],
        [PARIS, "DURATION:PT2H", "RRULE:FREQ=DAILY;UNTIL=20260401T170000Z"],
        [PARIS, "DURATION:PT6H", "RRULE:FREQ=MONTHLY;BYDAY=1SA"],
        [PARIS, "DURATION:PT2H", "RRULE:FREQ=MONTHLY;BYDAY=1SA,3SA"],
        [PARIS, "DURATION:PT2H", "RRULE:FREQ=MONTHLY;BYMONTHDAY=7,21"],
        ["DTSTART;TZID=Europe/Paris:20260329T190000", "DURATION:PT2H", "RRULE:FREQ=MONTHLY;BYDAY=SA,SU;BYSETPOS=-1"],
        [PARIS, "DURATION:PT2H", "RRULE:FREQ=WEEKLY;BYDAY=SA;BYMONTH=3,4,9"],
        [PARIS, "DURATION:PT2H", "RRULE:FREQ=DAILY;BYMONTHDAY=7,-1;COUNT=12"],
        [PARIS, "DURATION:PT2H", "RRULE:FREQ=YEARLY;BYDAY=1SA;BYMONTH=3"],
        [PARIS, "DURATION:PT2H", "RRULE:FREQ=WEEKLY", "EXDATE;TZID=Europe/Paris:20260314T190000,20260321T190000"],
        [PARIS, "DURATION:PT2H", "RRULE:FREQ=WEEKLY;COUNT=3", "RDATE;TZID=Europe/Paris:20260501T100000"],
        [PARIS, "DURATION:PT2H", "RDATE;TZID=Europe/Paris:20260501T100000,20260502T110000"],
        [PARIS, "DTEND;TZID=Europe/Paris:20260309T120000"],
        ["DTSTART:20260307T180000Z", "DURATION:PT2H"],
        ["DTSTART:20260307T180000Z", "DURATION:PT2H", "RRULE:FREQ=WEEKLY"],
        ["DTSTART;TZID=America/Martinique:20260307T120000", "DURATION:PT2H", "RRULE:FREQ=WEEKLY"],
        ["DTSTART;TZID=Romance Standard Time:20260307T120000", "DURATION:PT2H", "RRULE:FREQ=WEEKLY"],
        ["DTSTART;TZID=Ici:20260307T120000", "DURATION:PT2H", "RRULE:FREQ=WEEKLY"],
    ],
)
def test_dates_are_those_that_another_reader_finds(tmp_path, lines):
    path = calendar_file(tmp_path, vevent(*lines), head=ZONE)

    assert import_calendar(path).counts["created"] == 1
    assert ours() == oracle(path)


def test_a_weekly_event_stays_a_rule_in_words_and_keeps_its_hour_in_summer(tmp_path):
    import_calendar(calendar_file(tmp_path, vevent(PARIS, "RRULE:FREQ=WEEKLY;BYDAY=SA")))

    assert EventDate.objects.get().frequency == "weekly"
    assert {row.start.astimezone(UTC).hour for row in Occurrence.objects.all()} == {17, 18}


def test_hours_without_a_zone_are_the_calendars_own(tmp_path):
    import_calendar(calendar_file(tmp_path, vevent("DTSTART:20260307T120000"), head="X-WR-TIMEZONE:America/Martinique"))

    assert Occurrence.objects.get().start == datetime(2026, 3, 7, 16, tzinfo=UTC)


def test_hours_without_any_zone_are_the_sites(tmp_path):
    import_calendar(calendar_file(tmp_path, vevent("DTSTART:20260307T120000")))

    assert Occurrence.objects.get().start == datetime(2026, 3, 7, 11, tzinfo=UTC)


@pytest.mark.parametrize(("lines", "days"), [([], 1), (["DTEND;VALUE=DATE:20260610"], 3), (["DURATION:P2D"], 2)])
def test_an_all_day_event_lasts_whole_days(tmp_path, lines, days):
    import_calendar(calendar_file(tmp_path, vevent("DTSTART;VALUE=DATE:20260607", *lines)))

    row = Occurrence.objects.get()
    assert (row.all_day, row.end - row.start) == (True, timedelta(days=days))


def test_all_day_dates_that_no_rule_says_are_listed(tmp_path):
    import_calendar(
        calendar_file(tmp_path, vevent("DTSTART;VALUE=DATE:20260607", "RDATE;VALUE=DATE:20260609,20260612"))
    )

    assert [row.first_day.day for row in Occurrence.objects.all()] == [7, 9, 12]


def test_an_event_without_an_end_lasts_an_hour(tmp_path):
    import_calendar(calendar_file(tmp_path, vevent(PARIS)))

    row = Occurrence.objects.get()
    assert row.end - row.start == timedelta(hours=1)


def test_an_endless_rule_that_no_words_say_is_listed_as_far_as_dates_are_kept(tmp_path, clock):
    path = calendar_file(tmp_path, vevent(PARIS, "RRULE:FREQ=MONTHLY;BYDAY=1SA,3SA"))
    import_calendar(path)
    first_count = Occurrence.objects.count()

    clock.shift(timedelta(days=60))

    assert import_calendar(path).counts["updated"] == 1
    assert (first_count, Occurrence.objects.count()) == (37, 40)
    assert EventPage.objects.count() == 1
