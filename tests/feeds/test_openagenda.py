"""Our events in OpenAgenda's shape, and back."""

import json
from datetime import date, time, timedelta

import pytest
from django.utils import timezone
from wagtail.models import Page

from tests.factories import EventFactory, NeighbourhoodFactory, ThemeFactory, once
from tests.feeds.reading import parsed, read
from tests.imports.files import import_events
from volunteering.agenda.actions import cancel_occurrence
from volunteering.agenda.models import EventPage, Occurrence
from volunteering.feeds.openagenda import in_days

pytestmark = pytest.mark.django_db

KEPT = (
    *("title", "summary", "body", "status", "attendance", "online_url", "is_free", "price", "age_min", "age_max"),
    *(
        "place_name",
        "address",
        "postal_code",
        "city",
        "lat",
        "lng",
        "neighbourhood",
        "registration_url",
        "image_credit",
    ),
    *(f"access_{code}" for code in ("hi", "vi", "pi", "mi", "ii")),
)


def fields(client, name="agenda.json"):
    return [record["fields"] for record in parsed(client, name)["records"]]


def timings(found):
    return [(each["begin"], each["end"]) for each in json.loads(found["timings"])]


def told(event: EventPage) -> dict:
    return {name: getattr(event, name) for name in KEPT} | {
        "themes": sorted(theme.slug for theme in event.themes.all())
    }


def a_rich_event(**more) -> EventPage:
    quarter = NeighbourhoodFactory()
    return EventFactory(
        title="Fête « du port » & des quais", summary="On danse <b>tous</b> ensemble.", place_name="Salle des fêtes",
        body="<p>On <b>danse</b> avec <a href=\"https://danse.example/\">le club</a>.</p>", address="3 rue du Port",
        postal_code="42990", city="Rivemont", location="SRID=4326;POINT(4.05 45.85)", neighbourhood=quarter,
        age_min=6, age_max=99 - 9, access_mi=True, access_hi=True, attendance="mixed", online_url="https://live.example/",
        price="5 €, 3 € pour les enfants", registration_url="https://billet.example/", image_credit="Studio",
        status="full", themes=[ThemeFactory(name="Danse", slug="danse")], **more,
    )  # fmt: skip


def replaced(tmp_path, text: str) -> None:
    """The same site, its events deleted, after an import of the text."""
    for event in EventPage.objects.all():
        Page.objects.get(pk=event.pk).delete()
    path = tmp_path / "agenda.json"
    path.write_text(text, "utf-8")
    report = import_events(path)
    assert report.counts["refused"] == 0, [row.reason for row in report.rows]


def test_an_event_comes_back_as_it_left(client, clock, tmp_path):
    a_rich_event(weekly=True)
    before, dates = told(EventPage.objects.get()), list(Occurrence.objects.soonest().values_list("start", "end"))

    replaced(tmp_path, read(client, "agenda.json"))

    assert told(EventPage.objects.get()) == before
    assert list(Occurrence.objects.soonest().values_list("start", "end")) == dates


def test_what_came_back_leaves_as_it_came(client, clock, tmp_path):
    a_rich_event(weekly=True)
    EventFactory(is_free=True, children={"dates": [once(date(2026, 3, 28), last_day=date(2026, 3, 30), all_day=True)]})
    EventFactory(children={"dates": [once(start_time=time(22), end_time=time(2))]}, attendance="online")
    ours = ("canonicalurl", "uid", "updatedat", "slug")
    before = [{name: value for name, value in each.items() if name not in ours} for each in fields(client)]

    replaced(tmp_path, read(client, "agenda.json"))

    assert [{name: value for name, value in each.items() if name not in ours} for each in fields(client)] == before


def test_what_lasts_longer_than_a_day_is_cut_at_midnight(client, clock):
    EventFactory(children={"dates": [once(date(2026, 3, 27), last_day=date(2026, 3, 29), start_time=time(18))]})

    assert timings(fields(client)[0]) == [
        ("2026-03-27T18:00:00+01:00", "2026-03-28T00:00:00+01:00"),
        ("2026-03-28T00:00:00+01:00", "2026-03-29T00:00:00+01:00"),
        ("2026-03-29T00:00:00+01:00", "2026-03-29T16:00:00+02:00"),
    ]


def test_a_day_of_twenty_five_hours_is_cut_in_two():
    zone = timezone.get_default_timezone()
    start, end = (timezone.datetime(2026, 10, day, tzinfo=zone) for day in (25, 26))

    pieces = in_days(start, end)

    assert [(last.timestamp() - first.timestamp()) / 3600 for first, last in pieces] == [24, 1]


def test_a_cancelled_date_is_left_out_and_a_cancelled_event_is_not(client, clock):
    event = EventFactory(weekly=True)
    cancel_occurrence(occurrence=event.occurrences.soonest().first(), reason="Neige", by=None)
    EventFactory(status="cancelled", title="Annulé")

    weekly, cancelled = fields(client)

    assert timings(weekly)[0][0].startswith("2026-03-18")
    assert json.loads(cancelled["status"])["id"] == 6


def test_dates_and_codes_are_those_of_the_portal(client, clock):
    event = a_rich_event()

    (found,) = fields(client)

    assert found["uid"] == str(event.translation_key)
    assert found["location_coordinates"] == [45.85, 4.05]
    assert [json.loads(found[name])["id"] for name in ("status", "attendancemode")] == [5, 3]
    assert found["accessibility"] == ["hi", "mi"]
    assert found["firstdate_begin"] == "2026-03-11T14:00:00+01:00"
    assert found["canonicalurl"] == f"http://localhost{event.url}"


def test_a_long_agenda_comes_in_pages(client, monkeypatch):
    monkeypatch.setattr("volunteering.feeds.openagenda.PER_PAGE", 2)
    for number in range(3):
        EventFactory(title=f"Événement {number}")

    first = parsed(client, "agenda.json?page=garbage")
    second = parsed(client, first["next"].removeprefix("http://localhost/engagement/"))

    assert [len(page["records"]) for page in (first, second)] == [2, 1]
    assert second["next"] is None
    assert client.get("/engagement/agenda.json?page=3").status_code == 404


def test_an_event_that_is_over_is_left_out(client, clock):
    EventFactory()
    clock.shift(timedelta(days=30))

    assert fields(client) == []
