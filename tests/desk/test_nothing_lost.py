"""Whatever editors do with a page, nobody's sign-up is lost or doubled."""

import pytest
from django.db.models import ProtectedError
from django.urls import reverse
from wagtail.models import Page

from tests.admin import EDITOR, PUBLISH, edit_url, errors, form_at, send, sign_in
from tests.factories import MissionFactory, MissionIndexFactory, VolunteerFactory, apply, shift, shift_of
from volunteering.applications.actions import withdraw
from volunteering.applications.models import Application
from volunteering.applications.states import State
from volunteering.missions.models import Capacity, MissionIndexPage, MissionPage


@pytest.fixture
def mission():
    """Two shifts; somebody comes to the first one, and two people wait for it."""
    page = MissionFactory(address="12 rue du Port", children={"shifts": [shift(days=3, places=1), shift(days=5)]})
    capacity = page.capacities.soonest().first()
    for _each in range(3):
        apply(capacity)
    return page


def facts():
    """Who has signed up for what, and how many places that takes."""
    applications = Application.objects.order_by("pk").values_list("pk", "capacity", "state")
    return list(applications), list(Capacity.objects.in_use().values_list("pk", "mission", "taken", "waiting"))


def delete_url(page):
    return reverse("wagtailadmin_pages:delete", args=[page.pk])


def bulk_url(*pages):
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"])
    return f"{url}?{'&'.join(f'id={page.pk}' for page in pages)}&next=/admin/"


@pytest.mark.parametrize("ask", ["get", "post"])
def test_an_editor_cannot_delete_a_mission_somebody_signed_up_for(mission, ask):
    response = getattr(sign_in(EDITOR), ask)(delete_url(mission), follow=True)
    assert "3 personnes" in response.text
    assert reverse("wagtailadmin_pages:unpublish", args=[mission.pk]) in response.text
    assert MissionPage.objects.filter(pk=mission.pk).exists()


def test_an_editor_cannot_delete_what_stands_above_such_a_mission(mission):
    before = facts()
    response = sign_in(is_superuser=True).post(delete_url(mission.get_parent()), follow=True)
    assert "3 personnes" in response.text
    assert facts() == before


def test_who_has_withdrawn_keeps_their_line_too():
    application = apply(shift_of())
    withdraw(application=application)
    sign_in(EDITOR).post(delete_url(application.mission))
    assert Application.objects.get().state == State.WITHDRAWN


def test_an_editor_deletes_a_mission_nobody_signed_up_for():
    mission = MissionFactory()
    sign_in(EDITOR).post(delete_url(mission))
    assert not MissionPage.objects.filter(pk=mission.pk).exists()


def test_an_editor_cannot_delete_several_pages_when_one_has_sign_ups(mission):
    other = MissionFactory()
    response = sign_in(EDITOR).post(bulk_url(other, mission), follow=True)
    assert "3 personnes" in response.text
    assert MissionPage.objects.filter(pk__in=[other.pk, mission.pk]).count() == 2


def test_an_editor_deletes_several_pages_without_sign_ups():
    pages = [MissionFactory(), MissionFactory()]
    sign_in(EDITOR).post(bulk_url(*pages))
    assert not MissionPage.objects.exists()


def test_the_database_refuses_what_no_screen_asked_about(mission):
    before, tree = facts(), Page.find_problems()
    for page in (mission, mission.get_parent().specific):
        with pytest.raises(ProtectedError):
            page.delete()
    assert (facts(), Page.find_problems()) == (before, tree)


def test_unpublishing_and_publishing_again_keeps_every_sign_up(mission):
    before = facts()
    mission.unpublish()
    MissionPage.objects.get(pk=mission.pk).save_revision().publish()
    assert facts() == before


def test_moving_a_mission_keeps_every_sign_up(mission):
    before = facts()
    mission.move(MissionIndexFactory(slug="ailleurs"), pos="last-child")
    assert facts() == before


def test_moving_what_stands_above_a_mission_keeps_every_sign_up(mission):
    before = facts()
    MissionIndexPage.objects.get().move(Page.objects.get(depth=1), pos="last-child")
    assert facts() == before


@pytest.mark.parametrize("keep_live", [True, False])
def test_a_copy_of_a_mission_starts_without_sign_ups(mission, keep_live):
    before = facts()
    copy = mission.copy(keep_live=keep_live, update_attrs={"slug": "copie", "title": "Copie"})
    assert facts() == before
    assert not Application.objects.for_mission(copy).exists()


def test_publishing_any_older_version_loses_no_sign_up(mission):
    """The first revision has other shifts, the second one none."""
    before, versions = facts(), []
    for shifts in ([shift(days=9)], []):
        older = MissionPage.objects.get(pk=mission.pk)
        older.shifts = shifts
        versions.append(older.save_revision())
    for version in versions:
        version.publish()
        assert facts() == before


def test_a_shift_for_which_people_only_wait_cannot_be_removed():
    capacity = shift_of(places=1, address="12 rue du Port")
    holder = apply(capacity)
    apply(capacity, VolunteerFactory())
    Application.objects.filter(pk=holder.pk).update(state=State.EXPIRED)
    Capacity.objects.filter(pk=capacity.pk).update(taken=0)
    client, url = sign_in(EDITOR), edit_url(capacity.mission)
    response = send(client, url, form_at(client, url, shifts__0__DELETE="on"), **PUBLISH)
    assert len(errors(response)) == 1
    assert capacity.mission.shifts.count() == 1


def test_a_shift_everybody_withdrew_from_may_be_removed_and_their_lines_stay():
    application = apply(shift_of(address="12 rue du Port"))
    withdraw(application=application)
    mission = application.mission
    client, url = sign_in(EDITOR), edit_url(mission)
    assert not errors(send(client, url, form_at(client, url, shifts__0__DELETE="on"), **PUBLISH))
    application.refresh_from_db()
    assert (application.state, application.capacity.cancelled_at is not None) == (State.WITHDRAWN, True)
