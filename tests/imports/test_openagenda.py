"""Events from the national open-data portal."""

import json

import pytest
from django.utils import timezone
from wagtail.models import PageLogEntry, Revision

from tests.factories import NeighbourhoodFactory, ThemeFactory
from tests.imports.files import REAL_EVENTS, agenda_file, event, import_events, timing, with_real_files
from volunteering.agenda.models import EventPage, Occurrence
from volunteering.imports.reading import Unreadable

pytestmark = pytest.mark.django_db


def only(path, **options) -> EventPage:
    report = import_events(path, **options)
    assert report.counts["refused"] == 0, [row.reason for row in report.rows]
    return EventPage.objects.get()


def refusal(path) -> str:
    (row,) = import_events(path).of("refused")
    return row.reason


@with_real_files
def test_the_real_export_brings_every_event_with_each_of_its_timings():
    records = json.loads(REAL_EVENTS.read_text("utf-8"))["records"]

    report = import_events(REAL_EVENTS)

    assert report.counts["created"] == len(records) == EventPage.objects.live().count()
    for record in records:
        timings = json.loads(record["fields"]["timings"])
        told = Occurrence.objects.filter(event__source_url=record["fields"]["canonicalurl"])
        assert {(row.start, row.end) for row in told} == {
            tuple(timezone.datetime.fromisoformat(each[side]) for side in ("begin", "end")) for each in timings
        }


@with_real_files
def test_importing_the_real_export_again_changes_nothing():
    import_events(REAL_EVENTS)
    before = (Revision.objects.count(), PageLogEntry.objects.count(), EventPage.objects.count())

    assert import_events(REAL_EVENTS).counts["unchanged"] == 25
    assert (Revision.objects.count(), PageLogEntry.objects.count(), EventPage.objects.count()) == before


def test_an_event_keeps_what_the_portal_says_of_it(tmp_path):
    fields = event(
        longdescription_fr="<p>On <strong>danse</strong>.</p>",
        location_name="Salle des fêtes",
        location_address="3 rue du Port, 42990 Rivemont, France",
        location_postalcode="42990",
        location_city="Rivemont",
        location_coordinates=[45.9, 4.06],
        conditions_fr="Gratuit sur inscription",
        age_min="6",
        age_max="99",
        accessibility="mi;hi",
        status=json.dumps({"id": 5}),
        attendancemode=json.dumps({"id": 3}),
        onlineaccesslink="https://live.example/bal",
        registration=json.dumps([{"type": "email", "value": "a@b.example"}, {"value": "https://book.example/1"}]),
        imagecredits="© Le Port",
        canonicalurl="https://openagenda.com/port/events/bal",
    )

    page = only(agenda_file(tmp_path, fields))

    assert page.body == "<p>On <b>danse</b>.</p>"
    assert (page.place_name, page.address, page.postal_code) == ("Salle des fêtes", "3 rue du Port", "42990")
    assert (page.lat, page.lng) == (45.9, 4.06)
    assert (page.is_free, page.price, page.age_min, page.age_max) == (True, "Gratuit sur inscription", 6, None)
    assert page.access_codes == ["hi", "mi"]
    assert (page.status, page.attendance, page.online_url) == ("full", "mixed", "https://live.example/bal")
    assert (page.registration_url, page.image_credit) == ("https://book.example/1", "© Le Port")
    assert page.source_url == "https://openagenda.com/port/events/bal"


def test_the_shape_of_the_portals_newer_interface_is_read_too(tmp_path):
    fields = event(timings=None, keywords_fr=["Danse"], location_coordinates={"lat": 45.9, "lon": 4.06})
    fields["timings"] = [timing("2027-06-12T20:00:00+02:00", "2027-06-12T22:00:00+02:00")]
    path = tmp_path / "events.json"
    path.write_text(json.dumps({"results": [fields]}))

    assert only(path).lat == 45.9


def test_a_keyword_becomes_a_theme_only_when_the_city_has_that_theme(tmp_path):
    ThemeFactory(name="Économie sociale", slug="ess")

    page = only(agenda_file(tmp_path, event(keywords_fr="economie sociale;danse")))

    assert [theme.slug for theme in page.themes.all()] == ["ess"]


def test_an_event_lands_in_the_quarter_that_holds_its_point(tmp_path):
    quarter = NeighbourhoodFactory()

    assert only(agenda_file(tmp_path, event(location_coordinates=[45.85, 4.05]))).neighbourhood == quarter


