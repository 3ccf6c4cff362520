"""Lists for somebody signed in: made once, new as soon as something changes, and in everyone's own language."""

import pytest
from django.contrib.auth import get_user_model
from django.http import HttpRequest
from django.utils.translation import override

from tests.factories import AssociationFactory, EventFactory, MissionFactory, ThemeFactory, shift
from tests.pages import cost, soup, words
from volunteering.core.freshness import touch
from volunteering.core.kept import Shelf
from volunteering.missions.models import Capacity

LISTS = ("/agenda/", "/missions/", "/associations/")


@pytest.fixture(autouse=True)
def kept(settings, found_city, clock, db):
    settings.VOLUNTEERING = {"PAGE_SIZE": 3}


@pytest.fixture
def resident(client):
    client.force_login(get_user_model().objects.create_user("resident"))
    return client


@pytest.fixture
def full(committed):
    with committed():
        for number in range(5):
            EventFactory(title=f"Bal {number}")
            MissionFactory(title=f"Mission {number}")
            AssociationFactory(title=f"Club {number}")


@pytest.mark.parametrize("address", LISTS)
def test_a_list_that_was_made_is_not_made_again(address, full, resident):
    first = resident.get(address)
    before = cost(resident, address)
    found = ".v-found, .v-finder"
    assert words(resident.get(address), found) == words(first, found)
    assert [row["href"] for row in soup(first).select(".v-found a")]
    other_page = cost(resident, f"{address}?page=2")
    assert before < other_page


@pytest.mark.parametrize("address", LISTS)
def test_cards_that_were_made_serve_another_filter(address, full, resident, committed):
    resident.get(address)
    narrowed = cost(resident, f"{address}?sort=newest")
    resident.get(f"{address}?sort=newest")
    with committed():
        touch()
    assert narrowed < cost(resident, f"{address}?sort=newest")


def test_an_event_is_there_as_soon_as_it_is_published_and_gone_with_it(resident, committed):
    assert "Bal" not in words(resident.get("/agenda/"))
    with committed():
        event = EventFactory(title="Bal")
    assert "Bal" in words(resident.get("/agenda/"))
    with committed():
        event.unpublish()
    assert "Bal" not in words(resident.get("/agenda/"))


def test_a_place_that_was_taken_shows_at_once(resident, committed):
    with committed():
        mission = MissionFactory(children={"shifts": [shift(places=2)]})
    assert "2 places" in words(resident.get("/missions/"))
    with committed():
        Capacity.objects.filter(mission=mission).update(taken=1)
        touch()
    assert "1 place" in words(resident.get("/missions/"))


@pytest.fixture
def one_of_each(committed):
    with committed():
        association, theme = AssociationFactory(located=True), ThemeFactory()
        event = EventFactory(weekly=True, themes=[theme], organisers=[association])
        for _ in range(3):
            mission = MissionFactory(
                organiser=association, themes=[theme], children={"shifts": [shift(), shift(days=9)]}
            )
    return {"mission": mission, "event": event, "association": association}


@pytest.mark.parametrize("kind", ["mission", "event", "association"])
def test_a_page_asks_somebody_signed_in_for_fourteen_queries_at_most(kind, one_of_each, resident):
    address = one_of_each[kind].url
    for _ in range(2):
        resident.get(address)
    assert cost(resident, address) <= 14


def test_a_page_that_was_kept_says_the_same(one_of_each, resident):
    first, second = (soup(resident.get(one_of_each["mission"].url)) for _ in range(2))
    assert first.main == second.main
    assert first.select("meta, script") == second.select("meta, script")


def test_a_place_that_was_taken_shows_at_once_on_the_mission_s_page(resident, committed):
    with committed():
        mission = MissionFactory(children={"shifts": [shift(places=2)]})
    assert "2 places" in words(resident.get(mission.url))
    with committed():
        Capacity.objects.filter(mission=mission).update(taken=1)
        touch()
    assert "1 place" in words(resident.get(mission.url))


def key(host: str = "one.example") -> str:
    request = HttpRequest()
    request.META["HTTP_HOST"] = host
    return Shelf(request).key("list")


def test_each_host_language_and_day_has_its_own(clock):
    keys = {key(), key("two.example")}
    with override("en"):
        keys.add(key())
    clock.shift(24 * 3600)
    assert len({*keys, key()}) == 4


def test_a_page_past_the_end_is_missing_each_time(resident, committed):
    with committed():
        MissionFactory()
    assert resident.get("/missions/?page=9").status_code == 404
    assert resident.get("/missions/?page=9").status_code == 404


def test_nothing_is_kept_where_the_site_keeps_nothing(resident, committed, settings):
    settings.VOLUNTEERING = {"PAGE_CACHE_SECONDS": 0}
    resident.get("/missions/")
    assert cost(resident, "/missions/") == cost(resident, "/missions/")
