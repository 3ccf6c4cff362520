"""A city's existing calendar."""

import re
from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.factories import ThemeFactory
from tests.imports.files import calendar_file, import_calendar, vevent
from volunteering.agenda.models import EventPage
from volunteering.imports.ical_file import read_calendar
from volunteering.imports.reading import Unreadable

pytestmark = pytest.mark.django_db


def only(path, **options) -> EventPage:
    report = import_calendar(path, **options)
    assert report.counts["refused"] == 0, [row.reason for row in report.rows]
    return EventPage.objects.get()


def refusal(path) -> str:
    (row,) = import_calendar(path).of("refused")
    return row.reason


def test_an_event_keeps_what_the_calendar_says_of_it(tmp_path):
    ThemeFactory(name="Fêtes", slug="fetes")
    lines = (
        "DESCRIPTION:On danse & on chante\\nsur le port\\n\\nVenez !",
        "LOCATION:Salle des fêtes\\, 3 rue du Port",
        "GEO:45.9;4.06",
        "URL:https://city.example/bal",
        "CATEGORIES:fetes,Divers",
    )

    page = only(calendar_file(tmp_path, vevent(*lines)))

    assert page.body == "<p>On danse &amp; on chante<br/>sur le port</p><p>Venez !</p>"
    assert (page.place_name, page.address, page.lat) == ("Salle des fêtes", "3 rue du Port", 45.9)
    assert page.source_url == "https://city.example/bal"
    assert [theme.slug for theme in page.themes.all()] == ["fetes"]


def test_a_place_that_is_a_link_makes_an_online_event(tmp_path):
    page = only(calendar_file(tmp_path, vevent("LOCATION:https://live.example/bal")))

    assert (page.attendance, page.online_url, page.place_name) == ("online", "https://live.example/bal", "")


def test_html_in_a_description_is_cleaned_and_plain_text_is_escaped(tmp_path):
    hostile = vevent("DESCRIPTION:<p>Venez</p><script>alert(1)</script><a href='//evil.example'>x</a>")
    plain = vevent("DESCRIPTION:1 <2 & <script>alert(1)</script>", uid="2")

    import_calendar(calendar_file(tmp_path, hostile, plain))

    assert [page.body for page in EventPage.objects.order_by("pk")] == [
        "<p>Venez</p><p>x</p>",
        "<p>1 &lt;2 &amp; &lt;script&gt;alert(1)&lt;/script&gt;</p>",
    ]


def test_people_named_in_the_calendar_cannot_reach_a_page(tmp_path):
    lines = (
        "ORGANIZER;CN=Canari:mailto:canari@people.example",
        "ATTENDEE:mailto:canari@people.example",
        "CONTACT:Canari",
    )

    page = only(calendar_file(tmp_path, vevent(*lines)))

    assert "canari" not in str(page.serializable_data()).lower()


@pytest.mark.parametrize("link", ["javascript:alert(1)", "//evil.example", "ftp://city.example", "https://a b"])
def test_a_link_that_is_not_of_the_web_is_dropped(tmp_path, link):
    assert only(calendar_file(tmp_path, vevent(f"URL:{link}"))).source_url == ""


def test_a_cancelled_event_is_shown_as_cancelled(tmp_path):
    assert only(calendar_file(tmp_path, vevent("STATUS:CANCELLED"))).is_cancelled


def test_a_tentative_event_waits_as_a_draft(tmp_path):
    assert not only(calendar_file(tmp_path, vevent("STATUS:TENTATIVE"))).live


