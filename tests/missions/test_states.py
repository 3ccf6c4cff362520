from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from tests.factories import MissionFactory, shift
from volunteering.missions.models import Capacity, MissionPage
from volunteering.missions.states import State

pytestmark = pytest.mark.django_db


def fill(mission: MissionPage) -> None:
    for row in mission.capacities.all():
        row.taken = row.places
        row.save()


CASES = {
    State.UPCOMING: lambda: MissionFactory(dated=True),
    State.ONGOING: MissionFactory,
    State.CLOSED: lambda: MissionFactory(dated=True, signup_open=False),
    State.PAST: lambda: MissionFactory(past=True),
}


@pytest.mark.parametrize("state", list(CASES))
def test_a_mission_says_where_it_stands(clock, state):
    assert CASES[state]().state == state


def test_a_mission_whose_places_are_all_taken_is_full(clock):
    mission = MissionFactory(dated=True)
    fill(mission)
    assert mission.state == State.FULL
    assert mission.places_left == 0


def test_sign_up_is_open_until_the_end_of_the_deadline_day(clock):
    mission = MissionFactory(dated=True, deadline=timezone.localdate())
    assert mission.state == State.UPCOMING
    clock.shift(timedelta(days=1))
    assert mission.state == State.CLOSED


@pytest.mark.parametrize("state", list(CASES))
def test_the_database_and_the_page_agree_on_who_recruits(clock, state):
    mission = CASES[state]()
    assert MissionPage.objects.recruiting().filter(pk=mission.pk).exists() == mission.takes_volunteers


def test_a_full_mission_does_not_recruit(clock):
    mission = MissionFactory(dated=True)
    fill(mission)
    assert not MissionPage.objects.recruiting().exists()


def test_a_mission_with_one_free_shift_recruits(clock):
    mission = MissionFactory(children={"shifts": [shift(days=1), shift(days=2)]})
    first = mission.capacities.earliest("start")
    first.taken = first.places
    first.save()
    assert MissionPage.objects.recruiting().get() == mission
    assert mission.places_left == 5


def test_a_past_shift_with_places_does_not_keep_a_mission_recruiting(clock):
    mission = MissionFactory(children={"shifts": [shift(days=1), shift(days=3)]})
    Capacity.objects.filter(pk=mission.capacities.latest("start").pk).update(taken=5)
    clock.shift(timedelta(days=2))
    assert not MissionPage.objects.recruiting().exists()


def test_the_soonest_mission_comes_first_and_undated_ones_last(clock):
    later, undated, sooner = (
        MissionFactory(children={"shifts": [shift(days=9)]}),
        MissionFactory(),
        MissionFactory(dated=True),
    )
    assert list(MissionPage.objects.soonest()) == [sooner, later, undated]


@pytest.mark.django_db
@pytest.mark.parametrize(("field", "value"), [("minimum_age", 1974), ("duration", 2)], ids=["a year", "hours"])
def test_a_number_in_the_wrong_unit_is_refused(field, value):
    with pytest.raises(ValidationError, match="120" if field == "minimum_age" else "5"):
        MissionFactory(**{field: value})
