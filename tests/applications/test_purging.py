"""What is over is forgotten when its term ends: not a day before, not a month after, summer and winter."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.core.management import call_command
from django.utils import timezone

from tests.applications.invariants import places_are_right
from tests.factories import AssociationFactory, MissionFactory, VolunteerFactory, apply, shift_of
from volunteering.applications.actions import (
    accept,
    decline,
    mark_done,
    part_with,
    purge_applications,
    purge_messages,
    purging,
    report,
    send_message,
    withdraw,
)
from volunteering.applications.models import ASSOCIATION, VOLUNTEER, Application, SignUp
from volunteering.applications.states import Actor, DeclineReason, State
from volunteering.core import retention
from volunteering.core.days import months_before
from volunteering.directory.models import Invitation
from volunteering.relay.models import Conversation, Message
from volunteering.volunteers.models import Volunteer

pytestmark = [pytest.mark.databases, pytest.mark.django_db]
BY = Actor.ASSOCIATION
PARIS = ZoneInfo("Europe/Paris")


@pytest.fixture(autouse=True)
def _clock(clock):
    """It is 9:00 in Paris on 4 March 2026."""


def came(clock, *, message="Bonjour"):
    """Somebody who came today from 10:00 to 13:00, as was noted at 14:00."""
    application = accept(application=apply(shift_of(days=1 / 24), message=message), by=BY)
    clock.shift(timedelta(hours=5))
    return mark_done(application=application, by=BY)


def purge():
    return purge_messages() + purge_applications()


def left():
    return Application.objects.count(), Message.objects.exclude(author=None).count(), Conversation.objects.count()


def test_messages_go_after_six_months_and_the_rest_after_twelve(clock):
    came(clock)
    told = []
    for day in ((2026, 9, 4, 13), (2026, 9, 4, 15), (2027, 3, 4, 13), (2027, 3, 4, 15)):
        clock.move_to(datetime(*day, tzinfo=PARIS))
        purge()
        told.append(left())
    assert told == [(1, 1, 1), (1, 0, 1), (1, 0, 1), (0, 0, 0)]
    assert places_are_right()
    assert Volunteer.objects.count() == 1


def test_eleven_months_and_twenty_nine_days_are_not_twelve(clock):
    came(clock)
    clock.move_to(datetime(2027, 3, 3, 14, tzinfo=PARIS))
    purge()
    assert left()[0] == 1
    clock.move_to(datetime(2027, 3, 4, 14, tzinfo=PARIS))
    purge()
    assert left()[0] == 0


@pytest.mark.parametrize(
    ("now", "months", "then"),
    [
        # The nights of the change of hour between: the wall clock counts.
        ((2026, 9, 4, 14), 6, "2026-03-04T14:00:00+01:00"),
        ((2027, 3, 29, 14), 12, "2026-03-29T14:00:00+02:00"),
        ((2026, 8, 31, 9), 6, "2026-02-28T09:00:00+01:00"),
        ((2029, 2, 28, 9), 12, "2028-02-28T09:00:00+01:00"),
    ],
)
def test_a_month_is_one_of_the_calendar(now, months, then):
    assert months_before(datetime(*now, tzinfo=PARIS), months).isoformat() == then


def test_what_is_not_over_stays_however_old(clock):
    apply(MissionFactory(acceptance="automatic").capacities.get(), message="Chaque semaine ?")
    withdraw(application=apply(shift_of(days=700, title="Dans longtemps"), message="Non"))
    clock.shift(timedelta(days=400))
    assert purge() == 0
    assert left() == (2, 2, 2)


def test_what_was_promised_and_never_noted_is_over_with_its_date(clock):
    capacity = shift_of(days=1)
    accept(application=apply(capacity), by=BY)
    clock.shift(timedelta(days=370))
    purge()
    capacity.refresh_from_db()
    assert (left()[0], capacity.taken) == (0, 0)


def test_a_declined_request_without_a_date_is_over_when_it_is_declined(clock):
    application = apply(MissionFactory().capacities.get())
    clock.shift(timedelta(days=200))
    decline(application=application, reason=DeclineReason.OTHER, by=BY)
    clock.shift(timedelta(days=300))
    purge()
    assert left()[0] == 1
    clock.shift(timedelta(days=70))
    purge()
    assert left()[0] == 0


def test_a_message_that_came_later_keeps_the_conversation(clock):
    application = came(clock)
    clock.shift(timedelta(days=100))
    send_message(application=application, role=ASSOCIATION, text="Merci encore !")
    clock.shift(timedelta(days=100))
    purge()
    assert left()[1] == 2
    clock.shift(timedelta(days=100))
    purge()
    assert left()[1] == 0


def test_what_was_reported_is_kept_for_twelve_months(clock):
    application = came(clock)
    clock.shift(timedelta(days=150))
    report(application=application, role=VOLUNTEER, words="Il insiste.")
    clock.shift(timedelta(days=360))
    purge()
    assert left() == (1, 1, 1)
    clock.shift(timedelta(days=10))
    purge()
    assert left() == (0, 0, 0)


def test_a_dry_run_says_what_would_go_and_forgets_nothing(clock):
    mission = came(clock).mission
    SignUp.objects.create(mission=mission, site=mission.get_site(), email="a@b.fr")
    Invitation.objects.create(association=AssociationFactory(), email="a@b.fr")
    clock.shift(timedelta(days=370))
    told = {each.retention.name: each.number for each in retention.purge(dry_run=True)}
    names = ("sign_ups_unconfirmed", "sign_up_messages", "sign_ups", "invitations")
    assert [told[name] for name in names] == [1, 1, 1, 1]
    assert left() == (1, 1, 1)
    call_command("purge_expired", verbosity=0)
    assert (purge(), SignUp.objects.exists(), Invitation.objects.exists()) == (0, False, False)


def test_a_night_has_an_end(clock, monkeypatch):
    monkeypatch.setattr(purging, "BATCH", 2)
    monkeypatch.setattr(purging, "MOST", 4)
    capacity = shift_of(days=1, places=None)
    for _ in range(5):
        withdraw(application=apply(capacity))
    clock.shift(timedelta(days=370))
    assert [purge_applications() for _ in range(3)] == [4, 1, 0]


def test_whoever_waits_is_offered_nothing_that_is_over(clock):
    capacity = shift_of(places=1, days=1)
    apply(capacity)
    apply(capacity)
    clock.shift(timedelta(days=370))
    purge()
    capacity.refresh_from_db()
    assert (capacity.taken, capacity.waiting, left()[0]) == (0, 0, 0)


def test_what_somebody_wrote_who_has_left_goes_six_months_after_they_left(clock):
    application = apply(shift_of(days=300), VolunteerFactory(), message="Bonjour")
    part_with(application=application)
    clock.move_to(timezone.now() + timedelta(days=183))
    purge()
    assert left() == (1, 1, 1)
    clock.shift(timedelta(days=2))
    purge()
    assert left() == (0, 0, 0)
    assert places_are_right()


def test_leaving_does_not_lengthen_the_term_of_what_is_over(clock):
    application = came(clock)
    clock.shift(timedelta(days=150))
    part_with(application=application)
    application.refresh_from_db()
    assert (application.state, application.volunteer, left()) == (State.DONE, None, (1, 1, 1))
    clock.shift(timedelta(days=40))
    purge()
    assert left() == (0, 0, 0)
