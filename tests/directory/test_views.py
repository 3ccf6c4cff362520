"""What a resident reads of associations: what they do, when the door is open, how to reach them."""

from datetime import time

import pytest

from tests.factories import AssociationFactory, EventFactory, MissionFactory
from tests.pages import json_ld, soup, words
from volunteering.directory.models import OpeningHours

pytestmark = pytest.mark.django_db


@pytest.fixture
def front(clock, found_city):
    return found_city


def test_an_association_that_publishes_its_office_can_be_called_and_written_to(front, client):
    page = soup(client.get(AssociationFactory(publishes_contact=True).url))
    assert page.find("a", href="tel:+33465710001")
    assert page.find("a", href="mailto:office@asso.example")


def test_an_association_that_does_not_is_reached_through_the_city(front, client):
    response = client.get(AssociationFactory(with_office=True).url)
    assert "office@asso.example" not in response.text
    assert "71 00 01" not in response.text.replace("\u00a0", " ")
    assert soup(response).select_one('aside a[href="tel:+33465711212"]')


def test_the_office_is_told_to_search_engines_only_when_it_is_published(front, client):
    told = [
        json_ld(client.get(AssociationFactory(**{trait: True}).url))[0]
        for trait in ("with_office", "publishes_contact")
    ]
    assert [(node.get("email"), node.get("telephone")) for node in told] == [
        (None, None),
        ("office@asso.example", "04 65 71 00 01"),
    ]


def test_opening_hours_stand_day_by_day_with_the_lunch_break(front, client):
    hours = [(1, 14, 18), (1, 9, 12), (0, 9, 12)]
    rows = [OpeningHours(weekday=day, opens=time(opens), closes=time(closes)) for day, opens, closes in hours]
    days = soup(client.get(AssociationFactory(children={"opening_hours": rows}).url)).select(".v-hours > div")
    assert [(day.dt.get_text(), len(day.select("dd > span"))) for day in days] == [("Lundi", 1), ("Mardi", 2)]


def test_its_page_shows_missions_that_take_volunteers_and_events_to_come(front, client):
    association = AssociationFactory()
    MissionFactory(title="Trier", organiser=association)
    MissionFactory(title="Fermée", organiser=association, signup_open=False)
    for title, past in (("Bal", False), ("Hier", True)):
        event = EventFactory(title=title, past=past)
        event.organisers = [association]
        event.save_revision().publish()
    told = words(client.get(association.url))
    assert [title in told for title in ("Trier", "Bal", "Fermée", "Hier")] == [True, True, False, False]


def test_it_says_that_it_needs_people_as_long_as_it_does(front, client):
    association = AssociationFactory()
    assert not soup(client.get(association.url)).select(".v-chip--sun")
    mission = MissionFactory(organiser=association)
    assert soup(client.get(association.url)).select(".v-chip--sun")
    mission.unpublish()
    assert not soup(client.get(association.url)).select(".v-chip--sun")


def test_the_directory_is_alphabetical_as_french_readers_expect(front, client):
    for title in ("Zèbre", "Élan", "Eau vive"):
        AssociationFactory(title=title)
    told = words(client.get("/associations/"))
    assert told.index("Eau vive") < told.index("Élan") < told.index("Zèbre")


def test_a_public_body_is_no_association_for_search_engines(front, client):
    kinds = {
        "association_1901": "NGO",
        "city_service": "GovernmentOrganization",
        "public_body": "GovernmentOrganization",
    }
    for kind, told in kinds.items():
        assert json_ld(client.get(AssociationFactory(kind=kind).url))[0]["@type"] == told


def test_a_weekly_class_stands_once_among_the_next_events_of_its_association(front, client):
    association = AssociationFactory()
    event = EventFactory(weekly=True)
    event.organisers = [association]
    event.save_revision().publish()
    assert len(soup(client.get(association.url)).select(".v-rows > li")) == 1


def test_a_town_with_hyphens_is_not_torn_at_the_end_of_a_line(front, client):
    place = {"address": "15 rue du Tan", "postal_code": "42990", "city": "Rivemont-sur-Loire"}
    parts = soup(client.get(AssociationFactory(**place).url)).select(".v-place__words .v-whole")
    assert [part.get_text() for part in parts] == ["15 rue du Tan", "42990 Rivemont-sur-Loire"]


def test_on_a_phone_an_association_is_called_from_the_bar(front, client):
    pages = [AssociationFactory(), AssociationFactory(publishes_contact=True)]
    bars = [soup(client.get(page.url)).select(".v-bar a") for page in pages]
    assert [[link["href"] for link in bar] for bar in bars] == [
        ["tel:+33465711212"],
        ["tel:+33465710001", "mailto:office@asso.example"],
    ]
