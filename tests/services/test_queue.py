"""The queue with a real worker, PostgreSQL and Redis: no job is lost, whatever kind it is."""

import re
from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.core.management import call_command
from django.db import connection, transaction
from django.utils import timezone
from django_rq.queues import get_connection, get_queue
from rq.cron import CronJob
from wagtail.models import ReferenceIndex
from wagtail.search.models import IndexEntry

from tests.core.outbox.letters import JEANNE, note
from tests.factories import AssociationFactory, AssociationIndexFactory, ImageFactory
from tests.services.postman import postman
from tests.services.worker import AT_ONCE, REPOSITORY, STOCK
from volunteering.core.outbox.models import OutgoingMail, Status
from volunteering.core.queue import Job

pytestmark = [pytest.mark.services, pytest.mark.slow, pytest.mark.django_db(transaction=True)]

PAGES = 12


@pytest.fixture
def stock(worker, settings):
    """The same with the classes of django-rq and django-tasks-rq."""
    settings.RQ_QUEUES = {"default": {"URL": settings.RQ_QUEUES["default"]["URL"]}}
    settings.RQ = {"JOB_CLASS": "django_tasks_rq.Job"}
    settings.TASKS = {"default": {"BACKEND": "django_tasks_rq.RQBackend", "QUEUES": ["default"]}}
    return worker


def make_pages(parent, logo):
    """As editors do: each page in a transaction that has more to do after the page is written."""
    pages = []
    for _ in range(PAGES):
        with transaction.atomic():
            pages.append(AssociationFactory(parent=parent, logo=logo, revised=True))
            connection.cursor().execute("SELECT pg_sleep(0.05)")
    return pages


def indexed(pages):
    """How many of these pages are in the search index, and how many in the reference index."""
    entries = IndexEntry.objects.filter(object_id__in=[str(page.pk) for page in pages]).count()
    return entries, sum(ReferenceIndex.get_references_for_object(page).exists() for page in pages)


def test_every_index_job_of_pages_made_in_transactions_succeeds(worker):
    parent, logo = AssociationIndexFactory(), ImageFactory()
    with worker.working(*AT_ONCE):
        pages = make_pages(parent, logo)

    assert worker.failed == 0
    assert indexed(pages) == (PAGES, PAGES)
    assert worker.succeeded >= 2 * PAGES


def test_the_stock_queue_loses_the_jobs_of_a_page_whose_transaction_takes_its_time(stock):
    parent, logo = AssociationIndexFactory(), ImageFactory()
    with stock.working(*AT_ONCE, *STOCK):
        stock.wait_until_idle()
        with transaction.atomic():
            page = AssociationFactory(parent=parent, logo=logo, revised=True)
            stock.wait_until_idle()

    assert stock.failed >= 2
    assert indexed([page]) == (0, 0)
    assert "AssociationPage matching query does not exist" in stock.log.read_text()


def test_a_mail_waits_in_its_own_queue_until_a_worker_there_delivers_it(worker):
    with postman() as server:
        worker.environment |= {"EMAIL_URL": server.address, "PYTHONPATH": str(REPOSITORY)}
        mail = note()
        job = Job.fetch(get_queue("mail").job_ids[0], connection=get_connection())
        assert (job.args, job.kwargs) == ([str(mail.pk)], {})
        assert (worker.waiting("mail"), worker.waiting("default")) == (1, 0)

        worker.work_off(queues=("default", "digest"))
        assert (worker.waiting("mail"), server.letters) == (1, [])
        worker.work_off(queues=("mail",))
        assert [letter.count(JEANNE) for letter in server.letters] == [1]
    assert OutgoingMail.objects.get().status == Status.SENT


def test_nothing_of_a_mail_but_its_id_is_in_redis(worker):
    note(to="canari@people.example", search="an id")
    kept = b"".join(worker.redis.dump(key) + key for key in worker.redis.scan_iter())

    assert b"volunteering.core.outbox.tasks" in kept
    assert not re.search(rb"canari|people|an id", kept)


def test_mails_are_worked_off_before_the_rest(worker):
    expired_session("later")
    get_queue("digest").enqueue(call_command, "clearsessions")
    note()
    worker.work_off()

    log = worker.log.read_text()
    assert 0 < log.index("outbox.tasks.deliver_mail") < log.index("call_command")


def expired_session(key):
    Session.objects.create(session_key=key, session_data="", expire_date=timezone.now() - timedelta(days=1))


def test_one_worker_does_tasks_and_plain_jobs(worker):
    expired_session("plain")
    page = AssociationFactory()
    get_queue().enqueue(call_command, "clearsessions")
    worker.work_off()

    assert worker.failed == 0
    assert IndexEntry.objects.filter(object_id=str(page.pk)).exists()
    assert not Session.objects.exists()


def test_the_same_worker_does_the_jobs_of_rqcron(worker):
    expired_session("cron")
    line = CronJob("default", func=call_command, args=("clearsessions",), cron="0 3 * * *", result_ttl=0)
    line.enqueue(get_connection())
    worker.work_off()

    assert worker.failed == 0
    assert not Session.objects.exists()


def test_a_job_that_fails_can_be_looked_at_and_tried_again_for_a_week(worker):
    get_queue().enqueue(call_command, "no_such_command")
    worker.work_off()
    failed = get_queue().failed_job_registry
    [job_id] = failed.get_job_ids()
    job = Job.fetch(job_id, connection=get_connection())

    assert "no_such_command" in job.latest_result().exc_string
    assert failed.get_expiration_time(job) - timezone.now() > timedelta(days=6, hours=23)

    failed.requeue(job_id)
    assert get_queue().count == 1


def test_a_job_that_went_well_leaves_nothing_behind(worker):
    AssociationFactory()
    worker.work_off()

    assert [key for key in worker.redis.keys("rq:*") if key.startswith((b"rq:job:", b"rq:results:"))] == []
