from datetime import date, time

import pytest
from django.core.exceptions import ValidationError

from tests.factories import EventFactory, EventIndexFactory, once
from tests.pages import soup
from volunteering.agenda import views
from volunteering.agenda.models import Occurrence

pytestmark = pytest.mark.django_db
AGENDA = "/agenda/"


@pytest.fixture
def agenda(clock):
    return EventIndexFactory()


def on(day: date, **kwargs) -> dict:
    return {"children": {"dates": [once(day)]}, **kwargs}


def test_a_resident_can_start_the_list_on_a_day(agenda, client):
    EventFactory(**on(date(2026, 3, 5), title="Choir")), EventFactory(**on(date(2026, 3, 7), title="Market"))
    page = client.get(AGENDA, {"since": "2026-03-07"}).text

    assert "Market" in page
    assert "Choir" not in page


@pytest.mark.parametrize("day", ["2026-03-01", "2026-02-31", "tomorrow", "2026-3", ""])
def test_a_day_that_is_over_or_none_shows_what_comes(agenda, client, day):
    EventFactory(**on(date(2026, 3, 5), title="Choir"))

    assert "Choir" in client.get(AGENDA, {"since": day}).text


def test_an_evening_before_the_chosen_day_is_not_listed(agenda, client):
    night = once(date(2026, 3, 6), start_time=time(20), end_time=time(2))
    EventFactory(title="Ball", children={"dates": [night]})

    assert "Ball" not in client.get(AGENDA, {"since": "2026-03-07"}).text


def test_a_day_without_events_is_told_and_followed_by_the_next(agenda, client):
    EventFactory(**on(date(2026, 3, 9), title="Choir"))
    response = client.get(AGENDA, {"since": "2026-03-07"})

    assert "v-day__nothing" in response.text
    assert "Choir" in response.text


def test_four_weeks_of_days_lead_to_their_list(agenda, client):
    page = client.get(AGENDA).text

    assert page.count('class="v-strip__day') == 28
    assert "?since=2026-03-31" in page


def test_a_script_gets_the_list_alone(agenda, client):
    EventFactory(**on(date(2026, 3, 5), title="Choir"))
    fragment = client.get(AGENDA, headers={"X-Fragment": "list"}).text

    assert "Choir" in fragment
    assert "<html" not in fragment
    assert fragment.strip() in client.get(AGENDA).text


def test_an_evening_that_ends_after_midnight_stands_on_its_own_day_of_the_month(agenda, client):
    EventFactory(children={"dates": [once(date(2026, 3, 6), start_time=time(20), end_time=time(0, 30))]})
    weeks = client.get(AGENDA, {"month": "2026-03"}).context["weeks"]

    assert [day.date for week in weeks for day in week if day.rows] == [date(2026, 3, 6)]


@pytest.mark.parametrize(("number", "shown", "more"), [(5, 5, 0), (7, 4, 3)])
def test_a_full_day_of_the_month_leads_to_its_own_list(number, shown, more, agenda, client):
    for _each in range(number):
        EventFactory(**on(date(2026, 3, 7)))
    cell = soup(client.get(AGENDA, {"month": "2026-03", "free": ""})).select_one("td:has(.v-cell__event)")
    links = [link["href"] for link in cell.select(".v-cell__more a")]

    assert len(cell.select(".v-cell__event")) == shown
    assert links == (["?free=&since=2026-03-07&until=2026-03-07"] if more else [])
    assert (f"+ {more}" in cell.get_text()) == bool(more)


def test_crowded_days_never_empty_the_last_ones(agenda, client):
    for day in range(1, 31):
        for _each in range(3):
            EventFactory(**on(date(2026, 3, day)))
    EventFactory(**on(date(2026, 3, 31), title="Last day"))
    page = soup(client.get(AGENDA, {"month": "2026-03"}))
    assert len(page.select(".v-cell__event")) == 91
    assert "Last day" in page.select_one("td:has([datetime='2026-03-31'])").get_text()


def test_days_that_are_not_read_to_their_end_lead_to_their_list(agenda, client, monkeypatch):
    monkeypatch.setattr(views, "CALENDAR_LIMIT", 3)
    for day in (5, 6, 7, 20):
        EventFactory(**on(date(2026, 3, day)))
    page = soup(client.get(AGENDA, {"month": "2026-03"}))
    cells = {cell.select_one("time")["datetime"]: cell for cell in page.select("td")}
    read, half_read, unread = (cells[f"2026-03-{day}"] for day in ("06", "07", "20"))
    assert not read.select(".v-cell__more")
    assert [len(day.select(".v-cell__event")) for day in (read, half_read, unread)] == [1, 1, 0]
    for day in (half_read, unread):
        assert "Voir toute la journée" in day.select_one(".v-cell__more a").get_text()
    assert unread.select_one("a")["href"] == "?since=2026-03-20&until=2026-03-20"


def test_what_was_taken_away_while_the_month_is_read_is_left_out(agenda, client, monkeypatch):
    EventFactory(**on(date(2026, 3, 5), title="Choir")), EventFactory(**on(date(2026, 3, 6), title="Ball"))
    read = views.AgendaCalendar.get_moments

    def and_then_gone(view):
        moments = read(view)
        Occurrence.objects.filter(event__title="Ball").delete()
        return moments

    monkeypatch.setattr(views.AgendaCalendar, "get_moments", and_then_gone)
    assert [each.get_text() for each in soup(client.get(AGENDA, {"month": "2026-03"})).select(".v-cell__title")] == [
        "Choir"
    ]


def test_the_sheet_holds_seven_days_and_no_more(agenda, client):
    EventFactory(**on(date(2026, 3, 9), title="Choir")), EventFactory(**on(date(2026, 3, 15), title="Market"))
    EventFactory(**on(date(2026, 3, 16), title="Ball"))
    sheet = client.get(AGENDA, {"sheet": "2026-03-09"}).text

    assert "Choir" in sheet
    assert "Market" in sheet
    assert "Ball" not in sheet


def test_the_sheet_strikes_what_is_cancelled(agenda, client):
    EventFactory(**on(date(2026, 3, 9), status="cancelled"))

    assert "v-sheet__cancelled" in client.get(AGENDA, {"sheet": "2026-03-09"}).text


def test_an_event_leads_to_each_of_its_dates(agenda, client):
    event = EventFactory(weekly=True)
    first = event.occurrences.first()

    assert f'id="{first.uid}"' in client.get(event.url).text


@pytest.mark.parametrize("field", ["age_min", "age_max"])
def test_an_age_that_is_a_year_is_refused(field):
    with pytest.raises(ValidationError, match="120"):
        EventFactory(**{field: 1974})


def test_what_lasts_is_reached_by_the_keyboard_once_a_week_and_today(agenda, client):
    """On a phone the days before today are hidden, and those of other months: what goes on is reached all the same."""
    EventFactory(children={"dates": [once(date(2026, 2, 25), last_day=date(2026, 3, 20))]})
    page = soup(client.get(AGENDA, {"month": "2026-03"}))
    cells = {cell.select_one("time")["datetime"]: cell.select_one(".v-cell__event a") for cell in page.select("td")}
    reached = [day for day, link in cells.items() if link and not link.has_attr("tabindex")]
    assert reached == ["2026-02-25", "2026-03-01", "2026-03-02", "2026-03-04", "2026-03-09", "2026-03-16"]
    assert len([link for link in cells.values() if link]) > len(reached)
