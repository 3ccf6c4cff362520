"""Days and dates picked by hand, as they are typed."""

from datetime import date, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from volunteering.agenda.picked import read_date, read_day, slots, write_date, write_day

START, END = datetime(2027, 6, 5, 14), datetime(2027, 6, 5, 16)


@pytest.mark.parametrize(
    ("line", "entry"),
    [
        ("14/06/2027", "2027-06-14"),
        ("4/6/2027", "2027-06-04"),
        ("2027-06-14", "2027-06-14"),
        ("14/06/2027 18:00", "2027-06-14T18:00"),
        ("14/06/2027 18h", "2027-06-14T18:00"),
        ("14/06/2027 18 h 30", "2027-06-14T18:30"),
        ("14/06/2027 18:00 – 20:00", {"start": "2027-06-14T18:00", "end": "2027-06-14T20:00"}),
        ("14/06/2027 18h30-20h", {"start": "2027-06-14T18:30", "end": "2027-06-14T20:00"}),
        ("14/06/2027 22:00 – 02:00", {"start": "2027-06-14T22:00", "end": "2027-06-15T02:00"}),
        ("14/06/2027 09:00 – 16/06/2027 18:00", {"start": "2027-06-14T09:00", "end": "2027-06-16T18:00"}),
    ],
)
def test_an_added_date_is_read(line, entry):
    assert read_date(line) == entry


@pytest.mark.parametrize(
    "line",
    ["mardi", "31/02/2027", "14/13/2027", "14/06/27", "14/06/2027 25:00", "14/06/2027 18:00 – 14/06/2027 17:00",
     "14/06/2027 – 15/06/2027", "00/00/0000", "14/06/2027; DROP TABLE", "١٤/٠٦/٢٠٢٧x"],
)  # fmt: skip
def test_a_line_that_is_no_date_is_refused_with_a_sentence(line):
    with pytest.raises(ValidationError) as refusal:
        read_date(line)
    assert refusal.value.messages[0].endswith(".")


def test_a_day_left_out_has_no_hour():
    assert read_day("14/06/2027") == "2027-06-14"
    with pytest.raises(ValidationError):
        read_day("14/06/2027 18:00")


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_a_day_reads_back_as_it_was_written(day):
    assert read_day(write_day(day.isoformat())) == day.isoformat()


@given(
    st.datetimes(datetime(1900, 1, 1), datetime(2199, 1, 1)).map(
        lambda moment: moment.replace(second=0, microsecond=0)
    ),
    st.integers(1, 5 * 24 * 60),
)
def test_a_date_with_hours_reads_back_as_it_was_written(start, minutes):
    end = start + timedelta(minutes=minutes)
    entry = {"start": start.isoformat(timespec="minutes"), "end": end.isoformat(timespec="minutes")}
    assert read_date(write_date(entry)) == entry
    assert read_date(write_date(entry["start"])) == entry["start"]


def test_what_an_entry_leaves_unsaid_is_the_rule_s():
    entries = ["2027-06-14", "2027-06-15T18:00", {"start": "2027-06-16T09:00", "end": "2027-06-16T18:00"}]
    assert slots(entries, start=START, end=END) == (
        (datetime(2027, 6, 14, 14), datetime(2027, 6, 14, 16)),
        (datetime(2027, 6, 15, 18), datetime(2027, 6, 15, 20)),
        (datetime(2027, 6, 16, 9), datetime(2027, 6, 16, 18)),
    )


@pytest.mark.parametrize("entry", [None, 3, "x", {}, {"start": "x", "end": "y"}, ["2027-06-14"]])
def test_what_is_not_ours_is_shown_and_refused_when_it_is_read_back(entry):
    with pytest.raises(ValidationError):
        read_date(write_date(entry))
