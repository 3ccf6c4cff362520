"""The association's space: its own missions and nothing else, without the admin."""

from datetime import timedelta

import pytest
from django.contrib.auth import get_user_model

from tests.factories import AssociationFactory, MissionFactory, VolunteerFactory, apply, shift_of
from tests.mailbox import collect, link_with
from tests.pages import queries, soup, words
from volunteering.applications.actions import accept
from volunteering.applications.models import Application
from volunteering.applications.states import Actor, State
from volunteering.core.models import Skill
from volunteering.directory.actions import LastManager, appoint, purge_invitations, remove
from volunteering.directory.models import Invitation, Membership, Role
from volunteering.volunteers.models import VolunteerSkill

pytestmark = [pytest.mark.databases, pytest.mark.django_db]
SPACE = "/engagement/mon-association/"


def somebody(name, association=None, role=Role.MANAGER):
    user = get_user_model().objects.create_user(name, f"{name}@people.example")
    if association:
        appoint(association=association, user=user, role=role, by=None)
    return user


@pytest.fixture
def association(clock, db):
    return AssociationFactory(title="Les Jardins")


@pytest.fixture
def manager(client, association):
    user = somebody("manager", association)
    client.force_login(user)
    return user


@pytest.fixture
def capacity(association):
    return shift_of(organiser=association, title="Désherber", places=4)


def page_of(capacity):
    return f"{SPACE}missions/{capacity.mission.pk}/"


def test_what_waits_for_an_answer_stands_first(client, manager, association):
    shift_of(organiser=association, title="Tranquille", days=2)
    apply(shift_of(organiser=association, title="Demandée", days=20))
    shift_of(title="D’une autre")
    page = words(client.get(SPACE))
    assert page.index("Demandée") < page.index("1 personne attend votre réponse") < page.index("Tranquille")
    assert "D’une autre" not in page


def test_a_member_accepts_in_the_space(client, manager, capacity):
    application = apply(capacity)
    page = client.post(f"{page_of(capacity)}{application.pk}/", {"change": "accept"}, follow=True)
    application.refresh_from_db()
    assert application.state == State.ACCEPTED
    assert "Accepté" in words(page)


def test_members_are_written_to_instead_of_the_office(manager, association):
    association.office_email = "office@asso.example"
    association.save()
    somebody("second", association, Role.MEMBER)
    apply(shift_of(organiser=association))
    told = {message.to[0] for message in collect()}
    assert {"manager@people.example", "second@people.example"} <= told
    assert "office@asso.example" not in told


def test_the_office_may_still_answer_once_there_are_members(client, association):
    association.office_email = "office@asso.example"
    association.save()
    apply(shift_of(organiser=association))
    [message] = [each for each in collect() if each.to == ["office@asso.example"]]
    somebody("manager", association)
    assert client.get(link_with(message, "qui-vient")).status_code == 200


def test_nobody_sees_the_missions_of_another_association(client, manager):
    other = shift_of(organiser=AssociationFactory())
    application = apply(other)
    addresses = [page_of(other), f"{page_of(other)}feuille/", f"{page_of(other)}ecrire/"]
    addresses.append(f"{page_of(other)}{application.pk}/messages/")
    assert {client.get(address).status_code for address in addresses} == {404}
    assert client.post(f"{page_of(other)}{application.pk}/", {"change": "accept"}).status_code == 404


def test_an_application_of_another_mission_cannot_be_reached_through_one_s_own(client, manager, capacity):
    other = apply(shift_of(organiser=AssociationFactory()))
    assert client.post(f"{page_of(capacity)}{other.pk}/", {"change": "accept"}).status_code == 404


def test_the_list_to_print_tells_who_comes_and_how_to_reach_nobody(client, manager, capacity):
    volunteer = VolunteerFactory(first_name="Louise", last_name="Petit", phone="06 12 34 56 78")
    accept(application=apply(capacity, volunteer), by=Actor.ASSOCIATION)
    apply(capacity, VolunteerFactory(first_name="Attend"))
    page = client.get(f"{page_of(capacity)}feuille/")
    assert "Louise P." in words(page)
    assert "Attend" not in words(page)
    assert not [secret for secret in ("Petit", volunteer.email, "06 12") if secret in page.content.decode()]


def test_the_list_to_print_names_what_people_can_do(client, manager, capacity):

    volunteer = VolunteerFactory()
    skill = Skill.objects.create(name="Cuisine", slug="cuisine")
    VolunteerSkill.objects.create(volunteer=volunteer, skill=skill, level=2)
    accept(application=apply(capacity, volunteer), by=Actor.ASSOCIATION)
    assert "Cuisine" in words(client.get(f"{page_of(capacity)}feuille/"))


