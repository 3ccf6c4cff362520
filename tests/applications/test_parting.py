"""Somebody has everything erased; the other side still reads for a while what was written, and not who it was."""

import pytest
from django.contrib.auth import get_user_model
from django.db import IntegrityError, transaction

from tests.applications.journeys import OFFICE
from tests.applications.test_conversing import said, say, theirs
from tests.factories import AssociationFactory, VolunteerFactory, apply, shift_of
from tests.mailbox import collect
from tests.pages import words
from volunteering.applications.actions import accept, mark_no_show, report, send_message, show_phone
from volunteering.applications.models import ASSOCIATION, VOLUNTEER, Application
from volunteering.applications.states import Actor, NotPossible, State
from volunteering.core.contact_data import without_contact_data, without_words
from volunteering.core.outbox.models import OutgoingMail
from volunteering.missions.models import Capacity
from volunteering.privacy.actions import erase_person

pytestmark = [pytest.mark.databases, pytest.mark.django_db]
EMAIL, PHONE = "kanari@people.example", "06 12 34 56 78"


@pytest.fixture
def application(clock, db):
    capacity = shift_of(organiser=AssociationFactory(with_office=True, title="Les Jardins"))
    louise = VolunteerFactory(email=EMAIL, first_name="Louise", last_name="Petit", phone=PHONE)
    written = apply(capacity, louise, message=f"Louise Petit, {PHONE} ou louise(at)people.example. J’ai des gants.")
    send_message(application=written, role=ASSOCIATION, text="Merci Louise ! Le 04 65 71 12 12 répond.")
    return accept(application=written, by=Actor.ASSOCIATION)


def test_the_association_still_reads_the_text_and_not_whose_it_was(client, application):
    show_phone(application=application)
    erase_person(email=EMAIL)
    page = words(client.get(theirs(application)))
    assert "J’ai des gants." in page
    assert "Merci … ! Le 04 65 71 12 12 répond." in page
    assert "Quelqu’un qui est parti" in page
    assert not [word for word in ("Louise", "Petit", "06 12", EMAIL, "(at)") if word in page]


def test_nobody_writes_to_somebody_who_has_left(client, application):
    erase_person(email=EMAIL)
    collect()
    before = said(application)
    assert "close" in words(say(client, theirs(application), "Allô ?"), ".v-hint")
    assert (said(application), collect()) == (before, [])


def test_a_mail_about_somebody_who_has_left_meanwhile_does_not_leave(application):
    send_message(application=application, role=VOLUNTEER, text="À demain !")
    erase_person(email=EMAIL)
    assert [(message.to, "libre" in message.subject) for message in collect()] == [([OFFICE], True)]
    assert not OutgoingMail.objects.filter(failure__gt="").exists()


def test_who_comes_shows_somebody_who_has_left_without_a_button(client, application):
    user = get_user_model().objects.create_user("manager", OFFICE)
    application.mission.organiser.memberships.create(user=user, role="manager")
    client.force_login(user)
    erase_person(email=EMAIL)
    page = f"/engagement/mon-association/missions/{application.mission.pk}/"
    told = client.get(page)
    assert "Quelqu’un qui est parti" in words(told)
    assert 'name="change"' not in told.text


def test_their_place_is_free_and_the_next_is_offered_it(clock, application):
    Capacity.objects.update(places=1)
    waiting = apply(application.capacity)
    erase_person(email=EMAIL)
    application.refresh_from_db()
    waiting.refresh_from_db()
    assert (application.state, waiting.state) == (State.WITHDRAWN, State.OFFERED)
    assert Capacity.objects.get().taken == 1


def test_whoever_wrote_nothing_and_read_nothing_leaves_nothing(clock):
    apply(shift_of(), VolunteerFactory(email=EMAIL))
    erase_person(email=EMAIL)
    assert not Application.objects.exists()


def test_an_account_without_a_profile_reads_nothing_of_those_who_left(client, application):
    erase_person(email=EMAIL)
    client.force_login(get_user_model().objects.create_user("other", "other@people.example"))
    assert application.mission.title not in words(client.get("/engagement/mes-missions/"))
    assert client.get(f"/engagement/mes-missions/{application.pk}/messages/").status_code == 404
    answer = client.post(f"/engagement/mes-missions/{application.pk}/", {"change": "withdraw"})
    assert answer.status_code == 404


def test_nothing_happens_any_more_to_a_sign_up_of_nobody(clock, application):
    Application.objects.filter(pk=application.pk).update(state=State.DONE, volunteer=None)
    with pytest.raises(NotPossible):
        mark_no_show(application=application, by=Actor.ASSOCIATION)
    with pytest.raises(IntegrityError), transaction.atomic():
        Application.objects.filter(pk=application.pk).update(state=State.ACCEPTED)


def test_what_was_reported_can_still_be_looked_at(application):
    report(application=application, role=ASSOCIATION, words="Louise Petit insulte.")
    erase_person(email=EMAIL)
    [kept] = Application.objects.reported()
    assert (kept.conversation.reported_by, kept.conversation.report) == (ASSOCIATION, "… insulte.")
    assert kept.conversation.parties.get(role=VOLUNTEER).blocked_at


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Rose aime les roses, rose.", "… aime les roses, …."),
        ("Rose-Marie Le Goff", "…-Marie …"),
        ("(le goff)", "(…)"),
        ("Prose", "Prose"),
    ],
)
def test_a_name_is_left_out_as_a_word(text, left):
    assert without_words(text, ["Rose", "Le Goff", "", " "]) == left


@pytest.mark.parametrize(
    "text", ["06.12.34.56.78", "+33 6 12 34 56 78", "a@b.example", "a (at) b.example", "https://a.b/c"]
)
def test_numbers_and_addresses_are_left_out(text):
    assert without_contact_data(f"Voici : {text} !").replace("…", "").split() == ["Voici", ":", "!"]
