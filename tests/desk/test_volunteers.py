"""The list of volunteers, one of them, and how an agent of the city enters and corrects one."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.models import ModelLogEntry, ReferenceIndex
from wagtail.search.index import class_is_indexed

from tests.admin import AGENT, errors, plain, sign_in, soup, text
from tests.factories import (
    IssueFactory,
    NeighbourhoodFactory,
    SkillFactory,
    ThemeFactory,
    VolunteerFactory,
    apply,
    shift_of,
)
from volunteering.volunteers.models import Stance, Volunteer, VolunteerSkill

LIST, ENTER = "volunteering_volunteers:index", "volunteering_volunteers:add"
JEANNE = {
    "first_name": "Jeanne",
    "last_name": "Kanari",
    "phone": "04 65 71 00 01",
    "email": "",
    "neighbourhood": "",
    "availability": ["0-morning"],
    "consent": "on",
}


def listing(*groups, **query):
    return sign_in(*groups or [AGENT]).get(reverse(LIST), query)


def names(response):
    return [plain(each) for each in soup(response).select("tbody td.title .title-wrapper")]


def found(**query):
    response = listing(**query)
    assert response.status_code == 200
    return names(response)


def page_of(volunteer, screen="inspect"):
    return reverse(f"volunteering_volunteers:{screen}", args=[volunteer.pk])


def can(volunteer, skill, level):
    VolunteerSkill.objects.create(volunteer=volunteer, skill=skill, level=level)
    return volunteer


def test_an_agent_sees_who_where_and_when_but_no_address():
    quarter = NeighbourhoodFactory(name="La Plaine")
    VolunteerFactory(email="jeanne@people.example", neighbourhood=quarter, availability=["0-morning", "0-evening"])
    response = listing()
    row = plain(soup(response).select_one("tbody tr"))
    assert all(words in row for words in ("Jeanne Durand", "La Plaine", "lun matin, soir", "j…@people.example"))
    assert b"jeanne@people.example" not in response.content


def test_the_list_comes_with_the_same_number_of_queries_whatever_its_length():
    counts = []
    client = sign_in(AGENT)
    client.get(reverse(LIST))
    for number in (1, 6):
        for _each in range(number):
            VolunteerFactory(neighbourhood=NeighbourhoodFactory())
        with CaptureQueriesContext(
            connection,
        ) as queries:
            client.get(reverse(LIST))
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_a_long_list_comes_in_pages():
    Volunteer.objects.bulk_create(Volunteer(first_name="Ana", last_name=f"Nom {n:03}") for n in range(60))
    assert (len(found()), len(found(p=2))) == (50, 10)


def test_an_agent_finds_a_volunteer_by_first_name_and_name():
    VolunteerFactory(first_name="Jeanne", last_name="Durand")
    VolunteerFactory(first_name="Jeanne", last_name="Martin")
    assert found(q="martin jean") == ["Jeanne Martin"]


def test_an_agent_does_not_find_a_volunteer_by_address():
    VolunteerFactory(email="jeanne@people.example")
    assert found(q="jeanne@people.example") == []


def test_filters_by_neighbourhood_and_theme():
    quarter, theme = NeighbourhoodFactory(), ThemeFactory()
    VolunteerFactory(first_name="Ana", neighbourhood=quarter)
    VolunteerFactory(first_name="Bob").themes.add(theme)
    assert found(neighbourhood=quarter.pk) == ["Ana Durand"]
    assert found(themes=theme.pk) == ["Bob Durand"]


@pytest.mark.databases
def test_filters_by_a_skill_and_its_level():
    cook, sew = SkillFactory(), SkillFactory()
    can(can(VolunteerFactory(first_name="Ana"), cook, 1), sew, 3)
    can(VolunteerFactory(first_name="Bob"), cook, 2)
    can(VolunteerFactory(first_name="Cleo"), cook, 0)
    assert found(skills=cook.pk) == ["Ana Durand", "Bob Durand"]
    assert found(skills=cook.pk, level=2) == ["Bob Durand"]
    assert found(level=3) == ["Ana Durand"]


@pytest.mark.databases
def test_filters_by_a_day_and_a_part_of_it():
    VolunteerFactory(first_name="Ana", availability=["0-morning", "2-evening"])
    VolunteerFactory(first_name="Bob", availability=["0-evening"])
    VolunteerFactory(first_name="Cleo")
    assert found(day="0") == ["Ana Durand", "Bob Durand"]
    assert found(slot="evening") == ["Ana Durand", "Bob Durand"]
    assert found(day="0", slot="morning") == ["Ana Durand"]
    assert found(day="2", slot="morning") == []


def test_filters_by_age(clock):
    VolunteerFactory(first_name="Ana", birth_year=2008)
    VolunteerFactory(first_name="Bob", birth_year=2007)
    VolunteerFactory(first_name="Cleo")
    assert [found(age=value) for value in ("minor", "adult", "unknown")] == [
        ["Ana Durand"],
        ["Bob Durand"],
        ["Cleo Durand"],
    ]


def test_filters_by_when_somebody_was_last_seen(clock):
    VolunteerFactory(first_name="Ana", seen_at=timezone.now() - timedelta(days=400))
    VolunteerFactory(first_name="Bob", seen_at=timezone.now() - timedelta(days=200))
    assert found(seen="12") == ["Ana Durand"]
    assert found(seen="6") == ["Ana Durand", "Bob Durand"]


@pytest.mark.parametrize(("name", "field"), [("paused", "is_paused"), ("found", "may_be_found")])
def test_filters_by_yes_and_no(name, field):
    VolunteerFactory(first_name="Ana", **{field: True})
    VolunteerFactory(first_name="Bob", **{field: False})
    assert (found(**{name: "yes"}), found(**{name: "no"})) == (["Ana Durand"], ["Bob Durand"])


def test_filters_by_who_has_no_address():
    VolunteerFactory(first_name="Ana", on_paper=True)
    VolunteerFactory(first_name="Bob")
    assert (found(email="no"), found(email="yes")) == (["Ana Durand"], ["Bob Durand"])


@pytest.mark.parametrize("query", [{"day": "9"}, {"level": "x"}, {"q": "\x00"}, {"skills": "x"}, {"ordering": "email"}])
def test_what_nobody_understands_in_the_address_breaks_nothing(query):
    VolunteerFactory()
    assert listing(**query).status_code == 200


def test_an_agent_reads_what_somebody_can_do_and_what_they_signed_up_for():
    volunteer = VolunteerFactory(phone="04 65 71 99 99", email="jeanne@people.example")
    can(volunteer, SkillFactory(name="Tricoter"), 2)
    Stance.objects.create(volunteer=volunteer, issue=IssueFactory(name="Le canal"), interest=-2, skill=1)
    mission = apply(shift_of(title="Tri du linge"), volunteer).mission
    response = sign_in(AGENT).get(page_of(volunteer))
    for words in ("Tricoter (Bien)", "Le canal – Ne pas me le proposer", "j…@people.example", "Tri du linge"):
        assert words in text(response)
    assert reverse("volunteering_applications:of_mission", args=[mission.pk]) in response.text
    assert "04 65 71 99 99" not in response.text
    assert "jeanne@people.example" not in response.text


def enter(**answers):
    client = sign_in(AGENT)
    return client, client.post(reverse(ENTER), JEANNE | answers)


def test_an_agent_enters_somebody_without_an_address():
    client, response = enter()
    volunteer = Volunteer.objects.get()
    assert response.url == page_of(volunteer)
    assert (volunteer.entered_by, volunteer.phone, volunteer.email) == (client.user, "04 65 71 00 01", "")
    assert volunteer.consent_read_at is not None
    assert volunteer.availability == ["0-morning"]
    assert volunteer.confirmed_at is None


def test_an_entry_stands_in_the_history_without_a_name():
    client, _response = enter()
    [entry] = ModelLogEntry.objects.filter(action="volunteering.volunteer.enter")
    assert (entry.user, entry.label) == (client.user, str(Volunteer.objects.get().pk))
    assert "Kanari" not in f"{entry.label}{entry.data}"


@pytest.mark.parametrize(
    "answers",
    [
        {"consent": ""},
        {"phone": ""},
        {"phone": "bientôt"},
        {"phone": "12"},
        {"email": "jeanne(a)people"},
        {"first_name": " "},
        {"availability": ["9-night"]},
    ],
)
def test_an_entry_that_lacks_something_says_what(answers):
    _client, response = enter(**answers)
    assert len(errors(response)) == 1
    assert not Volunteer.objects.exists()


def test_an_address_that_is_known_is_refused_with_what_to_do():
    VolunteerFactory(email="jeanne@people.example")
    _client, response = enter(email=" Jeanne@People.example ")
    assert "déjà" in errors(response)[0]
    assert Volunteer.objects.count() == 1


def correct(volunteer, **answers):
    client = sign_in(AGENT)
    page = client.get(page_of(volunteer, "edit"))
    kept = {
        "first_name": volunteer.first_name,
        "last_name": volunteer.last_name,
        "availability": volunteer.availability,
    }
    return page, client.post(page_of(volunteer, "edit"), kept | answers)


def test_the_form_of_a_correction_shows_no_contact():
    volunteer = VolunteerFactory(phone="04 65 71 99 99", email="jeanne@people.example")
    page, _response = correct(volunteer)
    assert "04 65 71 99 99" not in page.text
    assert "jeanne@people.example" not in page.text


def test_what_is_left_empty_in_a_correction_stays():
    volunteer = VolunteerFactory(phone="04 65 71 99 99", email="jeanne@people.example")
    correct(volunteer, last_name="Martin")
    now = Volunteer.objects.get()
    assert (now.last_name, now.phone, now.email) == ("Martin", "04 65 71 99 99", "jeanne@people.example")
    assert now.confirmed_at is not None


def test_a_new_address_has_to_be_proven_again():
    volunteer = VolunteerFactory()
    correct(volunteer, email="new@people.example")
    now = Volunteer.objects.get()
    assert (now.email, now.confirmed_at) == ("new@people.example", None)
    [entry] = ModelLogEntry.objects.filter(action="volunteering.volunteer.correct")
    assert entry.data == {"fields": ["email"]}


def test_an_agent_takes_a_number_away():
    volunteer = VolunteerFactory(phone="04 65 71 99 99")
    correct(volunteer, remove_phone="on")
    assert Volunteer.objects.get().phone == ""


def test_nobody_is_left_without_a_way_to_be_reached():
    volunteer = VolunteerFactory(on_paper=True, phone="04 65 71 99 99")
    _page, response = correct(volunteer, remove_phone="on")
    assert len(errors(response)) == 1
    assert Volunteer.objects.get().phone == "04 65 71 99 99"


def test_a_correction_cannot_take_the_address_of_somebody_else():
    VolunteerFactory(email="jeanne@people.example")
    volunteer = VolunteerFactory(email="ana@people.example")
    _page, response = correct(volunteer, email="jeanne@people.example")
    assert len(errors(response)) == 1
    volunteer.refresh_from_db()
    assert volunteer.email == "ana@people.example"


def test_the_history_of_a_volunteer_says_what_was_done_and_by_whom():
    client, _response = enter()
    row = plain(soup(client.get(page_of(Volunteer.objects.get(), "history"))).select_one("tbody"))
    assert "Saisie à la demande de la personne" in row
    assert client.user.username in row


def test_no_button_deletes_a_person():
    volunteer = VolunteerFactory()
    client = sign_in(AGENT, is_superuser=True)
    for screen in ("inspect", "edit"):
        assert "/delete/" not in client.get(page_of(volunteer, screen)).text


def test_people_are_in_no_index_of_wagtails():
    assert not class_is_indexed(Volunteer)
    assert Volunteer not in ReferenceIndex.indexed_models
