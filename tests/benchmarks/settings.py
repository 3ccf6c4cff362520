"""The demo city as a server runs it: no debug, connections kept; BENCH_DATABASE_URL says on which database."""

import environ

from config.settings.base import *  # noqa: F403 — Django's own way of layering settings
from config.settings.base import VAR, sqlite

DEBUG = False
SECRET_KEY = "only-for-measuring"
ALLOWED_HOSTS = ["*"]
ROOT_URLCONF = "tests.benchmarks.urls"
EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
url = environ.Env().str("BENCH_DATABASE_URL", "")
if url:
    DATABASES = {"default": {**environ.Env.db_url_config(url), "CONN_MAX_AGE": 60}}
else:
    DATABASES = {"default": {**sqlite(VAR / "bench.sqlite3"), "CONN_MAX_AGE": 60}}
LOGGING = {"version": 1, "disable_existing_loggers": True}
# Mails leave with workers of their own, as on a server.
TASKS = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}}
