"""Shifts of missions among the dates of events, for who asks for them."""

from datetime import date, time, timedelta
from itertools import chain

import pytest
from django.http import QueryDict
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from tests.conftest import NOW
from tests.factories import (
    POINT,
    AssociationFactory,
    EventFactory,
    EventIndexFactory,
    MissionFactory,
    MissionIndexFactory,
    NeighbourhoodFactory,
    ThemeFactory,
    once,
    shift,
)
from tests.pages import queries, soup, words
from volunteering.alerts.filters import EventSearch
from volunteering.missions.models import MissionPage

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate(NOW)
AGENDA = "/agenda/"
# Lists, table of a week, table of a month: of the day on which `needed` asks for help.
WAYS = ["", "&week=2026-03-11", "&month=2026-03"]
# Queries of every page: its site, the three doors, the page, what leads to it and who may see it, the city's settings.
SHELL = 6


@pytest.fixture
def agenda(clock):
    return EventIndexFactory()


def event(title: str, day: date, hour: int = 14, **kwargs):
    dates = [once(day, start_time=time(hour), end_time=time(hour + 1))]
    return EventFactory(title=title, children={"dates": dates}, **kwargs)


def needed(title: str = "Soupe", *, days: float = 7, hours: float = 3, places: int | None = 5, **kwargs) -> MissionPage:
    """A mission with one shift, by default on Wednesday 11 March from 9 to noon."""
    return MissionFactory(title=title, children={"shifts": [shift(days=days, hours=hours, places=places)]}, **kwargs)


def titles(response) -> list[str]:
    return [link.get_text() for link in soup(response).select(".v-rows .v-row__title a, .v-cell__title")]


@pytest.mark.parametrize("way", WAYS)
def test_nobody_sees_missions_who_did_not_ask(way, agenda, client):
    needed()
    assert titles(client.get(f"{AGENDA}?{way.lstrip('&')}")) == []


@pytest.mark.parametrize("way", WAYS)
def test_a_visitor_who_asks_sees_shifts_marked_with_a_word_and_leading_to_their_mission(way, agenda, client):
    mission = needed()
    event("Bal", TODAY + timedelta(days=7))
    page = soup(client.get(f"{AGENDA}?missions=1{way}"))
    marked = page.select_one(".v-row--mission, .v-cell__event--mission")
    assert "Mission" in marked.get_text(" ")
    assert marked.select_one("svg use")["href"].endswith("#heart-handshake")
    assert marked.select_one("a")["href"] == mission.url


@pytest.mark.databases
def test_events_and_shifts_stand_in_order_of_start_beneath_their_days(agenda, client):
    event("Choir", TODAY + timedelta(days=7), hour=8), event("Market", TODAY + timedelta(days=7), hour=18)
    event("Ball", TODAY + timedelta(days=9))
    needed("Soup"), needed("Sorting", days=8)
    page = client.get(f"{AGENDA}?missions=1")
    assert titles(page) == ["Choir", "Soup", "Market", "Sorting", "Ball"]
    assert [len(day.select(".v-row")) for day in soup(page).select(".v-day")] == [3, 1, 1]


@pytest.mark.databases
def test_the_cells_of_a_day_mix_events_and_shifts_by_their_hour(agenda, client):
    event("Choir", TODAY + timedelta(days=7), hour=8), event("Market", TODAY + timedelta(days=7), hour=18)
    needed("Soup")
    assert titles(client.get(f"{AGENDA}?missions=1&week=2026-03-11")) == ["Choir", "Soup", "Market"]


@pytest.mark.parametrize("way", WAYS)
def test_nobody_sees_a_draft_a_private_mission_a_cancelled_shift_or_one_that_is_over(way, agenda, client):
    needed("Draft", draft=True)
    PageViewRestriction.objects.create(page=needed("Private"), restriction_type=PageViewRestriction.LOGIN)
    needed("Cancelled").capacities.update(cancelled_at=NOW)
    needed("Over", days=-1)
    MissionFactory(title="Without dates")
    assert titles(client.get(f"{AGENDA}?missions=1{way}")) == []


@pytest.mark.parametrize(
    ("taken", "places", "told"), [(2, 5, "3 places"), (4, 5, "1 place"), (5, 5, "Complet"), (9, None, "bienvenu")]
)
def test_a_row_says_how_many_places_are_left(taken, places, told, agenda, client):
    needed(places=places).capacities.update(taken=taken)
    assert told in words(client.get(f"{AGENDA}?missions=1"), ".v-row--mission .v-chip")


