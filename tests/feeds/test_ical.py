"""Our iCalendar, read by others' programs."""

from datetime import UTC, date, datetime, time, timedelta
from urllib.parse import urlsplit

import icalendar
import pytest
import recurring_ical_events
from django.utils import timezone
from wagtail.models import PageViewRestriction

from tests.factories import AssociationFactory, EventFactory, NeighbourhoodFactory, ThemeFactory, once
from tests.feeds.reading import calendar, read, vevents
from volunteering.agenda.actions import annotate_occurrence, cancel_occurrence, move_occurrence
from volunteering.agenda.models import EventPage, Occurrence

pytestmark = pytest.mark.django_db

POINT = "SRID=4326;POINT(4.06 45.9)"
HORIZON = timedelta(days=548)


def first(event: EventPage) -> Occurrence:
    return event.occurrences.soonest().first()


def expanded(found: icalendar.Calendar) -> list[tuple[datetime, datetime]]:
    """What a calendar program shows over 18 months, in UTC; a day without hours is from midnight to midnight."""
    now = timezone.now()
    shown = recurring_ical_events.of(found).between(now - timedelta(days=1), now + HORIZON)
    return sorted((_moment(each["DTSTART"].dt), _moment(each["DTEND"].dt)) for each in shown)


def _moment(value: date | datetime) -> datetime:
    if not isinstance(value, datetime):
        value = timezone.make_aware(datetime.combine(value, time.min), timezone.get_default_timezone())
    return value.astimezone(UTC)


def test_a_calendar_introduces_itself_and_says_when_to_ask_again(client):
    EventFactory()

    found = calendar(client)

    assert (found["VERSION"], found["METHOD"], found["CALSCALE"]) == ("2.0", "PUBLISH", "GREGORIAN")
    assert found["NAME"] == found["X-WR-CALNAME"] == "Agenda – localhost"
    assert found["REFRESH-INTERVAL"].dt == timedelta(hours=6)
    assert [str(zone["TZID"]) for zone in found.walk("VTIMEZONE")] == ["Europe/Paris"]


def test_a_date_says_what_where_and_of_which_page(client, clock):
    EventFactory(
        title="Bal folk", summary="On danse.", place_name="Salle des fêtes", address="3 rue du Port", location=POINT,
        postal_code="42990", city="Rivemont", themes=[ThemeFactory(name="Musique, danse")],
    )  # fmt: skip

    (event,) = vevents(client)

    assert (event["SUMMARY"], event["STATUS"]) == ("Bal folk", "CONFIRMED")
    assert event["LOCATION"] == "Salle des fêtes, 3 rue du Port, 42990 Rivemont"
    assert event["DESCRIPTION"].startswith("On danse.")
    assert event["DESCRIPTION"].endswith("\n\n" + event["URL"])
    assert event["GEO"].to_ical() == "45.9;4.06"
    assert event["CATEGORIES"].cats == ["Musique, danse"]
    assert not {"ATTENDEE", "ORGANIZER"} & set(event)


def test_a_date_keeps_its_identity_when_it_is_moved(client, clock):
    event = EventFactory(weekly=True)
    date, before = first(event), vevents(client)[0]
    clock.shift(60)

    move_occurrence(occurrence=date, start=date.start + timedelta(days=1), end=date.end + timedelta(days=1), by=None)

    moved = next(each for each in vevents(client) if each["UID"] == before["UID"])
    assert before["UID"] == f"{date.uid}@localhost"
    assert moved["DTSTART"].dt == before["DTSTART"].dt + timedelta(days=1)
    assert moved["SEQUENCE"] > before["SEQUENCE"]
    assert moved["LAST-MODIFIED"].dt > before["LAST-MODIFIED"].dt


def test_a_site_that_moves_keeps_the_identities_it_gave(client, settings):
    settings.VOLUNTEERING = {"ICAL_DOMAIN": "ville.example"}
    event = EventFactory()

    assert vevents(client)[0]["UID"] == f"{first(event).uid}@ville.example"


def test_a_cancelled_date_stays_and_says_why(client, clock):
    event = EventFactory(weekly=True)
    cancel_occurrence(occurrence=first(event), reason="Neige.", by=None)

    cancelled, *others = vevents(client)

    assert cancelled["STATUS"] == "CANCELLED"
    assert "Neige." in cancelled["DESCRIPTION"]
    assert {each["STATUS"] for each in others} == {"CONFIRMED"}
    assert not any("Neige." in each["DESCRIPTION"] for each in others)


def test_a_note_is_told_with_its_date_alone(client, clock):
    annotate_occurrence(occurrence=first(EventFactory(weekly=True)), note="Dans la petite salle.", by=None)

    assert ["Dans la petite salle." in each["DESCRIPTION"] for each in vevents(client)[:2]] == [True, False]


@pytest.mark.parametrize(
    ("status", "told"),
    [("scheduled", "CONFIRMED"), ("full", "CONFIRMED"), ("rescheduled", "CONFIRMED"), ("moved_online", "CONFIRMED"),
     ("postponed", "TENTATIVE"), ("cancelled", "CANCELLED")],
)  # fmt: skip
def test_the_status_of_an_event_is_the_status_of_its_dates(client, status, told):
    EventFactory(status=status, status_note="On vous redit tout.")

    (event,) = vevents(client)

    assert event["STATUS"] == told
    assert ("On vous redit tout." in event["DESCRIPTION"]) is True


