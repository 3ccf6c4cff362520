"""A mail belongs to the transaction of what it tells, and leaves whatever happens to Redis."""

import json

import pytest
from django.core import mail as sent
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.db import transaction
from django.utils import timezone
from rq.queue import Queue

from tests.core.outbox.letters import JEANNE, Bulletin, Note, note
from tests.rig.services import free_port
from volunteering.core.models import Hits
from volunteering.core.outbox.actions import post
from volunteering.core.outbox.models import OutgoingMail, Status
from volunteering.core.outbox.tasks import on_its_queue

pytestmark = pytest.mark.databases

OURS = {"QUEUE_CLASS": "volunteering.core.queue.OnCommitQueue"}


@pytest.fixture(params=["our queue", "the stock queue"])
def queue_without_redis(request, settings):
    ours = request.param == "our queue"
    url = {"URL": f"redis://127.0.0.1:{free_port()}/0"}
    settings.RQ_QUEUES = {"default": url | (OURS if ours else {})}
    settings.RQ = {"JOB_CLASS": "volunteering.core.queue.Job"}
    backend = "volunteering.core.queue.TaskBackend" if ours else "django_tasks_rq.RQBackend"
    settings.TASKS = {"default": {"BACKEND": backend, "QUEUES": ["default"]}}


@pytest.mark.parametrize(("queues", "taken"), [(["default"], "default"), (["mail", "default"], "mail")])
def test_a_mail_takes_the_queue_for_mails_where_a_site_has_one(settings, queues, taken):
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend", "QUEUES": queues}}
    assert on_its_queue().enqueue("an id").task.queue_name == taken


@pytest.mark.django_db(transaction=True)
def test_a_mail_of_a_transaction_that_is_taken_back_never_leaves():
    with transaction.atomic():
        note()
        transaction.set_rollback(True)

    assert not OutgoingMail.objects.exists()
    call_command("deliver_mail")
    assert not sent.outbox


@pytest.mark.django_db(transaction=True)
def test_a_mail_cannot_leave_before_the_commit_and_leaves_with_it():
    with transaction.atomic():
        note()
        assert not sent.outbox

    assert [message.to for message in sent.outbox] == [[JEANNE]]
    assert OutgoingMail.objects.get().status == Status.SENT


@pytest.mark.django_db(transaction=True)
def test_someone_who_acts_while_redis_is_down_gets_no_error_and_the_mail_leaves_later(queue_without_redis, caplog):
    with transaction.atomic():
        Hits.objects.create(key="saved", number=1, until=timezone.now())
        note()

    assert Hits.objects.filter(key="saved").exists()
    assert (OutgoingMail.objects.get().status, sent.outbox) == (Status.WAITING, [])
    assert JEANNE not in caplog.text
    call_command("deliver_mail")
    assert [message.to for message in sent.outbox] == [[JEANNE]]


@pytest.mark.django_db(transaction=True)
def test_a_job_carries_the_mails_id_and_nothing_else(queue_without_redis, monkeypatch):
    jobs = []
    monkeypatch.setattr(Queue, "enqueue_job", lambda self, job, **options: jobs.append(job) or job)
    mail = note()

    assert [(list(job.args), job.kwargs) for job in jobs] == [([str(mail.pk)], {})]
    assert JEANNE not in json.dumps([str(job.to_dict()) for job in jobs])


@pytest.mark.django_db(transaction=True)
def test_a_bulk_mail_waits_for_the_sweeper(clock):
    note(Bulletin)
    assert not sent.outbox

    call_command("deliver_mail")
    assert len(sent.outbox) == 1


@pytest.mark.django_db
def test_of_two_mails_with_one_key_only_the_first_is_kept():
    note(key="once", first=True)

    assert not post(letter=Note, to=JEANNE, about={}, dedup_key="once")
    assert OutgoingMail.objects.get().about == {"first": True}


@pytest.mark.django_db
@pytest.mark.parametrize(
    "address", ["", "a@b", "a@b.fr, c@d.fr", "a@b.fr\nBcc: c@d.fr", '"a,b"@c.fr', "<a@b.fr>", "é@b.fr"]
)
def test_a_mail_cannot_be_posted_to_what_is_not_one_address(address):
    with pytest.raises(ValidationError):
        post(letter=Note, to=address, about={}, dedup_key="once")


@pytest.mark.django_db
def test_no_label_of_a_mail_names_its_recipient(mail):
    assert "jeanne" not in f"{mail} {mail!r}"
    assert mail.masked_recipient == "j…@people.example"
