from datetime import timedelta

import pytest
from django.db import IntegrityError
from wagtail.models import Page

from tests.factories import AssociationFactory, MissionFactory, shift
from volunteering.missions.capacity import refresh_schedules, sync_capacities
from volunteering.missions.models import Capacity, MissionPage
from volunteering.missions.models.shift import MISSION_ITSELF

pytestmark = [pytest.mark.databases, pytest.mark.django_db]


def test_each_published_shift_has_its_capacity(clock):
    mission = MissionFactory(children={"shifts": [shift(places=3), shift(places=None)]})
    assert sorted(row.places or 0 for row in mission.capacities.all()) == [0, 3]


def test_a_mission_without_shifts_has_one_capacity_of_its_own(clock):
    mission = MissionFactory(places=4)
    assert mission.capacities.get().shift_uid == MISSION_ITSELF
    assert mission.places_left == 4


def test_a_draft_has_no_capacity(clock):
    assert not MissionFactory(dated=True, draft=True).capacities.exists()


def test_publishing_again_keeps_the_places_taken(clock):
    mission = MissionFactory(dated=True)
    mission.capacities.update(taken=3)
    mission.save_revision().publish()
    assert mission.capacities.get().taken == 3


def test_reverting_to_an_old_revision_keeps_the_places_taken(clock):
    mission = MissionFactory(dated=True, revised=True)
    old = mission.latest_revision
    mission.capacities.update(taken=3)
    mission.title = "Another title"
    mission.save_revision().publish()
    old.publish()
    assert mission.capacities.get().taken == 3


def test_a_shift_removed_and_brought_back_finds_its_sign_ups_again(clock):
    mission = MissionFactory(dated=True, revised=True)
    old = mission.latest_revision
    mission.capacities.update(taken=2)
    mission.shifts = [shift(days=20)]
    mission.save_revision().publish()
    assert mission.capacities.count() == 2
    old.publish()
    assert mission.capacities.get(taken=2).shift_uid == MissionPage.objects.get(pk=mission.pk).shifts.get().uid


def test_a_removed_shift_nobody_signed_up_for_leaves_no_trace(clock):
    mission = MissionFactory(dated=True)
    mission.shifts = [shift(days=20)]
    mission.save_revision().publish()
    assert mission.capacities.count() == 1


def test_places_never_fall_below_what_is_taken(clock):
    mission = MissionFactory(dated=True)
    mission.capacities.update(taken=4)
    changed = mission.shifts.get()
    changed.places = 1
    mission.shifts = [changed]
    mission.save_revision().publish()
    assert mission.capacities.get().left == 0


def test_the_database_refuses_to_oversell(clock):
    mission = MissionFactory(dated=True)
    with pytest.raises(IntegrityError):
        Capacity.objects.filter(mission=mission).update(taken=6)


def test_a_copy_starts_with_all_its_places(clock):
    mission = MissionFactory(dated=True)
    mission.capacities.update(taken=5)
    copy = mission.copy(update_attrs={"slug": "copy", "title": "Copy"}, keep_live=True)
    copy.save_revision().publish()
    assert copy.specific.places_left == 5
    assert mission.capacities.get().taken == 5


def test_unpublishing_and_moving_keep_the_places_taken(clock):
    mission = MissionFactory(dated=True)
    mission.capacities.update(taken=2)
    mission.unpublish()
    mission.move(Page.objects.get(depth=1), pos="last-child")
    assert Capacity.objects.get(mission_id=mission.pk).taken == 2


def test_an_association_knows_how_many_of_its_missions_take_volunteers(clock):
    association = AssociationFactory()
    MissionFactory(dated=True, organiser=association)
    MissionFactory(past=True, organiser=association)
    association.refresh_from_db()
    assert association.open_missions == 1


def test_publishing_an_association_does_not_bring_back_an_old_figure(clock):
    association = AssociationFactory(revised=True)
    MissionFactory(dated=True, organiser=association)
    association.latest_revision.publish()
    association.refresh_from_db()
    assert association.recruits


def test_unpublishing_a_mission_lowers_the_figure(clock):
    association = AssociationFactory()
    MissionFactory(dated=True, organiser=association).unpublish()
    association.refresh_from_db()
    assert not association.recruits


def test_time_moves_a_mission_to_its_next_shift_then_to_the_end(clock):
    association = AssociationFactory()
    mission = MissionFactory(organiser=association, children={"shifts": [shift(days=1), shift(days=3)]})
    first = mission.sort_at
    clock.shift(timedelta(days=2))
    assert refresh_schedules() == 1
    mission.refresh_from_db()
    assert mission.sort_at == first + timedelta(days=2)
    clock.shift(timedelta(days=5))
    refresh_schedules()
    association.refresh_from_db()
    assert not association.recruits


def test_syncing_again_changes_nothing(clock, django_assert_max_num_queries):
    mission = MissionFactory(dated=True)
    before = list(mission.capacities.values())
    with django_assert_max_num_queries(14):
        sync_capacities(mission)
    assert list(mission.capacities.values()) == before
