"""The city suspends an association: off the site with its missions, told why, and back as it was."""

from datetime import timedelta

import pytest
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.utils import timezone
from wagtail.models import Revision

from tests.admin import AGENT, EDITOR, MODERATOR, PUBLISH, edit_url, errors, form_at, send, sign_in, text
from tests.factories import AssociationFactory, EventFactory, VolunteerFactory, apply, shift_of
from tests.mailbox import collect, link_with
from tests.pages import words
from volunteering.applications.actions import accept, send_reminders, withdraw
from volunteering.applications.states import Actor
from volunteering.core.publishing import KeptOff, incomplete
from volunteering.directory.actions import (
    AlreadySo,
    NotOnTheSite,
    appoint,
    check_records,
    confirm_record,
    lift_suspension,
    suspend,
)
from volunteering.directory.models import AssociationPage, Role
from volunteering.missions.models import MissionPage

pytestmark = [pytest.mark.databases, pytest.mark.django_db]
REASON = "L’attestation d’assurance manque."
SPACE = "/engagement/mon-association/"


@pytest.fixture
def association(clock, found_city):
    return AssociationFactory(title="Les Jardins", with_office=True, revised=True)


@pytest.fixture
def manager(association):
    user = get_user_model().objects.create_user("manager", "manager@people.example")
    appoint(association=association, user=user, role=Role.MANAGER, by=None)
    return user


def suspended(association):
    return suspend(association=association, reason=REASON, by=None)


def test_the_record_and_its_missions_leave_the_site_and_come_back_as_they_were(client, association):
    mission = shift_of(organiser=association, title="Désherber", revised=True).mission
    draft = MissionPage.objects.get(pk=mission.pk)
    draft.title = "Brouillon"
    draft.save_revision()
    suspended(association)
    assert {client.get(page.url).status_code for page in (association, mission)} == {404}
    lift_suspension(association=association, by=None)
    assert "Les Jardins" in words(client.get(association.url))
    assert "Désherber" in words(client.get(mission.url))
    mission.refresh_from_db()
    assert (mission.title, mission.has_unpublished_changes) == ("Désherber", True)
    assert mission.get_latest_revision_as_object().title == "Brouillon"


def test_those_who_speak_for_it_are_told_why(client, association, manager):
    suspended(association)
    [message] = collect()
    assert (message.to, REASON in message.body) == ([manager.email], True)
    client.force_login(manager)
    page = words(client.get(SPACE))
    assert REASON in page
    assert "suspendue" in page
    lift_suspension(association=association, by=None)
    [message] = collect()
    assert "levée" in message.subject
    assert REASON not in words(client.get(SPACE))


def test_nobody_acts_for_it_meanwhile(client, association, manager):
    application = apply(shift_of(organiser=association, title="Désherber"))
    link = link_with(next(each for each in collect() if each.to == [manager.email]), "qui-vient")
    suspended(association)
    client.force_login(manager)
    mission = f"{SPACE}missions/{application.mission.pk}/"
    closed = [mission, f"{mission}feuille/", f"{mission}ecrire/", f"{SPACE}{association.pk}/membres/", link]
    assert {client.get(address).status_code for address in closed} == {404}
    assert client.post(f"{mission}{application.pk}/", {"change": "accept"}).status_code == 404
    assert client.post(f"{SPACE}{association.pk}/fiche/").status_code == 404


def test_people_who_signed_up_are_told_to_wait_and_stay_signed_up(client, association):
    capacity = shift_of(organiser=association, title="Désherber", days=7)
    application = apply(capacity, VolunteerFactory(email="jeanne@people.example"))
    accept(application=application, by=Actor.AGENT)
    collect()
    suspended(association)
    told = {message.to[0]: message for message in collect()}
    assert "attente" in told["jeanne@people.example"].subject
    assert REASON not in told["jeanne@people.example"].body
    assert "N’y allez pas" in told["jeanne@people.example"].body
    lift_suspension(association=association, by=None)
    told = {message.to[0]: message for message in collect()}
    assert "reprend" in told["jeanne@people.example"].subject
    application.refresh_from_db()
    assert application.state == "accepted"


def test_nobody_is_reminded_of_what_is_on_hold(clock, association):
    accept(application=apply(shift_of(organiser=association, days=8)), by=Actor.AGENT)
    suspended(association)
    collect()
    clock.shift(timedelta(days=7))
    assert send_reminders() == 0
    lift_suspension(association=association, by=None)
    assert send_reminders() == 1


def test_no_place_is_offered_while_it_is_on_hold_and_then_it_is(association):
    capacity = shift_of(organiser=association, places=1)
    first, second = apply(capacity), apply(capacity)
    suspended(association)
    withdraw(application=first)
    second.refresh_from_db()
    assert second.state == "waiting"
    call_command("check_invariants", verbosity=0)
    lift_suspension(association=association, by=None)
    second.refresh_from_db()
    assert second.state == "offered"


