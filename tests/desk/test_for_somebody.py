"""An agent signs up somebody who is on the telephone: what a form would ask, read aloud."""

import pytest
from django.urls import reverse
from wagtail.models import ModelLogEntry, Site

from tests.admin import AGENT, READER, plain, sign_in, soup
from tests.applications.invariants import places_are_right
from tests.factories import AssociationFactory, MissionFactory, VolunteerFactory, apply, shift_of
from tests.mailbox import collect
from volunteering.applications.models import Application
from volunteering.applications.states import State
from volunteering.core.city import CitySettings


@pytest.fixture(autouse=True)
def _clock(clock):
    """Time stands still."""


@pytest.fixture
def person(db):
    return VolunteerFactory(first_name="Marthe", last_name="Roche", on_paper=True, phone="04 65 71 00 00")


def choose(person, **query):
    return reverse("volunteering_applications:choose_mission", args=[person.pk]), query


def form_of(person, mission):
    return reverse("volunteering_applications:sign_up_for", args=[person.pk, mission.pk])


def sign_up(person, *capacities, group=AGENT, **answers):
    data = {"shifts": [str(each.shift_uid) for each in capacities], "message": "", "age": "on", **answers}
    return sign_in(group).post(form_of(person, capacities[0].mission), data, follow=True)


def said(response):
    return plain(soup(response).select_one(".messages"))


def test_from_the_person_an_agent_comes_to_the_missions_that_take_people(person):
    shift_of(title="Porter des repas"), MissionFactory(title="Brouillon", draft=True)
    client = sign_in(AGENT)
    page = soup(client.get(reverse("volunteering_volunteers:inspect", args=[person.pk])))
    [button] = [each for each in page.select("a.button") if "Inscrire" in each.get_text()]
    listed = plain(soup(client.get(button["href"])).select_one("table"))
    assert "Porter des repas" in listed
    assert "Brouillon" not in listed


def test_a_mission_whose_sign_up_is_closed_is_named_and_leads_nowhere(person):
    shift_of(title="Porter des repas", signup_open=False), shift_of(title="Lire à voix haute")
    address, query = choose(person)
    page = soup(sign_in(AGENT).get(address, query))
    assert "Porter des repas" in plain(page.select_one("table.listing"))
    assert [plain(link) for link in page.select("td.title a")] == ["Lire à voix haute"]


def test_missions_are_found_by_words_of_their_title(person):
    shift_of(title="Porter des repas"), shift_of(title="Lire à voix haute")
    address, query = choose(person, q="repas PORTER")
    titles = [plain(each) for each in soup(sign_in(AGENT).get(address, query)).select("td.title a")]
    assert titles == ["Porter des repas"]


def test_somebody_without_e_mail_is_signed_up_and_the_association_told(person):
    capacity = shift_of(organiser=AssociationFactory(office_email="office@asso.example"), title="Porter des repas")
    page = sign_up(person, capacity, message="Je suis disponible le matin.")
    application = Application.objects.get(volunteer=person)
    assert (application.state, application.capacity) == (State.REQUESTED, capacity)
    assert "Porter des repas" in said(page)
    assert [mail.to for mail in collect()] == [["office@asso.example"]]
    places_are_right()


def test_a_person_with_e_mail_gets_the_same_mail_as_if_they_had_signed_up_themselves():
    person = VolunteerFactory()
    sign_up(person, shift_of(automatic=True))
    assert [person.email] in [mail.to for mail in collect()]


def test_without_a_date_or_the_age_nothing_is_written_and_what_was_typed_stays(person):
    capacity = shift_of()
    page = sign_in(AGENT).post(form_of(person, capacity.mission), {"message": "Je viendrai"})
    assert "Je viendrai" in soup(page).textarea.get_text()
    assert len(soup(page).select(".error-message")) >= 1
    assert not Application.objects.exists()


def test_what_cannot_be_is_said_with_words_to_read_aloud(person):
    apply(shift_of(days=5), person)
    page = sign_up(person, shift_of(days=5, title="Lire à voix haute"))
    assert "Lire à voix haute" in said(page)
    assert "vous" in said(page).lower()
    assert Application.objects.count() == 1


def test_a_full_date_says_that_there_is_a_waiting_list(person):
    capacity = shift_of(places=1)
    apply(capacity)
    page = sign_in(AGENT).get(form_of(person, capacity.mission))
    assert "liste d’attente" in plain(soup(page).form.parent)
    sign_up(person, capacity)
    assert Application.objects.get(volunteer=person).state == State.WAITING


def test_the_charter_is_asked_about_once(person):
    city = CitySettings.for_site(Site.objects.get(is_default_site=True))
    city.charter = "<p>Nous nous respectons.</p>"
    city.save()
    capacity, other = shift_of(days=3), shift_of(days=9)
    sign_up(person, capacity)
    assert not Application.objects.exists()
    sign_up(person, capacity, charter="on")
    assert "charter" not in sign_in(AGENT).get(form_of(person, other.mission)).content.decode()
    person.refresh_from_db()
    assert person.charter_accepted_at


def test_a_mission_that_is_over_takes_nobody(person, clock):
    capacity = shift_of(days=1)
    clock.shift(3 * 24 * 3600)
    assert sign_in(AGENT).get(form_of(person, capacity.mission)).status_code == 404


def test_who_may_not_answer_sign_ups_signs_nobody_up(person):
    capacity = shift_of()
    sign_up(person, capacity, group=READER)
    assert not Application.objects.exists()


def test_the_log_keeps_which_agent_did_it(person):
    sign_up(person, shift_of())
    entry = ModelLogEntry.objects.get(action="volunteering.application.sign_up")
    assert entry.user is not None
    assert entry.data["by"] == "agent"
