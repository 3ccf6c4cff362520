"""Redis: a cache that does without it, and the queue of jobs. Both survive when it cannot be reached."""

from urllib.parse import parse_qsl, urlencode, urlsplit

# Seconds. A Redis that does not answer must not keep a visitor waiting.
TIMEOUTS = {"socket_connect_timeout": "2", "socket_timeout": "5"}
# The dashboard of the queues is drawn with parts of Django's admin, which itself has no address here.
APPS = ["django_rq", "django_tasks_rq", "django.contrib.admin.apps.SimpleAdminConfig"]
# In the order in which a worker looks: mails somebody waits for, then pages and files, then news for many.
QUEUES = ("mail", "default", "digest")
# Seconds after which a job is taken for stuck: an import takes its time, a mail does not.
TIMEOUT_OF_JOBS = {"mail": 300, "default": 3600, "digest": 3600}


def impatient(redis_url: str) -> str:
    """The address with our timeouts, unless it brings its own."""
    parts = urlsplit(redis_url)
    return parts._replace(query=urlencode(TIMEOUTS | dict(parse_qsl(parts.query)))).geturl()


def queue_settings(redis_url: str) -> dict:
    """Settings of Wagtail's jobs and ours, worked off by `manage.py rqworker mail default digest`."""
    queue = {
        "URL": impatient(redis_url),
        "QUEUE_CLASS": "volunteering.core.queue.OnCommitQueue",
        # The queue knows it without being told; the dashboard, which makes queues of its own, does not.
        "SERIALIZER": "volunteering.core.queue.PlainValues",
    }
    return {
        "RQ_QUEUES": {name: queue | {"DEFAULT_TIMEOUT": TIMEOUT_OF_JOBS[name]} for name in QUEUES},
        "RQ": {"JOB_CLASS": "volunteering.core.queue.Job"},
        "TASKS": {"default": {"BACKEND": "volunteering.core.queue.TaskBackend", "QUEUES": list(QUEUES)}},
    }