def test_an_all_day_event_has_days_without_hours(client, clock):
    EventFactory(children={"dates": [once(date(2026, 3, 28), last_day=date(2026, 3, 30), all_day=True)]})

    (event,) = vevents(client)

    assert (event["DTSTART"].dt, event["DTEND"].dt) == (date(2026, 3, 28), date(2026, 3, 31))


def test_a_date_in_the_hour_that_comes_twice_is_told_without_doubt(client, clock):
    event = EventFactory()
    start = datetime(2026, 10, 25, 1, 15, tzinfo=UTC)  # the second 2:15 in Paris
    Occurrence.objects.filter(event=event).update(start=start, end=start + timedelta(minutes=30))

    assert expanded(calendar(client)) == [(start, start + timedelta(minutes=30))]


@pytest.mark.parametrize("first_day", [date(2026, 3, 8), date(2026, 10, 4)])
def test_a_weekly_hour_stays_through_a_clock_change(client, clock, first_day):
    dates = [once(first_day, frequency="weekly", start_time=time(2, 30), end_time=time(3, 30), count=6)]
    event = EventFactory(children={"dates": dates})

    assert expanded(calendar(client)) == sorted(event.occurrences.values_list("start", "end"))


def test_the_calendar_of_one_event_holds_its_dates_and_no_other(client, clock):
    event, _other = EventFactory(weekly=True, title="Chorale"), EventFactory()

    found = calendar(client, f"event/{event.translation_key}.ics")

    assert found["NAME"] == "Chorale"
    assert expanded(found) == sorted(
        event.occurrences.filter(end__lt=timezone.now() + HORIZON).values_list("start", "end")
    )


def test_one_date_can_be_put_into_ones_own_calendar(client, clock):
    date = EventFactory(weekly=True).occurrences.soonest()[3]

    (event,) = vevents(client, f"date/{date.uid}.ics")

    assert _moment(event["DTSTART"].dt) == date.start


def test_nobody_learns_of_a_draft_from_its_calendar(client):
    draft, private = EventFactory(draft=True), EventFactory()
    date = first(private)
    PageViewRestriction.objects.create(page=private, restriction_type=PageViewRestriction.LOGIN)

    names = [f"event/{each.translation_key}.ics" for each in (draft, private)] + [f"date/{date.uid}.ics"]

    assert [client.get(f"/engagement/{name}").status_code for name in names] == [404, 404, 404]
    assert vevents(client) == []


def test_a_subscriber_can_choose_themes_quarters_and_an_association(client):
    sport, port, club = (
        ThemeFactory(slug="sport"),
        NeighbourhoodFactory(slug="le-port"),
        AssociationFactory(slug="club"),
    )
    EventFactory(title="Course", themes=[sport, ThemeFactory()])
    EventFactory(title="Quais", neighbourhood=port)
    tied = EventFactory(title="Tournoi")
    tied.organisers = [club]
    tied.save_revision().publish()
    EventFactory(title="Autre")

    def titles(query: str) -> list[str]:
        return [str(each["SUMMARY"]) for each in vevents(client, f"agenda.ics?{query}")]

    assert titles("theme=sport") == ["Course"]
    assert titles("neighbourhood=le-port") == ["Quais"]
    assert titles("association=club") == titles(f"association={club.pk}") == ["Tournoi"]
    assert titles("theme=sport&neighbourhood=le-port") == []
    assert len(titles("page=2&month=garbage")) == 4


def test_a_narrowed_calendar_is_named_after_what_it_holds(client):
    ThemeFactory(slug="sport", name="Sport")
    NeighbourhoodFactory(slug="le-port", name="Le Port")

    assert calendar(client, "agenda.ics?theme=sport&neighbourhood=le-port")["NAME"].endswith("(Le Port · Sport)")


@pytest.mark.parametrize(
    "query", ["theme=nope", "neighbourhood=%00", "association=9999999999999999999", "theme=%F0%9F%92%A5"]
)
def test_an_address_that_means_nothing_gets_a_sentence(client, query):
    response = client.get(f"/engagement/agenda.ics?{query}")

    assert response.status_code == 400
    assert response.content.decode()


def test_what_is_over_since_yesterday_is_left_out_and_this_morning_is_not(client, clock):
    for day in (date(2026, 3, 3), date(2026, 3, 4)):
        EventFactory(children={"dates": [once(day, start_time=time(7), end_time=time(8))]})

    assert [event["DTSTART"].dt.day for event in vevents(client)] == [4]


def test_the_dates_of_a_large_city_cost_as_many_queries_as_two(client, django_assert_num_queries):
    EventFactory(weekly=True, themes=[ThemeFactory()])
    read(client, "agenda.ics")
    with django_assert_num_queries(11):
        read(client, "agenda.ics")
    for _number in range(3):
        EventFactory(weekly=True, themes=[ThemeFactory()], neighbourhood=NeighbourhoodFactory())
    with django_assert_num_queries(11):
        read(client, "agenda.ics")


def test_a_calendar_is_cut_at_its_bound(client, monkeypatch):
    monkeypatch.setattr("volunteering.feeds.ical.MOST_DATES", 5)
    EventFactory(weekly=True)

    assert len(vevents(client)) == 5


def test_every_address_in_a_calendar_leads_to_a_public_page(client):
    EventFactory(weekly=True)

    (address,) = {str(event["URL"]) for event in vevents(client)}

    assert client.get(urlsplit(address).path).status_code == 200
