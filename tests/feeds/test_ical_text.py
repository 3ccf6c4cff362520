"""Whatever people write, a calendar reads it back, and nothing else."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import icalendar
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from volunteering.feeds import ical_text
from volunteering.feeds.characters import clean

PARIS = ZoneInfo("Europe/Paris")
HOSTILE = [
    "a\r\nATTENDEE:mailto:someone@example.org\r\nb",
    "END:VEVENT\nBEGIN:VEVENT",
    "quotes \" and ' and « guillemets »",
    "back\\slash \\n \\; \\,",
    "comma, semicolon; colon: all",
    "👩🏽‍🚒👨‍👩‍👧‍👦" * 30,
    "שלום \u202e مرحبا \u200f" * 12,
    "\x00\x07\x1b[31mred\x7f\x85next\u2028line",
    "é" * 400,
    " leading and trailing ",
    "tab\there",
]


def carried(text: str) -> icalendar.Calendar:
    body = ical_text.text("SUMMARY", text)
    return icalendar.Calendar.from_ical(f"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n{body}END:VEVENT\r\nEND:VCALENDAR\r\n")


# What a page can hold: PostgreSQL keeps no NUL, and Django's forms refuse it.
KEPT = [text.replace("\x00", "") for text in HOSTILE]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_read_back_as_it_was_written(text):
    (event,) = carried(text).walk("VEVENT")

    assert str(event["SUMMARY"]) == clean(text)
    assert set(event) == {"SUMMARY"}


@given(st.text(min_size=1))
@example("\ud800")
def test_any_text_is_read_back_as_it_was_written(text):
    (event,) = carried(text).walk("VEVENT")

    assert str(event.get("SUMMARY", "")) == clean(text)


@given(st.text())
def test_no_line_is_longer_than_the_standard_allows(text):
    written = ical_text.text("DESCRIPTION", text).encode()

    assert all(len(line) <= 75 for line in written.split(b"\r\n"))
    assert b"\n" not in written.replace(b"\r\n", b"")


@given(st.lists(st.text(min_size=1), min_size=1))
def test_several_categories_stay_several(names):
    written = ical_text.texts("CATEGORIES", names)
    found = icalendar.Calendar.from_ical(f"BEGIN:VEVENT\r\n{written}END:VEVENT\r\n")

    assert (
        found["CATEGORIES"].cats == [clean(name) for name in names if name] if written else not any(map(clean, names))
    )


@given(st.datetimes(datetime(2024, 1, 1), datetime(2035, 1, 1), timezones=st.just(UTC)))
@example(datetime(2026, 10, 25, 0, 30, tzinfo=UTC))
@example(datetime(2026, 10, 25, 1, 30, tzinfo=UTC))
@example(datetime(2026, 3, 29, 1, 0, tzinfo=UTC))
def test_a_moment_is_read_back_as_it_was_written(moment):
    written = ical_text.moment("DTSTART", moment, PARIS)
    found = icalendar.Calendar.from_ical(f"BEGIN:VEVENT\r\n{written}END:VEVENT\r\n")

    assert found["DTSTART"].dt.astimezone(UTC) == moment.replace(microsecond=0)