def test_everyone_who_is_expected_is_written_to_at_once(client, manager, capacity):
    for _ in range(2):
        accept(application=apply(capacity), by=Actor.ASSOCIATION)
    apply(capacity)
    collect()
    page = client.post(f"{page_of(capacity)}ecrire/", {"text": "Rendez-vous au portail."}, follow=True)
    assert "2 personnes" in words(page, ".site-messages")
    assert len(collect()) == 2


def test_a_message_to_everyone_with_a_number_in_it_is_asked_about(client, manager, capacity):
    accept(application=apply(capacity), by=Actor.ASSOCIATION)
    page = client.post(f"{page_of(capacity)}ecrire/", {"text": "Appelez le 06 12 34 56 78"})
    assert soup(page).select_one("[name=is_sure]")


def test_the_space_costs_the_same_for_two_and_for_fifteen_missions(client, manager, association):
    for day in range(2):
        apply(shift_of(organiser=association, days=day + 1))
    few = queries(client, SPACE)
    for day in range(13):
        apply(shift_of(organiser=association, days=day + 3))
    assert queries(client, SPACE) == few


def test_the_space_of_nobody_s_says_how_to_get_one(client, db):
    client.force_login(somebody("resident"))
    assert "aucune association" in words(client.get(SPACE))


# --- Who speaks for it -------------------------------------------------------------------------------------------


def test_a_manager_invites_and_whoever_is_invited_joins(client, manager, association):
    page = f"{SPACE}{association.pk}/membres/"
    client.post(page, {"email": "new@people.example", "role": "member"})
    [message] = collect()
    client.force_login(somebody("new"))
    link = link_with(message, "invitation")
    assert "Les Jardins" in words(client.get(link))
    assert Membership.objects.count() == 1
    client.post(link)
    assert Membership.objects.get(user__username="new").role == Role.MEMBER
    assert client.post(link).status_code == 404


def test_an_invitation_ends_after_fifteen_days(client, clock, manager, association):
    client.post(f"{SPACE}{association.pk}/membres/", {"email": "new@people.example", "role": "member"})
    [message] = collect()
    clock.shift(timedelta(days=16))
    client.force_login(somebody("new"))
    assert client.get(link_with(message, "invitation")).status_code == 404
    assert purge_invitations() == 1


def test_a_second_invitation_ends_the_first(client, manager, association):
    for role in ("member", "manager"):
        client.post(f"{SPACE}{association.pk}/membres/", {"email": "new@people.example", "role": role})
    assert Invitation.objects.get().role == Role.MANAGER


def test_a_member_says_nothing_about_who_belongs(client, association):
    client.force_login(somebody("member", association, Role.MEMBER))
    page = f"{SPACE}{association.pk}/membres/"
    assert client.get(page).status_code == 404
    assert client.post(page, {"email": "new@people.example", "role": "manager"}).status_code == 404


def test_the_keys_are_handed_over_before_the_last_manager_leaves(client, manager, association):
    page, own = f"{SPACE}{association.pk}/membres/", Membership.objects.get()
    told = client.post(page, {"member": own.pk, "do": "remove"}, follow=True)
    assert "clés" in words(told, ".site-messages")
    second = somebody("second", association, Role.MEMBER)
    client.post(page, {"member": Membership.objects.get(user=second).pk, "do": "manager"})
    client.post(page, {"member": own.pk, "do": "remove"})
    assert Membership.objects.get().user == second


@pytest.mark.parametrize("do", ["", "boss", "accept"])
def test_a_manager_has_no_other_buttons(do, client, manager, association):
    member = Membership.objects.get()
    assert client.post(f"{SPACE}{association.pk}/membres/", {"member": member.pk, "do": do}).status_code == 404


def test_nobody_s_whole_address_is_on_the_page_of_members(client, manager, association):
    somebody("second", association, Role.MEMBER)
    page = client.get(f"{SPACE}{association.pk}/membres/").content.decode()
    assert "s…@people.example" in page
    assert "second@people.example" not in page


def test_a_manager_who_is_made_a_member_leaves_another_one(association):
    user = somebody("manager", association)
    with pytest.raises(LastManager):
        appoint(association=association, user=user, role=Role.MEMBER, by=None)
    with pytest.raises(LastManager):
        remove(membership=Membership.objects.get(), by=user)


def test_a_mission_without_a_place_count_is_no_fault(client, manager, association):
    MissionFactory(organiser=association)
    MissionFactory(organiser=association, draft=True, title="Brouillon")
    assert "Brouillon" in words(client.get(SPACE))
    assert Application.objects.count() == 0