def test_nobody_signs_up_for_what_is_on_hold(client, association):
    mission = shift_of(organiser=association).mission
    suspended(association)
    assert client.get(f"/engagement/missions/{mission.pk}/participer/").status_code == 404


def test_no_revision_and_no_schedule_publishes_what_is_suspended(client, clock, association):
    mission = shift_of(organiser=association).mission
    revisions = [association.save_revision(), mission.save_revision()]
    suspended(association)
    for revision in (*revisions, *(Revision.objects.get(pk=each.pk) for each in revisions)):
        with pytest.raises(KeptOff):
            revision.publish()
    Revision.objects.filter(pk=revisions[0].pk).update(approved_go_live_at=timezone.now() - timedelta(hours=1))
    event = EventFactory(draft=True, title="Bal")
    Revision.objects.filter(pk=event.latest_revision_id).update(approved_go_live_at=timezone.now())
    clock.shift(timedelta(minutes=1))
    call_command("publish_scheduled", verbosity=0)
    event.refresh_from_db()
    assert event.live
    assert not AssociationPage.objects.get().live


def test_no_old_revision_forgets_the_suspension(association):
    revision = association.save_revision()
    suspended(association)
    assert revision.as_object().suspended_at
    copy = AssociationPage.objects.get().copy(update_attrs={"slug": "copie", "title": "Copie"})
    assert copy.suspended_at is None


def test_what_was_scheduled_before_does_not_come_back_by_itself(clock, association):
    draft = AssociationFactory(draft=True)
    draft.latest_revision.approved_go_live_at = timezone.now() + timedelta(hours=1)
    draft.latest_revision.save()
    suspended(draft)
    clock.shift(timedelta(hours=2))
    call_command("publish_scheduled", verbosity=0)
    draft.refresh_from_db()
    assert not draft.live
    lift_suspension(association=draft, by=None)
    draft.refresh_from_db()
    assert not draft.live


def test_a_mission_that_an_editor_gave_to_somebody_else_stays_theirs(association):
    mission = shift_of(organiser=association).mission
    suspended(association)
    page = MissionPage.objects.get(pk=mission.pk)
    page.organiser = None
    page.save_revision().publish()
    lift_suspension(association=association, by=None)
    page.refresh_from_db()
    assert (page.live, page.organiser) == (True, None)


def test_a_suspended_record_is_not_asked_and_not_confirmed(clock, association):
    clock.shift(timedelta(days=365))
    check_records()
    suspended(association)
    clock.shift(timedelta(days=60))
    assert set(check_records().values()) == {0}
    with pytest.raises(NotOnTheSite):
        confirm_record(association=association)


def test_a_record_that_left_for_want_of_a_confirmation_is_not_published_by_lifting(clock, association):
    for days in (365, 30, 30):
        clock.shift(timedelta(days=days))
        check_records()
        collect()
    suspended(association)
    lift_suspension(association=association, by=None)
    assert not AssociationPage.objects.get().live
    confirm_record(association=association)
    assert AssociationPage.objects.get().live


def test_suspending_twice_is_once(association):
    suspended(association)
    with pytest.raises(AlreadySo):
        suspended(association)
    lift_suspension(association=association, by=None)
    with pytest.raises(AlreadySo):
        lift_suspension(association=association, by=None)


# --- In the admin ------------------------------------------------------------------------------------------------


def desk_url(association, verb="suspend"):
    return f"/admin/engagement/records/{association.pk}/{verb}/"


@pytest.mark.parametrize("group", [EDITOR, MODERATOR])
def test_an_office_suspends_with_a_reason_and_lifts(group, association):
    client = sign_in(group)
    assert "Suspendre cette association" in text(client.get(edit_url(association)))
    assert errors(client.post(desk_url(association), {"reason": " "}))
    client.post(desk_url(association), {"reason": REASON})
    assert AssociationPage.objects.get().suspension_reason == REASON
    assert "Lever la suspension" in client.get(edit_url(association)).content.decode()
    assert REASON in text(client.get(desk_url(association, "lift")))
    client.post(desk_url(association, "lift"))
    assert AssociationPage.objects.get().live


def test_an_agent_suspends_nobody(association):
    sign_in(AGENT).post(desk_url(association), {"reason": REASON})
    assert AssociationPage.objects.get().suspended_at is None


def test_the_editor_says_why_it_cannot_be_published(association):
    suspended(association)
    client = sign_in(EDITOR)
    page = send(client, edit_url(association), form_at(client, edit_url(association)), **PUBLISH)
    assert "levez d’abord la suspension" in page.content.decode()
    assert not AssociationPage.objects.get().live
    assert incomplete([AssociationPage.objects.get()])
