"""What runs every night and every hour."""

from datetime import timedelta
from io import StringIO

from django.core.management import call_command
from django.utils import timezone

from tests.factories import AssociationFactory, EventFactory, MissionFactory, shift
from volunteering.directory.models import AssociationPage


def say(command):
    out = StringIO()
    call_command(command, stdout=out)
    return out.getvalue()


def test_the_dates_of_recurring_events_are_written_further_each_night(clock):
    event = EventFactory(weekly=True)
    before = event.occurrences.count()
    clock.shift(timedelta(days=28))
    assert say("refill_occurrences").startswith("4 created")
    assert event.occurrences.count() == before + 4
    assert say("refill_occurrences").startswith("0 created")


def test_missions_that_are_over_leave_their_association_s_count(clock):
    association = AssociationFactory()
    MissionFactory(organiser=association, children={"shifts": [shift(days=2)]})
    assert AssociationPage.objects.get().open_missions == 1
    clock.move_to(timezone.now() + timedelta(days=3))
    say("refresh_missions")
    assert AssociationPage.objects.get().open_missions == 0
