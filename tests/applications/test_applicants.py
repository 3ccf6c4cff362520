"""The association answers from its mail: no account, no admin, no address of anybody."""

from datetime import timedelta

import pytest

from tests.applications.journeys import OFFICE
from tests.factories import AssociationFactory, VolunteerFactory, apply, shift_of
from tests.mailbox import collect, link_with
from tests.pages import queries, soup, words
from volunteering.applications.actions import accept
from volunteering.applications.links import answer_link
from volunteering.applications.models import Application
from volunteering.applications.states import Actor, State
from volunteering.core.links import base_address

pytestmark = [pytest.mark.databases, pytest.mark.django_db]


@pytest.fixture
def capacity(clock, db):
    return shift_of(organiser=AssociationFactory(with_office=True), places=2)


def page_of(capacity, reader=OFFICE):
    return answer_link(capacity.mission, reader).removeprefix(base_address())


def press(client, application, **answers):
    return client.post(f"{page_of(application.capacity)}{application.pk}/", answers, follow=True)


def test_the_mail_leads_to_the_applicants(client, capacity):
    apply(capacity, VolunteerFactory(first_name="Louise", last_name="Petit"), message="Je sais cuisiner.")
    [message] = [each for each in collect() if each.to == [OFFICE]]
    page = words(client.get(link_with(message, "qui-vient")))
    assert "Louise P." in page
    assert "Je sais cuisiner." in page


@pytest.mark.parametrize(
    ("change", "state"),
    [("accept", State.ACCEPTED), ("discuss", State.DISCUSSING), ("decline", State.DECLINED)],
)
def test_one_button_answers(change, state, client, capacity):
    application = apply(capacity)
    press(client, application, change=change)
    application.refresh_from_db()
    assert application.state == state
    assert application.answered_at is not None


def test_the_whole_name_is_read_only_once_somebody_is_accepted(client, capacity):
    application = apply(capacity, VolunteerFactory(last_name="Petit"))
    assert "Petit" not in words(client.get(page_of(capacity)))
    assert "Petit" in words(press(client, application, change="accept"))


def test_no_address_and_no_number_is_on_the_page(client, capacity):
    volunteer = VolunteerFactory(email="kanari@people.example", phone="06 12 34 56 78")
    accept(application=apply(capacity, volunteer), by=Actor.ASSOCIATION)
    page = client.get(page_of(capacity)).content.decode()
    assert "kanari" not in page
    assert "06 12" not in page


def test_declining_tells_the_reason_and_the_kind_word(client, capacity):
    application = apply(capacity)
    collect()
    press(client, application, change="decline", reason="no_place", words="Merci d’avoir pensé à nous.")
    [message] = collect()
    assert "Merci d’avoir pensé à nous." in message.body
    assert "place" in message.body


def test_a_word_that_is_too_long_is_refused_and_nothing_changes(client, capacity):
    application = apply(capacity)
    press(client, application, change="decline", words="x" * 501)
    application.refresh_from_db()
    assert application.state == State.REQUESTED


def test_presence_is_written_down_after_the_date(client, clock, capacity):
    application = accept(application=apply(capacity), by=Actor.ASSOCIATION)
    assert not soup(client.get(page_of(capacity))).select("[value=done]")
    clock.shift(timedelta(days=8))
    press(client, application, change="done")
    application.refresh_from_db()
    assert (application.state, application.worked) == (State.DONE, timedelta(hours=3))


def test_the_link_opens_no_other_mission(client, capacity):
    other = apply(shift_of(organiser=capacity.mission.organiser, days=20))
    assert client.post(f"{page_of(capacity)}{other.pk}/", {"change": "accept"}).status_code == 404


def test_the_link_ends_when_the_association_s_mails_go_elsewhere(client, capacity):
    association = capacity.mission.organiser
    association.office_email = "new@asso.example"
    association.save()
    assert client.get(page_of(capacity)).status_code == 404
    assert client.get(page_of(capacity, "new@asso.example")).status_code == 200


def test_an_empty_page_says_what_will_come(client, capacity):
    assert "Personne" in words(client.get(page_of(capacity)))


def test_the_page_costs_the_same_for_two_and_for_twelve(client, clock):
    capacity = shift_of(organiser=AssociationFactory(with_office=True), places=None)
    for _ in range(2):
        apply(capacity, message="Bonjour")
    few = queries(client, page_of(capacity))
    for _ in range(10):
        apply(capacity, message="Bonjour")
    assert queries(client, page_of(capacity)) == few
    assert Application.objects.count() == 12
