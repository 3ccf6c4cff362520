"""What a resident reads of events: states in words, dates, the months, and what search engines are told."""

from datetime import date, time

import pytest

from tests.factories import AssociationFactory, EventFactory, once
from tests.pages import json_ld, soup, words
from volunteering.agenda.actions import annotate_occurrence, cancel_occurrence, move_occurrence
from volunteering.agenda.models import EventPage

pytestmark = pytest.mark.django_db
STATES = {
    "cancelled": "Annulé",
    "postponed": "Reporté",
    "rescheduled": "Nouvelle date",
    "moved_online": "Passe en ligne",
    "full": "Complet",
}


@pytest.fixture
def front(clock, found_city):
    return found_city


def words_of(status: str) -> str:
    return str(EventPage(status=status).get_status_display())


@pytest.mark.parametrize("status", STATES)
def test_an_event_says_on_its_page_and_in_the_list_what_changed(status, front, client):
    event = EventFactory(status=status, status_note="À cause du vent.")
    page = words(client.get(event.url))
    assert words_of(status) in page
    assert "À cause du vent." in page
    assert words_of(status) in words(client.get("/agenda/"))


def test_an_event_that_goes_ahead_says_nothing_of_the_sort(front, client):
    event = EventFactory()
    assert not [status for status in STATES if words_of(status) in words(client.get(event.url))]


def test_a_cancelled_date_is_struck_with_its_reason_and_the_others_are_not(front, client):
    event = EventFactory(weekly=True)
    cancel_occurrence(occurrence=event.occurrences.soonest()[1], reason="Salle inondée", by=None)
    slots = soup(client.get(event.url)).select(".v-slot")
    assert [bool(slot.find("s")) for slot in slots[:3]] == [False, True, False]
    assert "Salle inondée" in slots[1].get_text()


def test_a_moved_date_is_listed_at_its_new_time_with_its_note(front, client):
    event = EventFactory(weekly=True)
    row = event.occurrences.soonest()[0]
    move_occurrence(occurrence=row, start=row.start.replace(hour=17), end=row.end.replace(hour=18), reason="", by=None)
    annotate_occurrence(occurrence=row, note="Dans la petite salle", by=None)
    first = soup(client.get(event.url)).select(".v-slot")[0].get_text(" ")
    assert "18" in first
    assert "Dans la petite salle" in first


def test_an_event_that_is_over_says_so_and_is_listed_no_more(front, client):
    event = EventFactory(past=True, title="Bal de l’hiver")
    assert words(client.get(event.url), ".v-action h2") == "Pas de date à venir"
    assert "Bal de l’hiver" not in client.get("/agenda/").text


@pytest.mark.parametrize("others", [0, 1])
def test_an_exhibition_stands_once_below_the_days_also_when_nothing_else_is_on(others, front, client):
    long = once(date(2026, 3, 2), last_day=date(2026, 3, 20), all_day=True)
    EventFactory(title="Vitraux", children={"dates": [long]})
    EventFactory.create_batch(others)
    page = soup(client.get("/agenda/"))
    assert [link.text for link in page.select(".v-ongoing a")] == ["Vitraux"]
    assert len(page.find_all("a", string="Vitraux")) == 1
    assert len(page.select('.v-found__head a[href="#ongoing"]')) == others
    assert len(page.select(".v-found ~ .v-ongoing")) == others


def test_the_organisers_lead_to_their_records(front, client):
    association = AssociationFactory(title="Chœur")
    event = EventFactory()
    event.organisers = [association]
    event.save_revision().publish()
    assert soup(client.get(event.url)).find("a", string="Chœur")["href"] == association.url


@pytest.mark.parametrize(
    "month", ["garbage", "2026-13", "2026-00", "26-03", "1999-12", "", "2026-03-01", "２０２６-０３"]
)
def test_a_month_that_is_none_shows_the_list(month, front, client):
    EventFactory(title="Bal")
    response = client.get("/agenda/", {"month": month})
    assert soup(response).select("[data-fragment]")
    assert "Bal" in response.text


def test_a_visitor_goes_from_month_to_month_and_back_to_today(front, client):
    page = soup(client.get("/agenda/", {"month": "2026-12"}))
    assert page.select_one("[rel=prev]")["href"] == "?month=2026-11"
    assert page.select_one("[rel=next]")["href"] == "?month=2027-01"
    assert page.find("a", href="?month=2026-03", class_="v-calendar__now")


def test_the_month_shows_each_date_on_its_day(front, client):
    EventFactory(title="Bal", children={"dates": [once(date(2026, 3, 10), frequency="weekly", count=2)]})
    cells = soup(client.get("/agenda/", {"month": "2026-03"})).select("td")
    days = [cell.select_one("time")["datetime"] for cell in cells if "Bal" in cell.get_text()]
    assert days == ["2026-03-10", "2026-03-17"]


def test_what_lasts_is_one_band_from_its_first_day_to_its_last(front, client):
    lasting = once(date(2026, 3, 10), last_day=date(2026, 3, 12), all_day=True, start_time=None, end_time=None)
    EventFactory(children={"dates": [lasting]})
    bands = soup(client.get("/agenda/", {"month": "2026-03"})).select(".v-cell__event--long")
    ends = [[name in band["class"] for name in ("v-cell__event--begins", "v-cell__event--ends")] for band in bands]
    assert ends == [[True, False], [False, False], [False, True]]


@pytest.mark.parametrize(("status", "struck"), [("postponed", 1), ("cancelled", 1), ("full", 0)])
def test_a_date_nobody_should_come_to_is_struck_and_offered_to_no_calendar(status, struck, front, client):
    page = soup(client.get(EventFactory(status=status).url))
    assert len(page.select(".v-slot .v-date--cancelled")) == struck
    assert len(page.select(".v-slot__add")) == 1 - struck


@pytest.mark.parametrize("month", ["2026-02", "2100-12", "2199-12", "2000-01"])
def test_a_month_without_events_is_a_month_all_the_same(month, front, client):
    assert len(soup(client.get("/agenda/", {"month": month})).select("td")) % 7 == 0


def test_search_engines_are_told_of_each_date_and_of_what_changed(front, client):
    event = EventFactory(children={"dates": [once(frequency="weekly", count=3)]})
    cancel_occurrence(occurrence=event.occurrences.soonest()[1], reason="Grève", by=None)
    nodes = json_ld(client.get(event.url))
    states = [node["eventStatus"].rpartition("/")[2] for node in nodes]
    assert states == ["EventScheduled", "EventCancelled", "EventScheduled"]
    assert nodes[0]["startDate"] == "2026-03-11T14:00:00+01:00"


@pytest.mark.parametrize(
    ("price", "told"),
    [({"is_free": True}, True), ({"price": "6 €"}, False), ({}, None)],
    ids=["free", "paid", "unknown"],
)
def test_search_engines_are_told_of_a_price_that_is_known(price, told, front, client):
    (node,) = json_ld(client.get(EventFactory(children={"dates": [once()]}, **price).url))
    assert node.get("isAccessibleForFree") is told


def test_a_draft_is_previewed_with_the_dates_of_its_rule(front):
    rule = once(date(2026, 3, 5), frequency="weekly", start_time=time(18), end_time=time(20))
    draft = EventFactory(draft=True, children={"dates": [rule]}).get_latest_revision_as_object()
    slots = soup(draft.make_preview_request()).select(".v-slot time, .v-slot__when")
    assert "5" in slots[0].get_text()
    assert not draft.occurrences.exists()
