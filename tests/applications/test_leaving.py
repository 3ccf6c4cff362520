"""Two years without a sign of life: two mails, then nothing is left."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from tests.factories import VolunteerFactory, apply, shift_of
from tests.hands import matched
from tests.mailbox import collect, link_with
from tests.pages import soup, words
from volunteering.applications.actions import purge_volunteers, warn_volunteers
from volunteering.applications.links import MINE
from volunteering.applications.models import Application
from volunteering.help_requests.models import HelpRequest
from volunteering.volunteers.models import Volunteer

pytestmark = [pytest.mark.databases, pytest.mark.django_db]
JEANNE = "jeanne@people.example"


@pytest.fixture
def jeanne(clock):
    """Seen today, Wednesday 4 March 2026."""
    return VolunteerFactory(email=JEANNE)


def mornings(clock, first, last):
    """Days after today, from one to the other: on which a mail left, and on which nobody is left."""
    told, gone = [], []
    clock.shift(timedelta(days=first, hours=1))
    for day in range(first, last + 1):
        call_command("warn_volunteers", verbosity=0)
        call_command("purge_expired", verbosity=0)
        told += [day for _message in collect()]
        gone += [] if Volunteer.objects.exists() else [day]
        clock.shift(timedelta(days=1))
    return told, gone[:1]


def test_two_mails_leave_thirty_and_seven_days_before(clock, jeanne):
    assert mornings(clock, 690, 735) == ([700, 723], [730])


def test_whoever_was_overlooked_for_long_still_has_thirty_days(clock, jeanne):
    assert mornings(clock, 1000, 1040) == ([1000, 1023], [1030])


def test_a_mail_says_how_many_days_are_left_and_one_click_is_enough(clock, client, jeanne):
    clock.shift(timedelta(days=700, hours=1))
    warn_volunteers()
    [message] = collect()
    assert "30 jours" in message.subject
    address = link_with(message, "mes-donnees")
    assert soup(client.get(address)).select_one(".v-stay")
    assert "Votre profil reste" in words(client.post(address, follow=True), ".site-messages")
    assert mornings(clock, 1, 60) == ([], [])


def test_looking_at_the_page_alone_changes_nothing(clock, client, jeanne):
    clock.shift(timedelta(days=700, hours=1))
    warn_volunteers()
    [message] = collect()
    client.get(link_with(message, "mes-donnees"))
    assert mornings(clock, 20, 35) == ([723 - 700], [30])


def test_a_mail_that_waited_too_long_is_not_sent_to_whoever_came_back(clock, jeanne):
    clock.shift(timedelta(days=700, hours=1))
    warn_volunteers()
    Volunteer.objects.update(seen_at=datetime(2028, 2, 2, tzinfo=UTC))
    assert collect() == []


def test_whoever_has_no_address_goes_without_a_mail(clock):
    volunteer = VolunteerFactory(on_paper=True)
    apply(shift_of(days=2), volunteer)
    assert mornings(clock, 725, 732) == ([], [730])
    assert not Application.objects.exists()


def test_whatever_happens_to_a_sign_up_is_a_sign_of_life(clock, jeanne):
    clock.shift(timedelta(days=600))
    apply(shift_of(days=2), jeanne)
    Volunteer.objects.update(seen_at=datetime(2026, 3, 4, tzinfo=UTC))
    collect()
    assert mornings(clock, 90, 140) == ([], [])
    assert mornings(clock, 555, 595) == ([559, 582], [589])


def test_everything_goes_and_nothing_of_anybody_else(clock, jeanne):
    apply(shift_of(days=2), jeanne)
    collect()
    clock.shift(timedelta(days=400))
    other = VolunteerFactory()
    mornings(clock, 290, 340)
    assert list(Volunteer.objects.all()) == [other]
    assert not Application.objects.exists()


@pytest.mark.parametrize("what", [{"do": "write", "text": "Bonjour"}, {"change": "declare"}])
def test_whatever_they_press_behind_the_link_of_a_mail_is_a_sign_of_life(clock, client, jeanne, what):
    application = apply(shift_of(days=2), jeanne)
    clock.shift(timedelta(days=100))
    own = f"/engagement/mes-missions/{MINE.sign(str(jeanne.pk))}/{application.pk}/"
    client.post(f"{own}messages/" if "do" in what else own, what)
    jeanne.refresh_from_db()
    assert jeanne.seen_at == timezone.now()


def test_whoever_is_forgotten_is_no_longer_expected_for_a_hand(clock):
    offer = matched(VolunteerFactory(on_paper=True))
    HelpRequest.objects.update(expires_at=timezone.now() + timedelta(days=9000))
    clock.shift(timedelta(days=731))
    purge_volunteers()
    offer.refresh_from_db()
    assert (offer.volunteer, HelpRequest.objects.get().state) == (None, "open")
