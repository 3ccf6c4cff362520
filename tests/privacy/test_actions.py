"""One person, all that is held on them: told whole, erased whole."""

import pytest
from django.contrib.auth import get_user_model
from django.core.management import call_command

from tests.applications.invariants import places_are_right
from tests.city import found
from tests.factories import EditorFactory, VolunteerFactory, apply, shift_of
from tests.privacy.lives import JEANNE, NAME, PHONE, full_life, tables_with
from volunteering.applications.actions import accept, mark_done
from volunteering.applications.models import Application
from volunteering.applications.states import Actor, State
from volunteering.privacy import registry
from volunteering.privacy.actions import erase_person, export_person
from volunteering.volunteers.models import Volunteer

pytestmark = [pytest.mark.databases, pytest.mark.django_db]


@pytest.fixture(autouse=True)
def _clock(clock):
    """Time stands still."""


def test_each_part_of_the_register_tells_something():
    full_life()
    told = export_person(email=f" {JEANNE.title()} ")
    assert {name for name, rows in told.items() if rows} == {part.NAME for part in registry.registered()}
    assert told["profile"][0]["phone"] == PHONE
    assert told["searches"][0]["label"] == "Tous les bals"


def test_everything_of_a_person_goes_at_once():
    full_life()
    call_command("deliver_mail", verbosity=0)
    assert len(tables_with("kanari", NAME, PHONE)) >= 4
    assert erase_person(email=JEANNE)
    assert tables_with("kanari", NAME, PHONE) == set()
    assert {name: rows for name, rows in export_person(email=JEANNE).items() if rows} == {}


def test_nothing_of_anybody_else_goes():
    full_life()
    other = VolunteerFactory(phone="06 00 00 00 01")
    application = apply(shift_of(), other)
    erase_person(email=JEANNE)
    assert list(Volunteer.objects.all()) == [other]
    assert list(Application.objects.exclude(volunteer=None)) == [application]


@pytest.mark.parametrize("address", ["", "  "])
def test_people_without_an_address_are_not_one_person(address):
    apply(shift_of(), VolunteerFactory(on_paper=True))
    for ask in (export_person, erase_person):
        with pytest.raises(ValueError, match="nobody"):
            ask(email=address)
    assert Application.objects.count() == 1


def test_all_goes_or_nothing(monkeypatch):
    full_life()
    monkeypatch.setattr(registry.registered()[-1], "erase_for", lambda email: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        erase_person(email=JEANNE)
    assert Application.objects.count() == Volunteer.objects.count() == 1


def test_sign_ups_go_before_the_person_and_mails_last():
    order = [part.NAME for part in registry.registered()]
    assert order.index("sign_ups") < order.index("profile")
    assert order[-1] == "mails"


def test_the_place_goes_to_whoever_waits_and_the_count_stays_right():
    capacity = shift_of(places=1)
    apply(capacity, VolunteerFactory(email=JEANNE))
    waiting = apply(capacity)
    erase_person(email=JEANNE)
    waiting.refresh_from_db()
    assert waiting.state == State.OFFERED
    assert places_are_right()


def test_hours_that_were_given_go_and_the_count_stays_right(clock):
    capacity = shift_of(days=1)
    application = accept(application=apply(capacity, VolunteerFactory(email=JEANNE)), by=Actor.AGENT)
    clock.shift(2 * 24 * 3600)
    mark_done(application=application, by=Actor.AGENT)
    erase_person(email=JEANNE)
    assert not Application.objects.exists()
    assert places_are_right()


def test_the_association_learns_that_a_place_is_free_and_not_whose_it_was(mailoutbox):
    full_life()
    call_command("deliver_mail", verbosity=0)
    mailoutbox.clear()
    erase_person(email=JEANNE)
    call_command("deliver_mail", verbosity=0)
    [message] = mailoutbox
    assert (message.to, "Désherber" in message.subject) == (["office@asso.example"], True)
    told = message.body + message.alternatives[0][0]
    assert not any(word in told for word in ("Jeanne", NAME, JEANNE))


def test_the_account_of_an_editor_stays():
    found()
    editor = EditorFactory(email=JEANNE)
    erase_person(email=JEANNE)
    assert get_user_model().objects.filter(pk=editor.pk).exists()


def test_the_export_costs_the_same_for_one_sign_up_and_for_ten(django_assert_num_queries):
    volunteer = VolunteerFactory(email=JEANNE)
    apply(shift_of(), volunteer, message="Bonjour")
    with django_assert_num_queries(21) as few:
        export_person(email=JEANNE)
    for day in range(9):
        apply(shift_of(days=20 + day), volunteer, message="Bonjour")
    with django_assert_num_queries(len(few)):
        export_person(email=JEANNE)
