"""One's own sign-ups: behind the link of any mail, and in an account."""

from datetime import timedelta

import pytest
from django.contrib.auth import get_user_model

from tests.applications.journeys import JEANNE, join, mail_to
from tests.factories import AssociationFactory, VolunteerFactory, apply, shift_of
from tests.mailbox import collect, link_with, stamp_on
from tests.pages import queries, soup, words
from volunteering.applications.actions import accept, withdraw
from volunteering.applications.links import MINE
from volunteering.applications.models import Application
from volunteering.applications.states import Actor, State

pytestmark = [pytest.mark.databases, pytest.mark.django_db]
ASK = "/engagement/mes-missions/mon-lien/"


@pytest.fixture(autouse=True)
def _clock(clock):
    """Time stands still."""


def mine(volunteer):
    return f"/engagement/mes-missions/{MINE.sign(str(volunteer.pk))}/"


def press(client, application, **answers):
    return client.post(f"{mine(application.volunteer)}{application.pk}/", answers, follow=True)


def test_every_mail_leads_to_the_sign_ups_of_its_reader(client, clock):
    capacity = shift_of(organiser=AssociationFactory(), title="Désherber")
    _page, messages = join(client, clock, capacity)
    assert "Désherber" in words(client.get(link_with(mail_to(messages, JEANNE), "mes-missions")))


def test_withdrawing_takes_a_page_and_a_button(client):
    application = apply(shift_of())
    page = press(client, application, change="withdraw", reason="health")
    application.refresh_from_db()
    assert (application.state, application.reason) == (State.WITHDRAWN, "health")
    assert "Retiré" in words(page)


def test_a_place_that_came_free_is_taken_with_one_button(client):
    capacity = shift_of(places=1)
    holder, waiting = apply(capacity), apply(capacity)
    withdraw(application=holder)
    assert "jusqu’au" in words(client.get(mine(waiting.volunteer)))
    press(client, waiting, change="take")
    waiting.refresh_from_db()
    assert waiting.state == State.REQUESTED


def test_a_button_that_came_too_late_says_so(client, clock):
    application = apply(shift_of(days=1))
    clock.shift(timedelta(days=2))
    assert "entre-temps" in words(press(client, application, change="withdraw"), ".site-messages")
    application.refresh_from_db()
    assert application.state == State.REQUESTED


def test_what_comes_next_stands_first(client):
    volunteer = VolunteerFactory()
    later, sooner = (apply(shift_of(days=days, title=f"Dans {days}"), volunteer) for days in (9, 3))
    withdraw(application=apply(shift_of(days=1, title="Retirée"), volunteer))
    page = words(client.get(mine(volunteer)))
    assert page.index(sooner.mission.title) < page.index(later.mission.title) < page.index("Retirée")


def test_nobody_changes_somebody_else_s_sign_up(client):
    application, stranger = apply(shift_of()), VolunteerFactory()
    assert client.post(f"{mine(stranger)}{application.pk}/", {"change": "withdraw"}).status_code == 404
    application.refresh_from_db()
    assert application.is_active


@pytest.mark.parametrize("change", ["", "accept", "done"])
def test_a_volunteer_has_no_other_buttons(change, client):
    application = apply(shift_of())
    press(client, application, change=change)
    application.refresh_from_db()
    assert application.state == State.REQUESTED


def test_an_account_sees_its_own_and_nobody_else_s(client):
    user = get_user_model().objects.create_user("resident", JEANNE)
    apply(shift_of(title="La mienne"), VolunteerFactory(user=user))
    other = apply(shift_of(title="Celle d’en face"))
    client.force_login(user)
    page = words(client.get("/engagement/mes-missions/"))
    assert "La mienne" in page
    assert "en face" not in page
    assert client.post(f"/engagement/mes-missions/{other.pk}/", {"change": "withdraw"}).status_code == 404


def test_an_account_without_sign_ups_is_shown_the_way_to_missions(client):
    client.force_login(get_user_model().objects.create_user("resident", JEANNE))
    assert soup(client.get("/engagement/mes-missions/")).select_one("main h1")


def test_a_lost_link_comes_again_by_mail(client, clock):
    volunteer = apply(shift_of()).volunteer
    collect()
    stamp = stamp_on(client, ASK)
    clock.shift(10)
    client.post(ASK, {"email": volunteer.email, "stamp": stamp, "website": ""})
    [message] = collect()
    assert client.get(link_with(message, "mes-missions")).status_code == 200


def test_an_unknown_address_gets_the_same_page_and_a_mail_that_says_so(client, clock):
    stamp = stamp_on(client, ASK)
    clock.shift(10)
    answer = client.post(ASK, {"email": "nobody@people.example", "stamp": stamp, "website": ""})
    [message] = collect()
    assert answer["Location"] == "/engagement/mes-missions/verifiez-vos-messages/"
    assert "mes-missions" not in message.body


def test_the_page_costs_the_same_for_one_and_for_fifteen(client):
    volunteer = VolunteerFactory()
    for day in range(3):
        accept(application=apply(shift_of(days=day + 1, organiser=AssociationFactory()), volunteer), by=Actor.AGENT)
    few = queries(client, mine(volunteer))
    for day in range(12):
        accept(application=apply(shift_of(days=day + 5, organiser=AssociationFactory()), volunteer), by=Actor.AGENT)
    assert queries(client, mine(volunteer)) == few
    assert Application.objects.count() == 15


@pytest.mark.parametrize("state", [State.REQUESTED, State.DISCUSSING, State.INVITED])
def test_a_mission_of_the_city_speaks_of_no_association(client, state):
    own, other = apply(shift_of()), apply(shift_of(organiser=AssociationFactory()))
    Application.objects.update(state=state)
    said = [words(client.get(mine(each.volunteer)), ".v-status") for each in (own, other)]
    assert ["ssociation" in each for each in said] == [False, True]
    assert "La ville" in said[0]


def test_the_form_and_the_page_of_a_mission_of_the_city_speak_of_no_association(client):
    own, other = shift_of().mission, shift_of(organiser=AssociationFactory(title="Les Jardins")).mission
    for address in ("/engagement/missions/{0.pk}/participer/", "{0.url}"):
        said = [words(client.get(address.format(each)), "main .v-form, main .v-steps") for each in (own, other)]
        assert ["ssociation" in each for each in said] == [False, True], said
