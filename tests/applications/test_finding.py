"""Associations look for hands among those who let themselves be found: who is found, and what is read of them."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.applications.seeking import invite, names, search, somebody
from tests.factories import AssociationFactory, SkillFactory, ThemeFactory, apply, shift_of
from tests.pages import cost, soup, words
from volunteering.applications import actions
from volunteering.applications.finding import findable, ring
from volunteering.applications.models import VOLUNTEER
from volunteering.applications.states import Actor
from volunteering.core.geo import Point
from volunteering.relay import actions as relay
from volunteering.volunteers.models import Absence, VolunteerSkill

pytestmark = [pytest.mark.databases, pytest.mark.django_db]
CENTRE = {"lat": 45.978, "lng": 4.053}
NEAR = {"lat": 45.985, "lng": 4.060}
FAR = {"lat": 46.10, "lng": 4.053}


@pytest.mark.parametrize(
    "not_found",
    [
        {"may_be_found": False},
        {"is_paused": True},
        {"confirmed_at": None},
        {"on_paper": True},
        {"birth_year": 2010},
    ],
)
def test_only_grown_ups_who_agreed_and_can_be_written_to_are_found(capacity, not_found):
    somebody(**not_found)
    found = somebody(birth_year=1951)
    assert list(findable(capacity)) == [found]


def test_whoever_has_to_do_with_the_mission_already_is_not_found(capacity):
    apply(capacity, somebody())
    declined = apply(capacity, somebody())
    actions.decline(application=declined, reason="other", by=Actor.ASSOCIATION)
    assert not findable(capacity).exists()


def test_whoever_shut_the_door_on_an_association_is_not_found_by_it_again(association, capacity):
    volunteer = somebody()
    other = apply(shift_of(organiser=association, days=3), volunteer)
    relay.block(conversation=other.conversation, role=VOLUNTEER)
    assert not findable(capacity).exists()
    assert findable(shift_of(organiser=AssociationFactory(), days=9)).exists()


def test_whoever_is_away_or_promised_elsewhere_at_the_time_is_not_found(capacity):
    away, promised, free = somebody(), somebody(), somebody()
    day = timezone.localdate(capacity.start)
    Absence.objects.create(volunteer=away, first_day=day - timedelta(days=2), last_day=day)
    Absence.objects.create(volunteer=free, first_day=day + timedelta(days=1), last_day=day + timedelta(days=3))
    apply(shift_of(days=20), promised)
    assert list(findable(capacity)) == [free]


def test_nobody_is_asked_to_go_farther_than_they_said(association):
    capacity = shift_of(organiser=association, location=f"SRID=4326;POINT({CENTRE['lng']} {CENTRE['lat']})")
    near, unknown, willing = somebody(**NEAR, radius=2), somebody(radius=2), somebody(**FAR, radius=20)
    somebody(**FAR, radius=5)
    assert set(findable(capacity)) == {near, unknown, willing}


def test_an_association_reads_in_which_ring_somebody_lives_and_no_more():
    place = Point(**CENTRE)
    assert ring(place, Point(**NEAR)) == "À moins de 1 km"
    assert ring(place, Point(**FAR)) == "À moins de 20 km"
    assert ring(place, Point(lat=47.0, lng=4.0)) == "À plus de 20 km"
    assert ring(place, None) == ""


def test_the_search_shows_what_somebody_can_do_and_never_how_to_reach_them(client, member, capacity):
    client.force_login(member)
    volunteer = somebody(first_name="Louise", last_name="Petit", phone="06 12 34 56 78", availability=["0-morning"])
    VolunteerSkill.objects.create(volunteer=volunteer, skill=SkillFactory(name="Jardiner"), level=2)
    page = client.get(*search(capacity))
    assert {"Louise P."} == names(client, capacity)
    assert "Jardiner (bien)" in words(page)
    assert not [secret for secret in ("Petit", volunteer.email, "06 12") if secret in page.content.decode()]


def test_the_search_narrows_by_skill_theme_and_availability(client, member, capacity):
    client.force_login(member)
    skill, theme = SkillFactory(name="Jardiner"), ThemeFactory()
    able, fond, free = somebody(first_name="Able"), somebody(first_name="Fond"), somebody(first_name="Free")
    VolunteerSkill.objects.create(volunteer=able, skill=skill, level=1)
    fond.themes.add(theme)
    free.availability = ["5-morning"]
    free.save()
    assert names(client, capacity, skill=skill.pk) == {"Able D."}
    assert names(client, capacity, theme=theme.pk) == {"Fond D."}
    assert names(client, capacity, day="5", slot="morning") == {"Free D."}
    assert names(client, capacity, day="5", slot="evening") == set()


def test_the_search_narrows_by_distance(client, member, association):
    client.force_login(member)
    capacity = shift_of(organiser=association, location=f"SRID=4326;POINT({CENTRE['lng']} {CENTRE['lat']})")
    somebody(first_name="Near", **NEAR), somebody(first_name="Far", **FAR), somebody(first_name="Unknown")
    assert names(client, capacity, km=3) == {"Near D."}
    assert names(client, capacity, km=20) == {"Near D.", "Far D."}


def test_the_search_asks_as_often_for_one_as_for_twelve(client, member, capacity):
    client.force_login(member)
    skill = SkillFactory(name="Jardiner")
    VolunteerSkill.objects.create(volunteer=somebody(), skill=skill, level=2)
    for _ in range(2):  # what is kept of the city is read first
        cost(client, search(capacity)[0])
    few = cost(client, search(capacity)[0])
    for _ in range(11):
        VolunteerSkill.objects.create(volunteer=somebody(), skill=skill, level=2)
    assert cost(client, search(capacity)[0]) == few


def test_whoever_was_asked_least_stands_first(member, association, capacity):
    asked, never = somebody(), somebody()
    invite(shift_of(organiser=association, days=40), asked, member)
    assert list(findable(capacity)) == [never, asked]


@pytest.mark.parametrize("state", ["full", "cancelled", "over", "draft"])
def test_nobody_is_invited_to_what_nobody_can_come_to(client, member, association, clock, state):
    client.force_login(member)
    capacity = shift_of(organiser=association, places=1)
    somebody()
    if state == "full":
        apply(capacity)
    if state == "cancelled":
        actions.cancel_shift(capacity=capacity, reason="Pluie", by=Actor.AGENT)
    if state == "over":
        clock.shift(9 * 24 * 3600)
    if state == "draft":
        capacity.mission.unpublish()
    page = client.get(*search(capacity))
    assert page.status_code == 200
    assert not soup(page).select(".v-status")