@pytest.mark.parametrize("way", WAYS)
def test_a_shift_nobody_can_sign_up_for_says_so(way, agenda, client):
    needed(signup_open=False)
    told = words(client.get(f"{AGENDA}?missions=1{way}"), ".v-row--mission, .v-cell__event--mission")
    assert str(MissionPage.objects.get().state.label) in told


@pytest.mark.parametrize(
    ("query", "days"),
    [
        ("", [0.1, 3, 7, 40]),
        ("&when=today", [0.1]),
        ("&when=weekend", [3]),
        ("&since=2026-03-07&until=2026-03-11", [3, 7]),
        ("&since=2026-03-08", [7, 40]),
        ("&until=2026-03-10", [0.1, 3]),
        ("&week=2026-03-02", [0.1, 3]),
        ("&month=2026-03", [0.1, 3, 7]),
        ("&month=2026-02", []),
    ],
)
def test_only_shifts_of_the_days_asked_for_are_shown(query, days, agenda, client):
    for each in (0.1, 3, 7, 40):
        needed(f"In {each} days", days=each)
    assert titles(client.get(f"{AGENDA}?missions=1{query}")) == [f"In {each} days" for each in days]


@pytest.mark.databases
def test_a_shift_of_several_days_stands_on_each_of_them_and_once_in_the_list(agenda, client):
    needed("Camp", days=2, hours=50)
    assert titles(client.get(f"{AGENDA}?missions=1&week=2026-03-04")) == ["Camp"] * 3
    page = client.get(f"{AGENDA}?missions=1&since=2026-03-07")
    assert titles(page) == ["Camp"]
    assert [day["datetime"] for day in soup(page).select(".v-day__title time")] == ["2026-03-07"]


@pytest.mark.parametrize("query", ["theme=go", "neighbourhood=port", "q=soupe", "near=45.9,4.06&km=1"])
def test_the_questions_that_missions_know_narrow_their_shifts(query, agenda, client):
    quarter = NeighbourhoodFactory(slug="port", name="Port", polygon=None)
    needed("Soupe du jeudi", themes=[ThemeFactory(slug="go")], neighbourhood=quarter, location=POINT)
    needed("Tri des dons", location="SRID=4326;POINT(4.5 46.2)")
    assert titles(client.get(f"{AGENDA}?missions=1&{query}")) == ["Soupe du jeudi"]


@pytest.mark.parametrize(
    ("query", "label"),
    [
        ("free=1", "Gratuit"),
        ("children=1", "enfants"),
        ("age=8", "(âge)"),
        ("access=hi", "Accessible"),
        ("online=1", "ligne"),
    ],
)
def test_missions_stay_away_from_a_question_they_cannot_answer_and_the_page_says_so(query, label, agenda, client):
    needed()
    EventFactory(title="Bal", is_free=True, age_min=6, access_hi=True, attendance="online")
    page = client.get(f"{AGENDA}?missions=1&{query}")
    assert titles(page) == ["Bal"]
    assert label in words(page, ".v-note")


def test_a_question_of_the_missions_own_list_narrows_nothing_here(agenda, client):
    needed().capacities.update(taken=5)
    assert titles(client.get(f"{AGENDA}?missions=1&places=1&day=SU&home=1")) == ["Soupe"]


def test_another_order_is_left_out_and_the_page_says_so(agenda, client):
    needed("Soup", days=8), event("Choir", TODAY + timedelta(days=7))
    page = client.get(f"{AGENDA}?missions=1&sort=newest")
    assert titles(page) == ["Choir", "Soup"]
    assert soup(page).select(".v-note li")


@pytest.mark.databases
def test_pages_lose_and_repeat_nothing(agenda, client, settings):
    settings.VOLUNTEERING = {"PAGE_SIZE": 3, "PAGE_CACHE_SECONDS": 0}
    for number in range(5):
        event(f"Event {number}", TODAY + timedelta(days=number + 1), hour=9)
        needed(f"Mission {number}", days=number + 1)
    seen = [titles(client.get(f"{AGENDA}?missions=1&page={page}")) for page in (1, 2, 3, 4)]
    assert [len(each) for each in seen] == [3, 3, 3, 1]
    assert list(chain(*seen)) == [f"{kind} {number}" for number in range(5) for kind in ("Event", "Mission")]
    assert client.get(f"{AGENDA}?missions=1&page=5").status_code == 404


