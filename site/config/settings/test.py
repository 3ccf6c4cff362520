"""The tests' settings: the demo city, without its slow parts."""

from config.settings.base import *  # noqa: F403 — Django's own way of layering settings
from config.settings.base import INSTALLED_APPS, MIDDLEWARE, VOLUNTEERING, env, sqlite
from config.settings.mail import mail_settings

DEBUG = False
SECRET_KEY = "only-for-tests"  # noqa: S105 — signs nothing outside the tests
ALLOWED_HOSTS = ["*"]
vars().update(mail_settings("django.core.mail.backends.locmem.EmailBackend"))
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]

# A test reads what there is now; those of what is kept put it back.
MIDDLEWARE = [name for name in MIDDLEWARE if not name.endswith(".PageCache")]
VOLUNTEERING = {**VOLUNTEERING, "PAGE_CACHE_SECONDS": 0}

# What nothing of ours reads is not written (tests/rig/tasks.py).
TASKS = {"default": {"BACKEND": "tests.rig.tasks.WithoutWagtailsIndexes"}}

# Finds repeated queries where a test asks for it (fixture `no_n_plus_one`).
INSTALLED_APPS = [*INSTALLED_APPS, "zeal"]

# tests/rig/database.py gives each test process its own copy of a migrated database.
if env("VOLUNTEERING_TEST_DB", default="sqlite") == "postgresql":
    DATABASES = {"default": env.db("DATABASE_URL")}
    INSTALLED_APPS = [*INSTALLED_APPS, "django.contrib.postgres"]
else:
    DATABASES = {"default": sqlite(":memory:")}
    # A test's database is thrown away: nothing waits for the disk.
    DATABASES["default"]["OPTIONS"]["init_command"] += "PRAGMA synchronous=OFF;"
