"""What somebody left with us by signing up: where it never appears, and how it goes."""

import logging

import pytest
from django.core.management import call_command
from django.db import connection
from wagtail.models import ModelLogEntry

from tests.applications.journeys import JEANNE, OFFICE, join, mail_to
from tests.city import found
from tests.factories import AssociationFactory, VolunteerFactory, apply, shift_of
from tests.mailbox import link_with
from tests.trust.crawl import crawl
from tests.trust.roles import Role, browser
from volunteering.applications import personal_data as applications
from volunteering.applications.models import Application
from volunteering.applications.states import State
from volunteering.core.outbox import personal_data as outbox
from volunteering.missions.models import Capacity
from volunteering.relay.models import Conversation
from volunteering.volunteers import personal_data as volunteers
from volunteering.volunteers.models import Volunteer

pytestmark = pytest.mark.django_db
ADDRESS, NAME = "kanari", "Zanari"


def test_an_address_and_a_name_are_in_no_page_no_address_bar_and_no_log(client, clock, caplog):
    """The canary's whole way: signs up, confirms, is accepted, withdraws; the association reads along."""
    caplog.set_level(logging.DEBUG)
    found()
    capacity = shift_of(organiser=AssociationFactory(with_office=True))
    page, messages = join(client, clock, capacity, last_name=NAME, first_name="Jeanne")
    mine, answer = link_with(mail_to(messages, JEANNE), "mes-missions"), mail_to(messages, OFFICE)
    pages = [page, client.get(mine), client.get(link_with(answer, "qui-vient"))]
    site = crawl(browser(Role.VISITOR))

    seen = "".join(each.content.decode() + str(each.headers) + each.request["PATH_INFO"] for each in pages)
    assert ADDRESS not in seen
    assert NAME not in seen
    assert [site.saying(word) for word in (ADDRESS, NAME)] == [[], []]
    assert ADDRESS not in answer.body + answer.alternatives[0][0] + str(answer.extra_headers)
    told = [record.getMessage() for record in caplog.records if record.name != "django.db.backends"]
    assert not [line for line in told if ADDRESS in line or NAME in line]
    assert not ModelLogEntry.objects.filter(label__icontains=NAME).exists()


def test_someone_can_read_what_we_keep():
    volunteer = VolunteerFactory(email=JEANNE, phone="06 12 34 56 78")
    apply(shift_of(title="Désherber"), volunteer, message="Bonjour")
    apply(shift_of(), message="Autre")
    [told] = applications.export_for(f" {JEANNE.title()} ")
    assert (told["mission"], [each["text"] for each in told["messages"]]) == ("Désherber", ["Bonjour"])
    assert [row["phone"] for row in volunteers.export_for(JEANNE)] == ["06 12 34 56 78"]


def test_someone_can_be_forgotten_and_the_next_gets_the_place(clock):
    capacity = shift_of(places=1)
    apply(capacity, VolunteerFactory(email=JEANNE, last_name=NAME), message=f"Je suis {NAME}")
    waiting = apply(capacity)
    for part in (applications, volunteers, outbox):
        part.erase_for(JEANNE)
    waiting.refresh_from_db()
    assert waiting.state == State.OFFERED
    left = Application.objects.get(volunteer=None)
    assert (left.state, left.words, left.reason) == (State.WITHDRAWN, "", "")
    assert (Application.objects.count(), Conversation.objects.count(), Volunteer.objects.count()) == (2, 2, 1)
    assert Capacity.objects.get(pk=capacity.pk).taken == 1


def test_nothing_of_a_forgotten_person_is_left_in_any_table(clock):
    apply(shift_of(), VolunteerFactory(email=JEANNE, last_name=NAME, phone=NAME), message=NAME)
    call_command("deliver_mail", verbosity=0)
    for part in (applications, volunteers, outbox):
        part.erase_for(JEANNE)
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names():
            cursor.execute(f'SELECT * FROM "{table}"')
            assert not [row for row in cursor.fetchall() if ADDRESS in str(row) or NAME in str(row)], table


def test_a_volunteer_is_not_erased_before_their_places_are_given_back():
    apply(shift_of(), VolunteerFactory(email=JEANNE))
    with pytest.raises(Exception, match="protected"):
        volunteers.erase_for(JEANNE)