def test_the_count_is_of_both_and_beside_each_answer_too(agenda, client):
    theme = ThemeFactory(slug="go", name="Go")
    event("Choir", TODAY + timedelta(days=7), themes=[theme]), needed(themes=[theme]), needed("Other")
    page = client.get(f"{AGENDA}?missions=1&until=2026-04-01")
    assert words(page, ".v-count") == "3 résultats"
    assert "Go (2)" in words(page, ".v-question__answer")
    assert words(client.get(f"{AGENDA}?missions=1&theme=go"), ".v-count") == "2 résultats"


def test_an_empty_list_counts_shifts_among_what_it_proposes(agenda, client):
    needed()
    page = soup(client.get(f"{AGENDA}?missions=1&online=1"))
    assert page.select_one(".v-empty a")["href"] == "?missions=1"


def test_the_switch_is_one_tap_away_and_holds_in_every_way_to_read(agenda, client):
    assert soup(client.get(AGENDA)).find("a", class_="v-quick__link", href="?missions=1")
    for way in WAYS:
        page = soup(client.get(f"{AGENDA}?missions=1&theme=nope{way}"))
        assert all("missions=1" in link["href"] for link in page.select(".v-ways a, .v-strip a, .v-calendar__nav a"))
        assert page.select_one("form[role=search] [name=missions]").has_attr("checked")


def test_the_map_shows_missions_under_the_numbers_of_the_list(agenda, client):
    event("Choir", TODAY + timedelta(days=6), location=POINT), needed(location=POINT)
    page = soup(client.get(f"{AGENDA}?missions=1"))
    assert [row["data-pin"] for row in page.select("[data-pin]")] == ["1", "2"]
    assert "Soupe" in str(page.select_one("[data-points]"))


@pytest.mark.parametrize("way", WAYS)
def test_the_switch_costs_the_same_with_one_mission_and_with_many(way, agenda, client, settings):
    settings.VOLUNTEERING = {"PAGE_CACHE_SECONDS": 0}
    organiser = AssociationFactory()
    event("Choir", TODAY + timedelta(days=7)), needed(organiser=organiser)
    one, without = queries(client, f"{AGENDA}?missions=1{way}"), queries(client, f"{AGENDA}?{way}")
    for number in range(6):
        needed(f"Mission {number}", days=number + 4, organiser=organiser)
        event(f"Event {number}", TODAY + timedelta(days=number + 4))
    assert queries(client, f"{AGENDA}?missions=1{way}") == one
    assert queries(client, f"{AGENDA}?{way}") == without < one


@pytest.mark.parametrize("way", WAYS[1:])
@pytest.mark.parametrize(("switch", "most"), [("", 4), ("missions=1", 6)])
def test_a_calendar_asks_little_of_the_database(switch, most, way, agenda, client, settings):
    settings.VOLUNTEERING = {"PAGE_CACHE_SECONDS": 0}
    needed(), event("Choir", TODAY + timedelta(days=7))
    assert queries(client, f"{AGENDA}?{switch}{way}") <= SHELL + most


def test_a_mission_shows_in_a_kept_list_as_soon_as_it_is_published(
    agenda, client, settings, django_capture_on_commit_callbacks
):
    settings.VOLUNTEERING = {"PAGE_CACHE_SECONDS": 60}
    event("Choir", TODAY + timedelta(days=7))
    assert titles(client.get(f"{AGENDA}?missions=1")) == ["Choir"]
    with django_capture_on_commit_callbacks(execute=True):
        mission = needed("Soup")
    assert titles(client.get(f"{AGENDA}?missions=1")) == ["Soup", "Choir"]
    with django_capture_on_commit_callbacks(execute=True):
        mission.unpublish()
    assert titles(client.get(f"{AGENDA}?missions=1")) == ["Choir"]


def test_what_goes_on_by_itself_tells_events_alone(agenda, client):
    ThemeFactory(slug="go")
    page = soup(client.get(f"{AGENDA}?missions=1&theme=go"))
    links = [link["href"] for link in page.select(".v-subscribe a, .v-to-paper a")]
    assert links
    assert not [link for link in links if "missions" in link]
    assert EventSearch(QueryDict("missions=1&theme=go")).canonical().urlencode() == "theme=go"


def test_shifts_of_another_site_stay_on_it(agenda, client):
    needed("Here")
    elsewhere = MissionIndexFactory(parent=Page.objects.get(depth=1), slug="elsewhere")
    needed("Elsewhere", parent=elsewhere)
    assert titles(client.get(f"{AGENDA}?missions=1")) == ["Here"]
