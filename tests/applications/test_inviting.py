"""An association asks somebody: once, seldom, and without a word about how to reach them."""

import pytest

from tests.applications.seeking import invite, names, search, somebody
from tests.factories import MissionFactory, apply, shift, shift_of
from tests.mailbox import collect, link_with
from tests.pages import soup, words
from volunteering.applications import actions
from volunteering.applications.actions.inviting import CannotBeInvited, TooManyInvitations
from volunteering.applications.actions.signing_up import Closed, Overlaps, sign_up
from volunteering.applications.limits import INVITATIONS
from volunteering.applications.models import Application
from volunteering.applications.states import Actor, State

pytestmark = [pytest.mark.databases, pytest.mark.django_db]


def test_an_invitation_is_sent_from_the_search(client, member, capacity):
    client.force_login(member)
    volunteer = somebody(first_name="Louise")
    page = client.get(*search(capacity))
    [button] = soup(page).select(".v-status a.v-button")
    done = client.post(button["href"], {"text": "Vous aimez les fleurs ?"}, follow=True)
    application = Application.objects.get(volunteer=volunteer)
    assert (application.state, application.capacity) == (State.INVITED, capacity)
    assert "L’invitation de Louise D. est partie" in words(done, "body")
    assert names(client, capacity) == set()


def test_an_address_typed_into_an_invitation_is_asked_about_first(client, member, capacity):
    client.force_login(member)
    volunteer = somebody()
    address = f"/engagement/mon-association/missions/{capacity.mission.pk}/inviter/{volunteer.pk}/"
    page = client.post(address, {"text": "Appelez-moi au 06 12 34 56 78"})
    assert "06 12 34 56 78" in soup(page).textarea.get_text()
    assert not Application.objects.exists()
    client.post(address, {"text": "Appelez-moi au 06 12 34 56 78", "is_sure": "on"})
    assert Application.objects.exists()


def test_the_mail_quotes_nothing_and_ends_such_mails_with_one_click(client, member, capacity):
    volunteer = somebody()
    invite(capacity, volunteer, member, text="Venez avec des bottes")
    [message] = collect()
    assert message.to == [volunteer.email]
    assert "Les Jardins" in message.subject
    assert "bottes" not in message.body
    assert message.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    client.post(message.extra_headers["List-Unsubscribe"].strip("<>"), {"List-Unsubscribe": "One-Click"})
    volunteer.refresh_from_db()
    assert not volunteer.may_be_found


def test_looking_at_the_page_that_ends_invitations_ends_nothing(client, member, capacity):
    volunteer = somebody()
    invite(capacity, volunteer, member)
    [message] = collect()
    assert client.get(link_with(message, "ne-plus-etre-invite")).status_code == 200
    volunteer.refresh_from_db()
    assert volunteer.may_be_found


def test_an_invitation_keeps_no_place_and_yes_takes_one(client, member, capacity):
    application = invite(capacity, somebody(), member)
    capacity.refresh_from_db()
    assert capacity.taken == 0
    [message] = collect()
    page = client.post(f"{link_with(message, 'mes-missions')}{application.pk}/", {"change": "take"}, follow=True)
    application.refresh_from_db()
    capacity.refresh_from_db()
    assert (application.state, application.until, capacity.taken) == (State.ACCEPTED, None, 1)
    assert "La place est à vous" in words(page, "body")
    assert {mail.to[0] for mail in collect()} == {application.volunteer.email, "member@people.example"}


def test_yes_when_all_places_are_taken_meanwhile_joins_the_waiting_list(member, capacity):
    application = invite(capacity, somebody(), member)
    apply(capacity), apply(capacity)
    taken = actions.take(application=application, by=Actor.VOLUNTEER)
    capacity.refresh_from_db()
    assert (taken.state, capacity.taken, capacity.waiting) == (State.WAITING, 2, 1)


def test_whoever_was_invited_and_signs_up_on_the_mission_s_page_says_yes(member, capacity):
    application = invite(capacity, somebody(), member)
    [outcome] = sign_up(volunteer=application.volunteer, capacities=[capacity], message="Avec plaisir")
    assert (outcome.application, outcome.application.state) == (application, State.ACCEPTED)


def test_yes_is_refused_while_one_gives_a_hand_elsewhere_at_the_time(member, capacity):
    application = invite(capacity, somebody(), member)
    apply(shift_of(days=20), application.volunteer)
    with pytest.raises(Overlaps):
        actions.take(application=application, by=Actor.VOLUNTEER)


def test_yes_is_refused_once_the_mission_is_over(member, capacity, clock):
    application = invite(capacity, somebody(), member)
    clock.shift(21 * 24 * 3600)
    application = Application.objects.get(pk=application.pk)
    with pytest.raises(Closed):
        actions.take(application=application, by=Actor.VOLUNTEER)


def test_a_no_is_told_to_nobody(client, member, capacity):
    application = invite(capacity, somebody(), member)
    collect()
    actions.withdraw(application=application, by=Actor.VOLUNTEER)
    assert collect() == []


def test_an_invitation_ends_after_fifteen_days_in_silence(member, capacity, clock):
    application = invite(capacity, somebody(), member)
    collect()
    clock.shift(15 * 24 * 3600 - 1)
    assert actions.expire_overdue() == 0
    clock.shift(2)
    assert actions.expire_overdue() == 1
    application.refresh_from_db()
    assert application.state == State.EXPIRED
    assert collect() == []


def test_nobody_is_invited_twice_to_one_mission(member, association):
    children = {"shifts": [shift(days=3), shift(days=9)]}
    first, second = MissionFactory(organiser=association, children=children).capacities.soonest()
    volunteer = somebody()
    actions.withdraw(application=invite(first, volunteer, member), by=Actor.VOLUNTEER)
    with pytest.raises(CannotBeInvited):
        invite(second, volunteer, member)


def test_nobody_is_invited_more_than_twice_a_month_whoever_asks(member, association, clock):
    volunteer = somebody()
    for days in (40, 42):
        invite(shift_of(organiser=association, days=days), volunteer, member)
    third = shift_of(organiser=association, days=60)
    with pytest.raises(CannotBeInvited):
        invite(third, volunteer, member)
    clock.shift(31 * 24 * 3600)
    assert invite(third, volunteer, member)


def test_an_association_cannot_canvass_the_town(member, capacity):
    for _ in range(INVITATIONS.times):
        invite(capacity, somebody(), member)
    with pytest.raises(TooManyInvitations):
        invite(capacity, somebody(), member)


def test_the_association_can_take_an_invitation_back(client, member, capacity):
    client.force_login(member)
    application = invite(capacity, somebody(), member)
    collect()
    page = client.get(f"/engagement/mon-association/missions/{capacity.mission.pk}/")
    assert "Reprendre l’invitation" in words(page)
    actions.cancel(application=application, by=Actor.ASSOCIATION)
    assert collect() == []


def test_the_words_of_the_invitation_are_read_beside_the_buttons(client, member, capacity):
    application = invite(capacity, somebody(), member, text="Venez avec des bottes !")
    [message] = collect()
    page = client.get(link_with(message, "mes-missions"))
    assert "Venez avec des bottes !" in words(page)
    assert "Oui, je viens" in words(page)
    actions.take(application=application, by=Actor.VOLUNTEER)
    assert "Venez avec des bottes !" not in words(client.get(link_with(message, "mes-missions")))
