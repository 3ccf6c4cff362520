"""What a resident finds in the agenda with the filters, and what the page says of them."""

from datetime import date, datetime, time, timedelta

import pytest
from django.http import QueryDict
from django.utils import timezone

from tests.conftest import NOW
from tests.factories import AssociationFactory, EventFactory, ThemeFactory, once
from tests.pages import soup, words
from volunteering.agenda.filters import EventFilters
from volunteering.agenda.models import Occurrence

pytestmark = [pytest.mark.databases, pytest.mark.django_db]
TODAY = timezone.localdate(NOW)


@pytest.mark.parametrize(
    ("when", "days"),
    [("today", [4]), ("weekend", [7, 8]), ("week", [4, 5, 6, 7, 8]), ("month", [4, 5, 6, 7, 8, 9, 31])],
)
def test_a_stretch_of_days_holds_its_days_and_no_other(when, days, clock, found_city):
    for number in (3, 4, 5, 6, 7, 8, 9, 31):
        EventFactory(children={"dates": [once(date(2026, 3, number), start_time=time(20), end_time=time(22))]})
    EventFactory(children={"dates": [once(date(2026, 4, 1))]})
    found = EventFilters(QueryDict(f"when={when}")).narrow(Occurrence.objects.published())
    assert sorted(row.first_day.day for row in found) == days


def test_the_night_of_the_clock_change_belongs_to_its_sunday(clock, found_city):
    """On the last Sunday of March 2026 there is no half past two: the event is on the 29th all the same."""
    clock.move_to(datetime(2026, 3, 27, 8, tzinfo=NOW.tzinfo))
    EventFactory(children={"dates": [once(date(2026, 3, 29), start_time=time(2, 30), end_time=time(4))]})
    rows = Occurrence.objects.published()
    assert EventFilters(QueryDict("when=weekend")).narrow(rows).count() == 1
    assert EventFilters(QueryDict("since=2026-03-29&until=2026-03-29")).narrow(rows).count() == 1
    assert EventFilters(QueryDict("until=2026-03-28")).narrow(rows).count() == 0


def test_words_find_events_and_no_draft(clock, found_city, client):
    EventFactory(title="Fête des jardins")
    EventFactory(title="Fête secrète", draft=True)
    told = words(client.get("/agenda/?q=jardins"))
    assert "Fête des jardins" in told
    assert "Fête secrète" not in words(client.get("/agenda/?q=secrète"))


def test_a_list_forgives_what_the_search_forgives_and_says_what_it_looked_for(clock, found_city, client):
    EventFactory(title="Fête des jardins")
    EventFactory(title="Bal")
    page = client.get("/agenda/?q=fete+jardyns")
    assert "Fête des jardins" in words(page)
    assert "Bal" not in words(page, ".v-rows")
    assert "Résultats pour « fete jardins »." in words(page, ".v-note")


def test_words_that_no_event_holds_find_nothing_and_can_be_given_up(clock, found_city, client):
    EventFactory(title="Bal", is_free=True)
    AssociationFactory(title="Club de judo")
    page = client.get("/agenda/?q=judo&free=1")
    assert not soup(page).select(".v-row")
    assert "?free=1" in [link["href"] for link in soup(page).select("main a")]


@pytest.mark.parametrize(
    "query", ["theme=nope", "km=7&near=here", "when=never", "since=31/31/2026", "age=x", "sort=bad"]
)
def test_an_answer_nobody_understands_is_left_out_and_told(query, clock, found_city, client):
    EventFactory(title="Bal")
    page = client.get(f"/agenda/?{query}")
    assert "Bal" in words(page)
    assert soup(page).select(".v-note li")


def test_an_empty_list_proposes_the_answer_to_give_up(clock, found_city, client):
    EventFactory(title="Bal", is_free=True)
    page = soup(client.get("/agenda/?free=1&online=1"))
    assert page.select_one(".v-empty a")["href"] == "?free=1"


def test_a_chip_takes_one_answer_away_and_keeps_the_others(clock, found_city, client):
    ThemeFactory(slug="go", name="Go")
    chips = soup(client.get("/agenda/?theme=go&age=8&page=1&utm=x")).select(".v-given__chip")
    assert [chip["href"] for chip in chips] == ["?age=8", "?theme=go"]


def test_paging_loses_and_repeats_nothing_while_pages_are_published(clock, found_city, settings):
    settings.VOLUNTEERING = {"PAGE_SIZE": 3}
    events = [EventFactory() for _each in range(7)]
    form, seen = EventFilters(QueryDict("")), []
    ordered = form.order(form.narrow(Occurrence.objects.published()))
    for first in range(0, 9, 3):
        seen += [row.event_id for row in ordered[first : first + 3]]
        EventFactory(children={"dates": [once(TODAY + timedelta(days=30))]})
    assert [pk for pk in seen if pk in {event.pk for event in events}] == [event.pk for event in events]


def test_the_newest_events_come_first_and_each_once(clock, found_city, client):
    EventFactory(title="Cours", weekly=True)
    clock.shift(3600)
    EventFactory(title="Bal")
    shown = soup(client.get("/agenda/?sort=newest")).select(".v-row__title")
    assert [each.get_text(strip=True) for each in shown] == ["Bal", "Cours"]


def test_the_nearest_events_come_first_and_each_once(clock, found_city, client):
    EventFactory(title="Là-bas", weekly=True, location="SRID=4326;POINT(4.07 45.91)")
    EventFactory(title="Ici", location="SRID=4326;POINT(4.06 45.9)")
    EventFactory(title="Ailleurs", location="SRID=4326;POINT(5.06 45.9)")
    shown = soup(client.get("/agenda/?sort=nearest&near=45.9,4.06&km=5")).select(".v-row__title")
    assert [each.get_text(strip=True) for each in shown] == ["Ici", "Là-bas"]


def test_the_newest_events_are_the_newest_of_what_was_asked(clock, found_city, client):
    EventFactory(title="Bal", is_free=True)
    EventFactory(title="Opéra", is_free=False)
    page = client.get("/agenda/?sort=newest&free=1")
    assert [each.get_text(strip=True) for each in soup(page).select(".v-row__title")] == ["Bal"]
    assert "1 résultat" in words(page, ".v-count")
