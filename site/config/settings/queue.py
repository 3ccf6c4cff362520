"""Redis: a cache that does without it, and the queue of jobs. Both survive when it cannot be reached."""

from urllib.parse import parse_qsl, urlencode, urlsplit

# Seconds. A Redis that does not answer must not keep a visitor waiting.
TIMEOUTS = {"socket_connect_timeout": "2", "socket_timeout": "5"}
APPS = ["django_rq", "django_tasks_rq"]


def impatient(redis_url: str) -> str:
    """The address with our timeouts, unless it brings its own."""
    parts = urlsplit(redis_url)
    return parts._replace(query=urlencode(TIMEOUTS | dict(parse_qsl(parts.query)))).geturl()


def queue_settings(redis_url: str) -> dict:
    """Settings of Wagtail's jobs and ours, worked off by `manage.py rqworker default` and `rqcron config.cron`."""
    queue = {"URL": impatient(redis_url), "QUEUE_CLASS": "volunteering.core.queue.OnCommitQueue"}
    return {
        "RQ_QUEUES": {"default": queue | {"DEFAULT_TIMEOUT": 3600}},
        "RQ": {"JOB_CLASS": "volunteering.core.queue.Job"},
        "TASKS": {"default": {"BACKEND": "volunteering.core.queue.TaskBackend", "QUEUES": ["default"]}},
    }
