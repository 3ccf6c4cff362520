"""Redis stops in the middle of a sign-up: nobody notices, and the mails leave once it is back."""

import contextlib
from pathlib import Path

import pytest
from django.core import mail
from django.core.management import call_command

from config.settings.queue import queue_settings
from tests.applications.journeys import JEANNE, OFFICE, mail_to, prove, sign_up
from tests.factories import AssociationFactory, shift_of
from tests.mailbox import collect
from tests.pages import words
from tests.rig import services
from volunteering.applications.models import Application
from volunteering.core.outbox.models import OutgoingMail, Status

pytestmark = [pytest.mark.services, pytest.mark.slow, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def redis(tmp_path: Path, settings):
    """One of this test's own, which jobs go to: `redis.close()` stops it."""
    with contextlib.ExitStack() as running:
        url = running.enter_context(services.redis(tmp_path))
        for name, value in queue_settings(url).items():
            setattr(settings, name, value)
        yield running


def test_a_sign_up_succeeds_while_redis_is_down_and_its_mails_leave_later(client, clock, redis):
    capacity = shift_of(organiser=AssociationFactory(with_office=True))
    sign_up(client, clock, capacity)
    [message] = collect()
    mail.outbox.clear()
    redis.close()

    assert "Merci, Jeanne" in words(prove(client, message), "h1")
    assert Application.objects.count() == 1
    assert mail.outbox == []
    waiting = OutgoingMail.objects.filter(status=Status.WAITING)
    assert waiting.count() == 2

    call_command("deliver_mail", verbosity=0)
    assert {mail_to(mail.outbox, address).to[0] for address in (JEANNE, OFFICE)} == {JEANNE, OFFICE}
    assert not waiting.exists()
    call_command("deliver_mail", verbosity=0)
    assert len(mail.outbox) == 2
