"""Three fields, one mail, one click: nobody is signed up who did not confirm, nobody learns who is known."""

from datetime import timedelta

import pytest
from django.contrib.auth import get_user_model
from django.core.management import call_command

from tests.applications.journeys import JEANNE, OFFICE, form_of, join, mail_to, prove, sign_up
from tests.factories import AssociationFactory, MissionFactory, VolunteerFactory, apply, shift, shift_of
from tests.mailbox import collect, link_with, stamp_on
from tests.pages import soup, words
from volunteering.applications.actions import withdraw
from volunteering.applications.models import Application, SignUp
from volunteering.applications.states import State
from volunteering.core.city import CitySettings
from volunteering.core.outbox.models import OutgoingMail
from volunteering.volunteers.models import Volunteer

pytestmark = [pytest.mark.databases, pytest.mark.django_db]


@pytest.fixture
def capacity(clock, db):
    return shift_of(organiser=AssociationFactory(with_office=True, title="Les Jardins"), title="Désherber")


# --- The way in --------------------------------------------------------------------------------------------------


def test_a_resident_signs_up_with_three_fields_and_one_click(client, clock, capacity):
    sign_up(client, clock, capacity)
    assert not Application.objects.exists()
    [message] = collect()
    page, messages = prove(client, message), collect()
    assert "Merci, Jeanne" in words(page, "h1")
    assert Application.objects.get().state == State.REQUESTED
    assert "Désherber" in mail_to(messages, JEANNE).body
    assert "Jeanne K." in mail_to(messages, OFFICE).body


def test_the_code_of_the_message_does_as_well_as_its_button(client, clock, capacity):
    page = sign_up(client, clock, capacity)["Location"]
    [message] = collect()
    code = next(line for line in message.body.splitlines() if "code" in line).rstrip(".")[-7:]
    assert "Merci, Jeanne" in words(client.post(page, {"code": code}), "h1")
    assert Application.objects.count() == 1


def test_a_wrong_code_says_so_and_guessing_ends_after_five_tries(client, clock, capacity):
    page = sign_up(client, clock, capacity)["Location"]
    assert "six chiffres" in words(client.post(page, {"code": "111 111"}), ".v-field__error")
    answers = [words(client.post(page, {"code": f"11111{number}"})) for number in range(5)]
    assert "appelez-nous" in answers[-1]
    assert not Application.objects.exists()


def test_looking_at_the_page_behind_the_link_signs_nobody_up(client, clock, capacity):
    sign_up(client, clock, capacity)
    [message] = collect()
    assert "Encore un clic" in words(client.get(link_with(message, "confirmer")))
    assert not Application.objects.exists()


def test_confirming_twice_signs_up_once_and_sends_nothing_more(client, clock, capacity):
    sign_up(client, clock, capacity)
    [message] = collect()
    prove(client, message)
    collect()
    assert "Merci, Jeanne" in words(prove(client, message), "h1")
    assert (Application.objects.count(), collect()) == (1, [])


def test_an_old_mail_does_not_sign_up_again_whoever_withdrew(client, clock, capacity):
    sign_up(client, clock, capacity)
    [message] = collect()
    prove(client, message)
    withdraw(application=Application.objects.get())
    assert "Retiré" in words(prove(client, message))
    assert Application.objects.get().state == State.WITHDRAWN


def test_one_form_signs_up_for_several_dates(client, clock, db):
    mission = MissionFactory(children={"shifts": [shift(days=7), shift(days=9)]})
    uids = [str(row.shift_uid) for row in mission.capacities.all()]
    join(client, clock, mission.capacities.first(), shifts=uids)
    assert Application.objects.count() == 2


def test_a_mission_without_dates_asks_for_none(client, clock, db):
    capacity = MissionFactory().capacities.get()
    assert not soup(client.get(form_of(capacity.mission))).select("[name=shifts]")
    join(client, clock, capacity)
    assert Application.objects.get().capacity == capacity


def test_a_group_says_how_many_come_where_the_mission_lets_it(client, clock, db):
    alone, together = shift_of(), shift_of(group_size=4)
    assert not soup(client.get(form_of(alone.mission))).select("[name=people]")
    join(client, clock, together, people="3")
    assert Application.objects.get().people == 3


