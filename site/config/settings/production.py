"""A server: every secret and address comes from the environment (see docs/reference/settings.md)."""

from config.settings.base import *  # noqa: F403 — Django's own way of layering settings
from config.settings.base import DATABASES, INSTALLED_APPS, MIDDLEWARE, PAGES, SILENCED_SYSTEM_CHECKS, VOLUNTEERING, env
from config.settings.mail import mail_settings
from config.settings.queue import APPS, impatient, queue_settings

DEBUG = False
SECRET_KEY = env("SECRET_KEY")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS")
CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in ALLOWED_HOSTS]
WAGTAILADMIN_BASE_URL = env("BASE_URL")

# Without DATABASE_URL, SQLite in the folder VOLUNTEERING_VAR.
if env("DATABASE_URL", default="").startswith("postgres"):
    # Kept open between requests: opening one per request halves the throughput.
    DATABASES = {"default": {**env.db("DATABASE_URL"), "CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True}}
    # For the columns of Wagtail's search there; Django 6.1 insists.
    INSTALLED_APPS = [*INSTALLED_APPS, "django.contrib.postgres"]
elif "DATABASE_URL" in env.ENVIRON:
    DATABASES = {"default": env.db("DATABASE_URL")}
else:
    DATABASES["default"]["CONN_MAX_AGE"] = 60

# Serves what `collectstatic` gathered; elsewhere Django's own server and the tests read it where it lies.
MIDDLEWARE = [MIDDLEWARE[0], "whitenoise.middleware.WhiteNoiseMiddleware", *MIDDLEWARE[1:]]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

# Every process must count the tries of the sign-in together: never a cache in one process's memory. Nor files, where
# two at once may both believe to be first. `migrate` makes the table.
IN_DATABASE = {
    "BACKEND": "django.core.cache.backends.db.DatabaseCache",
    "LOCATION": "site_cache",
    "OPTIONS": {"MAX_ENTRIES": 20_000},
}
CACHES = {"default": IN_DATABASE, "pages": PAGES}
if "REDIS_URL" in env.ENVIRON:
    # A faster cache, and a queue for jobs, which then needs a worker: `manage.py rqworker mail default digest`.
    in_redis = {"BACKEND": "config.caches.RedisOrDatabaseCache", "LOCATION": impatient(env("REDIS_URL"))}
    CACHES = {"default": in_redis, "database": IN_DATABASE, "pages": PAGES}
    INSTALLED_APPS = [*INSTALLED_APPS, *APPS]
    vars().update(queue_settings(env("REDIS_URL")))

if "EMAIL_URL" in env.ENVIRON:
    address = env.email("EMAIL_URL")
    # Seconds: a mail server that does not answer must not keep a visitor waiting.
    vars().update(mail_settings(address.pop("EMAIL_BACKEND"), **{"EMAIL_TIMEOUT": 10, **address}))
VOLUNTEERING = {
    **VOLUNTEERING,
    "BASE_URL": env("BASE_URL"),
    "ERASURE_LEDGER": env("ERASURE_LEDGER", default=""),
    "TRUSTED_PROXIES": env.int("TRUSTED_PROXY_COUNT", default=1),
}
DEFAULT_FROM_EMAIL = env("DEFAULT_FROM_EMAIL", default="ne-pas-repondre@localhost")

# The web server in front: it speaks HTTPS and adds to X-Forwarded-For whom it spoke with.
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
ALLAUTH_TRUSTED_PROXY_COUNT = env.int("TRUSTED_PROXY_COUNT", default=1)
SECURE_SSL_REDIRECT = env.bool("SECURE_SSL_REDIRECT", default=True)
# Whoever asks them stands beside the site, not in front of it.
SECURE_REDIRECT_EXEMPT = ["^healthz$", "^readyz$"]
SECURE_HSTS_SECONDS = env.int("SECURE_HSTS_SECONDS", default=31_536_000)
# Both speak for other sites of the city, under the same domain: its own decision, hard to take back.
SECURE_HSTS_INCLUDE_SUBDOMAINS = env.bool("SECURE_HSTS_INCLUDE_SUBDOMAINS", default=False)
SECURE_HSTS_PRELOAD = env.bool("SECURE_HSTS_PRELOAD", default=False)
SILENCED_SYSTEM_CHECKS = [
    *SILENCED_SYSTEM_CHECKS,
    # The decision above.
    "security.W005",
    "security.W021",
    # The admin shows previews in a frame of the same site.
    "security.W019",
]
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
# A browser takes no cookie of such a name from another host of the city's domain, nor over HTTP.
SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = "__Host-session", "__Host-csrf"
CSRF_COOKIE_HTTPONLY = True

# What goes wrong is told on the error stream, where the service manager keeps it: by default Django tells nobody.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{levelname} {asctime} {name} {message}", "style": "{"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": env("LOG_LEVEL", default="WARNING")},
}