@pytest.mark.parametrize(
    ("lines", "word"),
    [
        (["CLASS:PRIVATE"], "private"),
        (["DTSTART:2027-13-45"], "DTSTART"),
        (["DTSTART;TZID=Nowhere/Else:20270612T200000"], "Nowhere/Else"),
        (["DTEND;TZID=Europe/Paris:20270612T190000"], "ends before"),
        (["DTEND;VALUE=DATE:20270613"], "hour"),
        (["RRULE:FREQ=HOURLY"], "FREQ=HOURLY"),
        (["RRULE:FREQ=DAILY;BYHOUR=8,9"], "not supported"),
        (["RRULE:FREQ=WEEKLY;UNTIL=20270101"], "no date"),
        (["RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30"], "no date"),
        (["RRULE:FREQ=DAILY", "RRULE:FREQ=WEEKLY"], "twice"),
        (["RRULE:FREQ=WEEKLY;BYDAY=XX"], "RRULE"),
        (["DURATION:P99999999999W"], "DURATION|cannot|value"),
        (["NOT A LINE OF A CALENDAR"], "cannot be read"),
        (["GARBAGE", "RECURRENCE-ID:x"], ""),
    ],
)
def test_a_faulty_event_is_refused_with_its_line_and_the_others_go_on(tmp_path, lines, word):
    report = import_calendar(calendar_file(tmp_path, vevent(uid="good"), vevent(*lines, uid="bad")))

    (row,) = report.of("refused")
    assert (row.line, report.counts["created"]) == (9, 1)
    assert re.search(word, row.reason)


def test_an_event_without_an_identifier_is_refused(tmp_path):
    assert "identifier" in refusal(calendar_file(tmp_path, vevent(uid="")))


def test_the_same_identifier_twice_is_refused_the_second_time(tmp_path):
    assert "line 4" in refusal(calendar_file(tmp_path, vevent(), vevent(summary="Autre")))


def test_a_changed_date_of_an_event_that_is_not_there_is_refused(tmp_path):
    assert "not in the file" in refusal(calendar_file(tmp_path, vevent("RECURRENCE-ID:20270612T180000Z")))


def test_importing_a_calendar_again_changes_nothing(tmp_path):
    path = calendar_file(
        tmp_path, vevent("RRULE:FREQ=WEEKLY;BYDAY=SA"), vevent("RRULE:FREQ=MONTHLY;BYDAY=1MO,3MO", uid="2")
    )
    import_calendar(path)

    assert import_calendar(path).counts["unchanged"] == 2


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (b"BEGIN:VEVENT\r\nEND:VEVENT\r\n", "BEGIN:VCALENDAR"),
        (b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n", "Line 2: .*before its end"),
        (b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nEND:VCALENDAR\r\n", "Line 2: .*never ends"),
        (b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nBEGIN:VEVENT\r\nEND:VCALENDAR\r\n", "Line 3: .*begins before"),
        (b"BEGIN:VCALENDAR\r\n\x00\r\nEND:VCALENDAR\r\n", "encoding"),
        (
            b"BEGIN:VCALENDAR\r\nBEGIN:VTIMEZONE\r\nTZID:x\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\n"
            b"TZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nRRULE:FREQ=SECONDLY\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\nEND:VCALENDAR\r\n",
            "time zone",
        ),
    ],
)
def test_a_calendar_that_cannot_be_read_writes_nothing(tmp_path, content, word):
    path = tmp_path / "calendar.ics"
    path.write_bytes(content)

    with pytest.raises(Unreadable, match=word):
        import_calendar(path)
    assert not EventPage.objects.exists()


PIECES = st.lists(
    st.sampled_from(
        [
            "BEGIN:VEVENT",
            "END:VEVENT",
            "BEGIN:VALARM",
            "END:VALARM",
            "UID:1",
            "SUMMARY:é\\,;:\\",
            "DTSTART:20270612T200000",
            "DTSTART;VALUE=DATE:20270612",
            "DTEND:20270612",
            "DURATION:-P1D",
            "RRULE:FREQ=YEARLY;INTERVAL=0",
            "RRULE:FREQ=MONTHLY;BYSETPOS=-1",
            "RDATE;VALUE=PERIOD:20270612T200000/PT1H",
            "EXDATE:99999999",
            "RECURRENCE-ID:20270612",
            "GEO:1;2;3",
            " folded",
            ":",
            "\u2028",
        ]
    ),
    max_size=14,
)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(PIECES)
def test_no_calendar_however_broken_stops_the_reader(tmp_path, pieces):
    path = tmp_path / "calendar.ics"
    path.write_text("\r\n".join(["BEGIN:VCALENDAR", *pieces, "END:VCALENDAR"]), encoding="utf-8")

    with suppress(Unreadable):  # an answer in words; anything else would be a crash
        assert all(row.line for row in read_calendar(path))
        assert import_calendar(path, dry_run=True).counts["unchanged"] == 0