@pytest.mark.parametrize("end", ["2027-06-13T02:00:00+02:00", "2027-06-13T19:00:00+02:00"])
def test_a_night_and_a_day_round_end_when_the_portal_says(tmp_path, end):
    only(agenda_file(tmp_path, event(timings=[timing("2027-06-12T20:00:00+02:00", end)])))

    assert Occurrence.objects.get().end == timezone.datetime.fromisoformat(end)


def test_hours_are_shown_in_the_sites_zone_whatever_their_offset(tmp_path):
    page = only(agenda_file(tmp_path, event(timings=[timing("2027-06-12T18:00:00+00:00", "2027-06-12T19:00:00Z")])))

    assert page.dates.get().start_time.isoformat() == "20:00:00"


def test_long_texts_are_cut_between_words(tmp_path):
    page = only(
        agenda_file(tmp_path, event(title_fr="Bal du port " * 40, description_fr="", longdescription_fr="mot " * 200))
    )

    assert len(page.title) <= 255
    assert page.title.endswith("…")
    assert len(page.summary) <= 300
    assert page.summary.endswith("mot…")


@pytest.mark.parametrize(
    ("faulty", "word"),
    [
        ({"title_fr": ""}, "title"),
        ({"title_fr": {"fr": "Bal"}}, "text"),
        ({"timings": []}, "no date"),
        ({"timings": [timing("2027-06-12T20:00:00+02:00", "2027-06-12T19:00:00+02:00")]}, "ends before"),
        ({"timings": [timing("2027-06-12T20:00:00+02:00", "2027-06-13T20:00:01+02:00")]}, "24 hours"),
        ({"timings": [timing("2027-06-12T20:00:00", "2027-06-12T21:00:00")]}, "time zone"),
        ({"timings": [timing("2027-02-30T20:00:00+01:00", "2027-02-30T21:00:00+01:00")]}, "cannot be read"),
        ({"timings": [timing("2027-06-12T20:00:00+02:00", "2027-06-12T22:00:00+02:00")] * 2}, "overlap"),
        ({"timings": [timing("2027-10-31T02:30:00+01:00", "2027-10-31T03:30:00+01:00")]}, "twice"),
        ({"status": json.dumps({"id": 9})}, "not a value"),
        ({"status": "{broken"}, "valid JSON"),
        ({"location_coordinates": [200, 4]}, "Earth"),
        ({"location_coordinates": 45}, "Earth"),
        ({"location_coordinates": [[], {}]}, "Earth"),
        ({"age_min": "12", "age_max": "6"}, "age"),
        ({"age_min": "young"}, "age"),
        ({"uid": ""}, "identifier"),
    ],
)
def test_a_faulty_event_is_refused_with_its_reason_and_the_others_go_on(tmp_path, faulty, word):
    path = agenda_file(tmp_path, event(**faulty), event(uid="2"))

    report = import_events(path)

    (row,) = report.of("refused")
    assert (row.line, report.counts["created"]) == (1, 1)
    assert word in row.reason


def test_the_same_event_twice_in_one_file_is_refused_the_second_time(tmp_path):
    assert "event 1" in refusal(agenda_file(tmp_path, event(), event(title_fr="Again")))


def test_a_hostile_description_cannot_reach_a_page(tmp_path):
    script = "<img src=x onerror=alert(1)><script>alert(1)</script>"
    fields = event(
        title_fr=script,
        description_fr="\u202egnp.exe\x00",
        longdescription_fr=script + "<a href='//evil.example'>x</a>",
        registration=json.dumps([{"type": "link", "value": "javascript:alert(1)"}]),
        canonicalurl="https://x.example/\r\nSet-Cookie: a=b",
    )

    page = only(agenda_file(tmp_path, fields))

    assert (page.body, page.summary) == ("<p>x</p>", "gnp.exe")
    assert (page.registration_url, page.source_url) == ("", "")


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (b"", "empty"),
        (b'{"records": [', "Line 1"),
        (b'{"records": [\n{"fields": }]}', "Line 2"),
        (b'{"total": 3}', "no list"),
        (b'[{"title": "x"}]', "timings"),
        (b"[" * 100_000, "JSON"),
        (b'{"records": "\xe9t\xc3\xa9"}', "JSON|encoding|list"),
        ("{}".encode("utf-16"), "encoding"),
    ],
)
def test_a_file_that_cannot_be_read_writes_nothing(tmp_path, content, word):
    path = tmp_path / "events.json"
    path.write_bytes(content)

    with pytest.raises(Unreadable, match=word):
        import_events(path)
    assert not EventPage.objects.exists()