def test_the_date_that_was_chosen_on_the_mission_is_ticked(client, clock, db):
    mission = MissionFactory(children={"shifts": [shift(days=7), shift(days=9)]})
    box = soup(client.get(mission.url)).select_one(".v-action form")
    assert box["action"] == form_of(mission)
    chosen = box.select("[name=creneau]")[1]["value"]
    page = soup(client.get(box["action"], {"creneau": [chosen, "garbage"]}))
    assert [each["value"] for each in page.select("[name=shifts][checked]")] == [chosen]


def test_the_only_date_is_ticked_already(client, clock, capacity):
    assert soup(client.get(form_of(capacity.mission))).select("[name=shifts][checked]")


def test_whoever_comes_when_it_is_full_is_told_their_rank(client, clock, db):
    capacity = shift_of(places=1)
    apply(capacity), apply(capacity)
    page, _messages = join(client, clock, capacity)
    assert "numéro 2" in words(page)


# --- What cannot be ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("shifts", [], "au moins une date"),
        ("first_name", "", "prénom"),
        ("last_name", " ", "nom"),
        ("email", "jeanne chez orange", "adresse"),
        ("age", "", "Cochez"),
        ("message", "x" * 2001, "2001"),
    ],
)
def test_what_is_missing_is_said_beside_the_field_and_nothing_typed_is_lost(
    field, value, said, client, clock, capacity
):
    page = soup(sign_up(client, clock, capacity, **{field: value}))
    assert said in page.select_one(".v-field__error").text
    assert page.select_one(f".v-errors a[href='#id_{field}']")
    kept = {"first_name": "Jeanne", "last_name": "Kanari", "email": JEANNE} | {field: value}
    assert all(
        page.select_one(f"[name={name}]")["value"] == kept[name] for name in ("first_name", "email") if kept[name]
    )
    assert not SignUp.objects.exists()


def test_the_charter_is_asked_where_the_city_has_one(client, clock, capacity):
    city = CitySettings.for_site(capacity.mission.get_site())
    city.charter = "<p>On arrive à l’heure.</p>"
    city.save()
    assert "charte" in words(sign_up(client, clock, capacity, charter=""), ".v-field__error")
    join(client, clock, capacity)
    assert Volunteer.objects.get().charter_version


def test_the_charter_is_read_under_a_heading_of_its_own(client, capacity):
    city = CitySettings.for_site(capacity.mission.get_site())
    city.charter = "<h3>Vous</h3><p>On arrive à l’heure.</p>"
    city.save()
    page = soup(client.get(form_of(capacity.mission)))
    assert [each.name for each in page.select("main :is(h1, h2, h3)")][:3] == ["h1", "h2", "h3"]


@pytest.mark.parametrize(("fields", "age"), [({}, "18"), ({"open_to_minors": True}, "16"), ({"minimum_age": 21}, "21")])
def test_the_age_that_a_mission_asks_is_named(fields, age, client, clock, db):
    assert f"{age} ans" in words(client.get(form_of(shift_of(**fields).mission)), ".v-tick")


def test_a_name_with_line_breaks_cannot_break_a_mail(client, clock, capacity):
    _page, messages = join(client, clock, capacity, first_name="Jeanne\r\nBcc: all@people.example")
    assert all("\n" not in message.subject and "\r" not in message.subject for message in messages)
    assert all(message.to != ["all@people.example"] for message in messages)


@pytest.mark.parametrize("fields", [{"signup_open": False}, {"days": -7}])
def test_a_closed_mission_says_why_and_where_to_go(fields, client, clock, db):
    page = client.get(form_of(shift_of(**fields).mission))
    assert soup(page).select_one("main a[href='/missions/']")


def test_a_draft_has_no_form(client, clock, db):
    assert client.get(form_of(MissionFactory(dated=True, draft=True))).status_code == 404


def test_a_mission_that_was_taken_down_meanwhile_signs_nobody_up(client, clock, capacity):
    sign_up(client, clock, capacity)
    [message] = collect()
    capacity.mission.unpublish()
    assert prove(client, message).status_code == 404
    assert not Application.objects.exists()


