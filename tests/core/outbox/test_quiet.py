"""At night only what cannot wait leaves, by the wall clock of the city, also when that changes."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.core import checks
from django.core import mail as sent

from tests.core.outbox.letters import Bulletin, Note, note
from volunteering.core.outbox.delivery import deliver, sweep
from volunteering.core.outbox.models import OutgoingMail, Status
from volunteering.core.outbox.quiet import is_quiet

pytestmark = pytest.mark.databases

PARIS, REUNION = ZoneInfo("Europe/Paris"), ZoneInfo("Indian/Reunion")


def quiet(text, zone=PARIS, hours=(21, 8)):
    return is_quiet(datetime.fromisoformat(text).replace(tzinfo=UTC), hours=hours, zone=zone)


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        ("2026-03-27T19:59", False),  # 20:59 in winter
        ("2026-03-27T20:00", True),  # 21:00
        ("2026-03-28T06:59", True),  # 7:59
        ("2026-03-28T07:00", False),  # 8:00
        ("2026-03-29T05:59", True),  # 7:59, on the first morning of summer
        ("2026-03-29T06:00", False),  # 8:00
        ("2026-10-24T18:59", False),  # 20:59 in summer
        ("2026-10-24T19:00", True),  # 21:00
        ("2026-10-25T06:59", True),  # 7:59, on the first morning of winter
        ("2026-10-25T07:00", False),  # 8:00
    ],
)
def test_the_night_is_that_of_the_wall_clock(moment, expected):
    assert quiet(moment) == expected


def test_the_night_is_elsewhere_elsewhere():
    assert (quiet("2026-03-27T04:00"), quiet("2026-03-27T04:00", REUNION)) == (True, False)


def test_a_city_can_choose_its_hours_or_none():
    assert [quiet(f"2026-03-27T{hour}:30", hours=(13, 14)) for hour in (11, 12, 13)] == [False, True, False]
    assert not any(quiet(f"2026-03-27T{hour:02}:00", hours=(0, 0)) for hour in range(24))


@pytest.mark.django_db
@pytest.mark.parametrize("night", ["2026-03-28", "2026-10-24", "2026-06-01"])
def test_a_bulk_mail_waits_for_eight_in_the_morning_and_a_code_does_not(night):
    evening = datetime.fromisoformat(f"{night}T21:05").replace(tzinfo=PARIS)
    with time_machine.travel(evening, tick=False) as clock:
        note(Bulletin, key="bulk")
        note(Note, key="code")
        sweep()
        assert [message.subject for message in sent.outbox] == ["Voir le site"]
        morning = datetime.combine(evening.date() + timedelta(days=1), evening.time(), tzinfo=PARIS)
        clock.move_to(morning.replace(hour=7, minute=59))
        assert not sweep()
        clock.move_to(morning.replace(hour=8, minute=0))
        assert sweep() == {"sent": 1}


@pytest.mark.django_db
def test_a_mail_on_its_way_when_the_night_begins_is_not_sent_by_hand(clock):
    mail = note(Bulletin)
    clock.move_to(datetime(2026, 3, 4, 21, 30, tzinfo=UTC))

    assert deliver(mail_id=mail.pk) is None
    assert OutgoingMail.objects.get().status == Status.WAITING


@pytest.mark.parametrize("hours", [(21,), (21, 30), ("21", "8")])
def test_hours_that_are_none_are_told_at_start_up(settings, hours):
    settings.VOLUNTEERING = {"QUIET_HOURS": hours}

    assert "volunteering.E004" in [message.id for message in checks.run_checks()]
