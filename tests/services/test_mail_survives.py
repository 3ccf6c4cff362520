"""Workers that die in the middle of mails, on a real Redis: every mail leaves, and hardly any of them twice."""

import random
from collections import Counter
from email import message_from_string

import pytest
from django.core.management import call_command
from django.db.models import F

from tests.core.outbox.letters import note
from tests.services.postman import postman
from tests.services.worker import REPOSITORY
from volunteering.core.outbox.models import LEASE, OutgoingMail, Status

pytestmark = [pytest.mark.services, pytest.mark.slow, pytest.mark.django_db(transaction=True)]

# What a mail server takes for a letter: long enough to be killed meanwhile.
SECONDS = 0.05


@pytest.fixture
def server(worker):
    with postman(SECONDS) as server:
        worker.environment |= {"EMAIL_URL": server.address, "PYTHONPATH": str(REPOSITORY)}
        yield server


@pytest.mark.parametrize(
    ("mails", "kills"), [(12, 2), pytest.param(150, 25, marks=pytest.mark.long)], ids=["a few", "many"]
)
def test_every_mail_leaves_although_workers_are_killed(mails, kills, worker, server, settings):
    written = [note(key=str(number), to=f"resident-{number}@people.example") for number in range(mails)]
    for _kill in range(kills):
        worker.kill_after(random.uniform(0, 10 * SECONDS))
    worker.work_off()
    # Nobody waits for the leases of the dead to run out.
    OutgoingMail.objects.filter(status=Status.SENDING).update(claimed_at=F("claimed_at") - LEASE)
    sweep_with(server, settings)

    left = Counter(message_from_string(letter)["To"] for letter in server.letters)
    assert set(left) == {mail.recipient for mail in written}
    assert left.total() - mails <= 1
    assert set(OutgoingMail.objects.values_list("status", flat=True)) == {Status.SENT}


def sweep_with(server, settings):
    settings.EMAIL_HOST, settings.EMAIL_PORT = server.server_address
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    call_command("deliver_mail")