def test_a_robot_that_copies_a_stamp_gets_one_mail_out_of_it(client, clock, capacity):
    stamp = stamp_on(client, form_of(capacity.mission))
    for number in range(5):
        sign_up(client, clock, capacity, stamp=stamp, email=f"victim-{number}@people.example")
    assert OutgoingMail.objects.count() == 1


def test_an_address_is_written_to_a_few_times_an_hour(client, clock, capacity):
    answers = [sign_up(client, clock, capacity).status_code for _ in range(7)]
    assert (answers[5], answers[6]) == (302, 429)


def test_what_nobody_confirms_is_forgotten(client, clock, capacity):
    sign_up(client, clock, capacity)
    clock.shift(timedelta(hours=49))
    call_command("purge_expired", verbosity=0)
    assert not SignUp.objects.exists()


@pytest.mark.parametrize(
    "page", ["inscription/confirmer/garbage/", "inscription/code/garbage/", "mes-missions/garbage/"]
)
def test_a_link_that_was_cut_in_two_leads_to_another(page, client, db):
    answer = client.get(f"/engagement/{page}")
    assert answer.status_code == 404
    assert b"/engagement/mes-missions/mon-lien/" in answer.content


# --- Who is known ------------------------------------------------------------------------------------------------


def test_a_known_address_gets_the_same_answers_as_an_unknown_one(client, clock, capacity):
    apply(shift_of(), VolunteerFactory(email=JEANNE))
    known, unknown = (sign_up(client, clock, capacity, email=email) for email in (JEANNE, "new@people.example"))
    assert (known.status_code, known["Location"][:20]) == (unknown.status_code, unknown["Location"][:20])
    pages = [words(client.get(answer["Location"])) for answer in (known, unknown)]
    assert pages[0] == pages[1]
    [first, second] = [message for message in collect() if "confirmer" in message.body]
    assert first.subject == second.subject


def test_the_same_person_is_recognised_and_keeps_their_name(client, clock, capacity):
    volunteer = VolunteerFactory(email=JEANNE, first_name="Jeanne-Marie")
    join(client, clock, capacity, first_name="Robert", email=JEANNE.upper())
    assert Application.objects.get().volunteer == volunteer
    volunteer.refresh_from_db()
    assert volunteer.first_name == "Jeanne-Marie"


def test_somebody_else_s_sign_ups_are_not_told_before_the_address_is_proven(client, clock, capacity):
    """They overlap: only whoever reads the mails of this address may learn it."""
    apply(shift_of(title="Ailleurs"), VolunteerFactory(email=JEANNE))
    collect()
    assert sign_up(client, clock, capacity).status_code == 302
    [message] = collect()
    assert "ailleurs" in words(prove(client, message))


# --- With an account ---------------------------------------------------------------------------------------------


@pytest.fixture
def resident(client, db):
    user = get_user_model().objects.create_user("resident", JEANNE)
    client.force_login(user)
    return user


def test_a_proven_account_signs_up_without_any_mail(client, clock, capacity, resident, settings):
    settings.VOLUNTEERING = {**settings.VOLUNTEERING, "ACCOUNTS_PROVE_ADDRESSES": True}
    own = client.get(form_of(capacity.mission))["Location"]
    assert not soup(client.get(own)).select("[name=email]")
    answers = {"shifts": [str(capacity.shift_uid)], "first_name": "Jeanne", "last_name": "Kanari", "age": "on"}
    assert "Merci, Jeanne" in words(client.post(own, answers), "h1")
    assert Application.objects.get().volunteer.user == resident
    assert not soup(client.get(own)).select("[name=first_name]")


def test_an_account_whose_address_nobody_proved_goes_by_mail_once(client, clock, capacity, resident, settings):
    settings.VOLUNTEERING = {**settings.VOLUNTEERING, "ACCOUNTS_PROVE_ADDRESSES": False}
    join(client, clock, capacity)
    assert Volunteer.objects.get().user == resident
    assert client.get(form_of(capacity.mission)).status_code == 302


def test_an_account_is_not_tied_to_somebody_else_s_address(client, clock, capacity, resident, settings):
    settings.VOLUNTEERING = {**settings.VOLUNTEERING, "ACCOUNTS_PROVE_ADDRESSES": False}
    join(client, clock, capacity, email="other@people.example")
    assert Volunteer.objects.get().user is None
