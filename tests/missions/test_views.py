"""What a resident reads of missions: who needs whom, when, how many places are left, and what to do now."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.factories import AssociationFactory, MissionFactory, ThemeFactory, shift
from tests.pages import json_ld, soup, words
from volunteering.missions.models import Capacity
from volunteering.missions.states import State

pytestmark = pytest.mark.django_db


@pytest.fixture
def front(clock, found_city):
    return found_city


def take(mission, number: int) -> None:
    """So many places of the first shift are gone."""
    Capacity.objects.filter(pk=mission.capacities.earliest("start").pk).update(taken=number)


def box(client, mission) -> str:
    return words(client.get(mission.url), ".v-action")


def test_a_mission_says_how_many_places_are_left(front, client):
    mission = MissionFactory(dated=True)
    take(mission, 3)
    assert "2 place" in box(client, mission)
    assert "2 place" in words(client.get("/missions/"))


def test_one_place_left_is_said_in_the_singular(front, client):
    mission = MissionFactory(dated=True)
    take(mission, 4)
    assert "1 place" in box(client, mission)
    assert "1 places" not in box(client, mission)


@pytest.mark.parametrize(
    ("state", "fields", "taken"),
    [
        (State.CLOSED, {"dated": True, "signup_open": False}, 0),
        (State.PAST, {"past": True}, 0),
    ],
)
def test_a_mission_that_takes_nobody_says_why_and_where_to_go(state, fields, taken, front, client):
    mission = MissionFactory(**fields)
    take(mission, taken)
    page = soup(client.get(mission.url))
    action = page.select_one(".v-action")
    assert str(state.label) in action.get_text()
    assert action.find("a", href="/missions/")
    assert not action.find("a", href=lambda address: address.startswith("tel:"))


def test_a_mission_that_takes_volunteers_leads_to_the_helpline(front, client):
    mission = MissionFactory(dated=True)
    assert soup(client.get(mission.url)).select_one('.v-action a[href="tel:+33465711212"]')


def test_a_full_mission_has_a_waiting_list(front, client):
    mission = MissionFactory(dated=True)
    take(mission, 5)
    action = soup(client.get(mission.url)).select_one(".v-action")
    assert action.select_one("form[action$='/participer/']")
    assert "liste d’attente" in action.get_text()


def test_a_cancelled_shift_stays_where_people_look_for_it(front, client):
    mission = MissionFactory(children={"shifts": [shift(days=1), shift(days=2)]})
    Capacity.objects.filter(pk=mission.capacities.earliest("start").pk).update(cancelled_at=timezone.now())
    action = soup(client.get(mission.url)).select_one(".v-action")
    assert "Annulé" in action.select_one(".v-slot--cancelled").get_text()
    assert len(action.select("[name=creneau]")) == 1


def test_sign_up_closes_when_the_last_day_is_over(front, client, clock):
    mission = MissionFactory(dated=True, deadline=timezone.localdate())
    assert str(State.CLOSED.label) not in box(client, mission)
    clock.shift(timedelta(days=1))
    assert str(State.CLOSED.label) in box(client, mission)


def test_shifts_stand_in_order_and_those_that_are_over_do_not(front, client):
    mission = MissionFactory(
        children={"shifts": [shift(days=9, label="Ranger"), shift(days=-2, label="Hier"), shift(days=3, label="Trier")]}
    )
    told = box(client, mission)
    assert told.index("Trier") < told.index("Ranger")
    assert "Hier" not in told


def test_a_full_shift_is_marked_and_the_others_are_not(front, client):
    mission = MissionFactory(children={"shifts": [shift(days=1), shift(days=2)]})
    take(mission, 5)
    slots = [slot.get_text(" ") for slot in soup(client.get(mission.url)).select(".v-pick")]
    assert [str(State.FULL.label) in slot for slot in slots] == [True, False]


def test_the_list_leaves_out_what_is_over_and_starts_with_the_soonest(front, client):
    MissionFactory(title="Passée", past=True)
    MissionFactory(title="Plus tard", children={"shifts": [shift(days=20)]})
    MissionFactory(title="Demain", children={"shifts": [shift(days=1)]})
    told = words(client.get("/missions/"))
    assert "Passée" not in told
    assert told.index("Demain") < told.index("Plus tard")


def test_a_mission_of_the_city_names_the_city_and_one_of_an_association_its_name(front, client):
    of_city, association = MissionFactory(), AssociationFactory(title="Chœur")
    of_association = MissionFactory(organiser=association)
    assert soup(client.get(of_association.url)).find("a", string="Chœur")["href"] == association.url
    assert "Chœur" not in words(client.get(of_city.url))


@pytest.mark.parametrize(("fields", "times"), [({}, 1), ({"duration": 120}, 2)])
def test_a_mission_says_only_once_how_often_one_comes(front, client, fields, times):
    mission = MissionFactory(commitment="regular", **fields)
    assert words(client.get(mission.url), ".v-facts").count("Régulièrement") == times


def test_missions_like_this_one_share_a_theme_and_take_volunteers(front, client):
    theme = ThemeFactory()
    mission, like = MissionFactory(themes=[theme]), MissionFactory(title="Pareille", themes=[theme])
    MissionFactory(title="Fermée", themes=[theme], signup_open=False)
    MissionFactory(title="Autre", themes=[ThemeFactory()])
    found = [
        link["href"] for link in soup(client.get(mission.url)).select("section[aria-labelledby=similar] .v-cards a")
    ]
    assert found == [like.url]


def test_search_engines_are_told_of_each_shift_to_come(front, client):
    mission = MissionFactory(children={"shifts": [shift(days=9), shift(days=-2), shift(days=3)]})
    starts = [node["startDate"][:10] for node in json_ld(client.get(mission.url))]
    assert starts == ["2026-03-07", "2026-03-13"]


def test_a_mission_without_dates_is_no_event_for_search_engines(front, client):
    assert json_ld(client.get(MissionFactory().url)) == []
