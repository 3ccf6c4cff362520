"""An editor writes a mission: nobody who signed up loses a place."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.admin import PUBLISH, edit_url, errors, form_at, send, sign_in, soup
from tests.factories import MissionFactory, shift
from volunteering.missions.models import Capacity, MissionPage
from volunteering.missions.models.shift import MISSION_ITSELF

PLACE = {"address": "12 rue du Port"}


@pytest.fixture
def mission():
    """Two shifts of five places; three people come to the first one."""
    page = MissionFactory(**PLACE, children={"shifts": [shift(days=3), shift(days=5)]})
    Capacity.objects.filter(shift_uid=page.shifts.first().uid).update(taken=3)
    return page


def save(client, mission, *, action=None, **changes):
    return send(client, edit_url(mission), form_at(client, edit_url(mission), **changes), **(action or {}))


def latest(mission):
    return MissionPage.objects.get(pk=mission.pk).get_latest_revision_as_object()


def test_an_editor_cannot_remove_a_shift_somebody_signed_up_for(mission):
    response = save(sign_in(), mission, action=PUBLISH, shifts__0__DELETE="on")
    assert len(errors(response)) == 1
    assert mission.shifts.count() == 2


def test_the_shift_that_cannot_go_stands_in_the_form_again(mission):
    response = save(sign_in(), mission, action=PUBLISH, shifts__0__DELETE="on")
    assert soup(response).select_one("[name=shifts-0-DELETE]").get("value", "") == ""


def test_an_editor_removes_a_shift_nobody_signed_up_for(mission):
    save(sign_in(), mission, action=PUBLISH, shifts__1__DELETE="on")
    assert mission.shifts.count() == 1
    assert mission.capacities.count() == 1


def test_an_editor_cannot_lower_the_places_below_the_sign_ups(mission):
    response = save(sign_in(), mission, action=PUBLISH, shifts__0__places="2")
    assert len(errors(response)) == 1
    assert Capacity.objects.get(taken=3).places == 5


def test_an_editor_lowers_the_places_to_the_sign_ups(mission):
    save(sign_in(), mission, action=PUBLISH, shifts__0__places="3")
    assert Capacity.objects.get(taken=3).places == 3


def test_an_editor_cannot_lower_the_places_of_a_mission_without_shifts():
    mission = MissionFactory(**PLACE, places=6)
    Capacity.objects.filter(mission=mission, shift_uid=MISSION_ITSELF).update(taken=4)
    assert len(errors(save(sign_in(), mission, action=PUBLISH, places="3"))) == 1


def test_an_editor_cannot_revert_to_a_version_without_the_shift_people_signed_up_for(mission):
    other = MissionPage.objects.get(pk=mission.pk)
    other.shifts = [shift(days=9)]
    url = reverse("wagtailadmin_pages:revisions_revert", args=[mission.pk, other.save_revision().pk])
    client = sign_in()
    assert len(errors(send(client, url, form_at(client, url), **PUBLISH))) == 1
    assert mission.shifts.count() == 2


def test_an_editor_reorders_shifts_and_they_keep_their_sign_ups(mission):
    uid = mission.shifts.first().uid
    save(sign_in(), mission, action=PUBLISH, shifts__0__ORDER="2", shifts__1__ORDER="1")
    assert [row.uid == uid for row in mission.shifts.order_by("sort_order")] == [False, True]
    assert Capacity.objects.get(shift_uid=uid).taken == 3


def test_an_editor_cannot_close_sign_up_after_the_mission_is_over(mission):
    late = timezone.localdate() + timedelta(days=30)
    assert len(errors(save(sign_in(), mission, deadline=f"{late:%d/%m/%Y}"))) == 1


def test_an_editor_cannot_end_a_shift_before_it_starts(mission):
    assert len(errors(save(sign_in(), mission, shifts__0__end="01/01/2026 10:00"))) == 1


def test_an_editor_cannot_publish_a_mission_on_site_without_a_place():
    mission = MissionFactory(draft=True)
    assert len(errors(save(sign_in(), mission, action=PUBLISH))) == 1
    assert not MissionPage.objects.get(pk=mission.pk).live


def test_an_editor_saves_a_draft_of_a_mission_without_a_place():
    mission = MissionFactory(draft=True)
    save(sign_in(), mission, title="Distribuer des repas")
    assert latest(mission).title == "Distribuer des repas"


def test_an_editor_publishes_a_mission_one_does_from_home_without_a_place():
    mission = MissionFactory(draft=True, remote=True)
    save(sign_in(), mission, action=PUBLISH)
    assert MissionPage.objects.get(pk=mission.pk).live


def test_an_editor_cannot_save_coordinates_that_are_no_place_on_earth(mission):
    response = save(sign_in(), mission, location="", location_coordinates="145.9, 4.06")
    assert len(errors(response)) == 1


def test_an_editor_types_coordinates_without_a_map(mission):
    save(sign_in(), mission, location_coordinates="45.9000, 4.0600")
    assert latest(mission).location == "SRID=4326;POINT(4.060000 45.900000)"
