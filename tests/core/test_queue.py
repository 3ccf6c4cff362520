"""Jobs wait for the commit, carry plain values only, and are done at once when Redis cannot be reached."""

import pickle
from datetime import date

import pytest
from django.db import transaction
from django_rq.queues import get_queue
from redis.exceptions import RedisError
from rq.queue import Queue
from rq.serializers import DefaultSerializer
from wagtail.models import ReferenceIndex
from wagtail.search.models import IndexEntry
from wagtail.tasks import update_reference_index_task

from tests.factories import AssociationFactory, ImageFactory
from tests.rig.services import free_port
from volunteering.core.queue import FAILURE_TTL, Job, PlainValues


@pytest.fixture
def no_redis(settings):
    """A site with a queue, whose Redis is down."""
    url = f"redis://127.0.0.1:{free_port()}/0"
    settings.RQ_QUEUES = {"default": {"URL": url, "QUEUE_CLASS": "volunteering.core.queue.OnCommitQueue"}}
    settings.RQ = {"JOB_CLASS": "volunteering.core.queue.Job"}
    settings.TASKS = {"default": {"BACKEND": "volunteering.core.queue.TaskBackend", "QUEUES": ["default"]}}


@pytest.fixture
def sent(monkeypatch):
    """The jobs that reach Redis, with nobody listening there."""
    jobs = []
    monkeypatch.setattr(Queue, "enqueue_job", lambda self, job, **options: jobs.append(job) or job)
    return jobs


# --- On commit ---------------------------------------------------------------------------------------------------


@pytest.mark.django_db
def test_jobs_cannot_leave_before_the_commit(no_redis, sent, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        AssociationFactory(revised=True)
        assert not sent

    assert {job.func_name for job in sent} >= {
        "wagtail.tasks.update_reference_index_task",
        "modelsearch.tasks.insert_or_update_object_task",
    }


@pytest.mark.django_db
def test_a_plain_job_cannot_leave_before_the_commit_either(no_redis, sent, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        get_queue().enqueue("builtins.print", "hello")
        assert not sent

    assert [job.func_name for job in sent] == ["builtins.print"]


@pytest.mark.django_db(transaction=True)
def test_jobs_of_a_transaction_that_is_taken_back_never_leave(no_redis, sent):
    with transaction.atomic():
        get_queue().enqueue("builtins.print", "hello")
        transaction.set_rollback(True)

    assert not sent


# --- What a job carries ------------------------------------------------------------------------------------------


def test_a_job_cannot_carry_an_object(no_redis, sent):
    with pytest.raises(TypeError):
        get_queue().enqueue("builtins.print", date(2026, 3, 4)).to_dict()


def test_a_list_of_jobs_shows_no_argument_and_keeps_failures_for_a_week(no_redis, sent):
    get_queue().enqueue("builtins.print", "jeanne@people.example")

    assert (sent[0].description, sent[0].result_ttl, sent[0].failure_ttl) == ("builtins.print", 0, FAILURE_TTL)


def test_a_plain_pickle_of_rqcron_is_read():
    call = ("django.core.management.call_command", None, ("purge_expired",), {})

    assert PlainValues.loads(DefaultSerializer.dumps(call)) == call


def test_a_pickle_that_names_a_class_is_refused():
    with pytest.raises(pickle.UnpicklingError, match=r"datetime\.date"):
        PlainValues.loads(pickle.dumps(date(2026, 3, 4)))


def test_a_worker_started_with_another_serializer_still_reads_jobs(no_redis):
    assert Job("an-id", connection=get_queue().connection, serializer=DefaultSerializer).serializer is PlainValues


# --- Without Redis -----------------------------------------------------------------------------------------------


@pytest.mark.django_db(transaction=True)
def test_an_editor_can_publish_while_redis_is_down(no_redis, caplog):
    page = AssociationFactory(logo=ImageFactory(), revised=True)

    assert IndexEntry.objects.filter(object_id=page.pk).exists()
    assert ReferenceIndex.get_references_for_object(page).exists()
    assert "Redis cannot take the job wagtail.tasks.update_reference_index_task" in caplog.text


@pytest.mark.django_db(transaction=True)
def test_a_task_that_fails_while_redis_is_down_is_logged_and_hurts_nobody(no_redis, caplog):
    update_reference_index_task.enqueue("wagtailcore", "page", "0")

    assert "state=FAILED" in caplog.text


def test_a_plain_job_is_done_or_logged_while_redis_is_down(no_redis, capsys, caplog):
    get_queue().enqueue("builtins.print", "done")
    get_queue().enqueue("builtins.int", "no number")

    assert capsys.readouterr().out == "done\n"
    assert "The job builtins.int failed." in caplog.text


def test_the_stock_queue_would_give_an_error_while_redis_is_down(no_redis, settings):
    del settings.RQ_QUEUES["default"]["QUEUE_CLASS"]
    with pytest.raises(RedisError):
        get_queue().enqueue("builtins.print", "done")
