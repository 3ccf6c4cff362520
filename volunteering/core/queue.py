"""Jobs on Redis for a site that has one: the extra [rq], django-rq with django-tasks-rq.

Nothing imports this module: the site's settings name its classes, and the package works without the extra.

    QUEUES = ["mail", "default", "digest"]
    RQ_QUEUES = {name: {"URL": …, "QUEUE_CLASS": "volunteering.core.queue.OnCommitQueue"} for name in QUEUES}
    RQ = {"JOB_CLASS": "volunteering.core.queue.Job"}
    TASKS = {"default": {"BACKEND": "volunteering.core.queue.TaskBackend", "QUEUES": QUEUES}}

Then `manage.py rqworker mail default digest` works off Wagtail's tasks, ours and plain rq jobs alike, in this order: a
mail somebody waits for leaves before pages are indexed, and news for many come last. With nothing but "default",
everything goes there. Whoever shows django-rq's dashboard adds "SERIALIZER": "volunteering.core.queue.PlainValues" to
each queue: it makes queues of its own, and reads no job without.

Why not the stock classes: they send a job to the worker before the transaction that made its row has committed (of
the 60 index jobs of 30 pages, 49 failed), their worker refuses plain rq jobs such as those of rqcron, and without Redis
whoever saves a page gets an error although the page is saved.
"""

import io
import json
import logging
import pickle
from typing import Any

from django.db import connection, transaction
from django_rq.queues import DjangoRQ, get_connection
from django_tasks.backends.immediate import ImmediateBackend
from django_tasks_rq import Job as TaskJob
from django_tasks_rq import RQBackend
from redis.client import Pipeline, Redis
from redis.exceptions import RedisError
from rq.exceptions import NoSuchJobError
from rq.job import Job as PlainJob

logger = logging.getLogger(__name__)

# A job that went well leaves nothing behind; one that failed can be looked at and tried again for a week.
RESULT_TTL = 0
FAILURE_TTL = 7 * 24 * 60 * 60


class PlainValues:
    """Arguments travel as JSON: numbers, texts and lists, never an object.

    rqcron knows nothing but pickle for its own jobs, which hold a function's name and no arguments: such a pickle is
    read too, as long as it names no class, so that reading one cannot run anything.
    """

    class _NoClasses(pickle.Unpickler):
        def find_class(self, module: str, name: str) -> Any:
            raise pickle.UnpicklingError(f"A job may not bring a {module}.{name}.")

    @staticmethod
    def dumps(value: Any) -> bytes:
        return json.dumps(value).encode()

    @classmethod
    def loads(cls, data: bytes) -> Any:
        if data.startswith(pickle.PROTO):
            return cls._NoClasses(io.BytesIO(data)).load()
        return json.loads(data)


def is_task(job: PlainJob) -> bool:
    return "backend_name" in job.meta


def is_swept(job: PlainJob) -> bool:
    """The job only hastens what a scheduled command does anyway: it says so itself (`core.outbox.tasks`)."""
    return is_task(job) and getattr(job.func.func, "is_swept", False)


class Job(TaskJob):
    """A task of django-tasks or a plain rq job, by the same worker."""

    def __init__(self, id: str | None = None, connection: Redis | None = None, serializer: Any = None) -> None:
        # Whatever the command line says: a worker that reads another format fails every job.
        super().__init__(id, connection=connection, serializer=PlainValues)

    @property
    def func(self) -> Any:
        return super().func if is_task(self) else PlainJob.func.fget(self)

    def perform(self) -> Any:
        return super().perform() if is_task(self) else PlainJob.perform(self)

    def _execute(self) -> Any:
        return super()._execute() if is_task(self) else PlainJob._execute(self)


class TaskBackend(RQBackend):
    """Reads a job back as `Job` does."""

    def _get_job(self, result_id: str) -> Job | None:
        try:
            return Job.fetch(result_id, connection=get_connection())
        except NoSuchJobError:
            return None


class OnCommitQueue(DjangoRQ):
    """Sends a job once the transaction has committed, and has it done at once when Redis cannot be reached.

    At once means in the process that asked, as on a site without Redis: slower for that one person, but the page is in
    the search, the file is deleted, and nobody gets an error for something that was saved. It is logged as an error.
    Only a job that a scheduled command does anyway is left to that command.
    """

    def __init__(self, *args: Any, **options: Any) -> None:
        # Waiting for the commit is done below, for every job: django-rq's own way covers plain ones only.
        super().__init__(*args, **options | {"serializer": PlainValues, "commit_mode": "auto"})

    def create_job(self, func: Any, *args: Any, **options: Any) -> PlainJob:
        for option, value in (("result_ttl", RESULT_TTL), ("failure_ttl", FAILURE_TTL)):
            if options.get(option) is None:
                options[option] = value
        job = super().create_job(func, *args, **options)
        # What logs and lists show. rq would write the arguments too.
        job.description = options.get("description") or job.func_name
        return job

    def enqueue_job(
        self, job: PlainJob, pipeline: Pipeline | None = None, at_front: bool = False, unique: bool = False
    ) -> PlainJob:
        if pipeline is not None:
            return super().enqueue_job(job, pipeline=pipeline, at_front=at_front, unique=unique)
        if connection.in_atomic_block:
            transaction.on_commit(lambda: self._send(job, at_front=at_front, unique=unique))
            return job
        return self._send(job, at_front=at_front, unique=unique)

    def _send(self, job: PlainJob, *, at_front: bool, unique: bool) -> PlainJob:
        try:
            return super().enqueue_job(job, at_front=at_front, unique=unique)
        except RedisError as error:
            if is_swept(job):
                logger.error("Redis cannot take the job %s, a sweeper does it later: %s", job.description, error)
                return job
            logger.error("Redis cannot take the job %s, it is done here and now: %s", job.description, error)
            do_now(job)
            return job


def do_now(job: PlainJob) -> None:
    """Without Redis. A job that fails is logged and fails alone, as it would in a worker."""
    if is_task(job):
        here = ImmediateBackend("default", {"QUEUES": []})
        here.enqueue(job.func, tuple(job.args), job.kwargs)
        return
    try:
        job.func(*job.args, **job.kwargs)
    except Exception:
        logger.exception("The job %s failed.", job.description)
