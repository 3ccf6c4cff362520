"""What `manage.py check --deploy` says of a server: settings with which people's data, mails or places are not safe.

Each is a setting of Django, Wagtail or another package, whose own check does not know what is at stake here.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.conf import settings
from django.core.checks import CheckMessage, Warning
from django.core.checks import register as register_check

from volunteering.conf import conf

HEADERS = "volunteering.core.security_headers.SecurityHeaders"
APPROVAL = "volunteering.moderation.publishing.publish_reviewed"
NO_MAIL = ("console", "dummy", "filebased", "locmem")
IN_ONE_PROCESS = ("LocMemCache", "DummyCache")


def register() -> None:
    register_check(nothing_is_dangerous, deploy=True)


@dataclass(frozen=True)
class Danger:
    id: str
    exists: Callable[[], bool]
    says: str
    hint: str


def nothing_is_dangerous(app_configs, **kwargs) -> list[CheckMessage]:
    return [Warning(each.says, hint=each.hint, id=each.id) for each in DANGERS if each.exists()]


def _has_no_policy() -> bool:
    """Ours or a subclass of it, django-csp, or Django's own from 6.0 on."""
    names = [name.rpartition(".")[2] for name in settings.MIDDLEWARE]
    return not any("SecurityHeaders" in name or "CSP" in name or "ContentSecurityPolicy" in name for name in names)


def _takes_svg() -> bool:
    return "svg" in getattr(settings, "WAGTAILIMAGES_EXTENSIONS", [])


def _opens_documents() -> bool:
    return getattr(settings, "WAGTAILDOCS_SERVE_METHOD", None) == "direct"


def _calls_others() -> bool:
    gravatar = getattr(settings, "WAGTAIL_GRAVATAR_PROVIDER_URL", "gravatar")
    finders = getattr(settings, "WAGTAILEMBEDS_FINDERS", ["oembed"])
    return bool(gravatar or finders or getattr(settings, "WAGTAIL_ENABLE_UPDATE_CHECK", True))


def _answers_to_any_name() -> bool:
    return "*" in settings.ALLOWED_HOSTS and not conf.BASE_URL


def _mails_stay() -> bool:
    mailers = getattr(settings, "MAILERS", None)
    backend = mailers["default"]["BACKEND"] if mailers else settings.EMAIL_BACKEND
    return any(f".{name}." in backend for name in NO_MAIL)


def _sqlite_fails_under_load() -> bool:
    databases = [each for each in settings.DATABASES.values() if each["ENGINE"].endswith("sqlite3")]
    return any(each.get("OPTIONS", {}).get("transaction_mode") != "IMMEDIATE" for each in databases)


def _counts_tries_apart() -> bool:
    has_doors = "allauth.account" in settings.INSTALLED_APPS
    return has_doors and settings.CACHES["default"]["BACKEND"].endswith(IN_ONE_PROCESS)


def _counts_all_as_one() -> bool:
    return bool(settings.SECURE_PROXY_SSL_HEADER or settings.USE_X_FORWARDED_HOST) and conf.TRUSTED_PROXIES == 0


def _jobs_are_pickles() -> bool:
    queues = getattr(settings, "RQ_QUEUES", {}).values()
    return any("SERIALIZER" not in queue for queue in queues)


def _publishes_the_unread() -> bool:
    return getattr(settings, "WAGTAIL_FINISH_WORKFLOW_ACTION", "") != APPROVAL


DANGERS = (
    Danger(
        "volunteering.W010",
        _has_no_policy,
        "Public pages are sent without a Content-Security-Policy.",
        f"Add {HEADERS!r} to MIDDLEWARE, after Django's SecurityMiddleware.",
    ),
    Danger(
        "volunteering.W011",
        _takes_svg,
        "Pictures may be SVG: such a file can hold a script, and the public sends pictures.",
        "Take 'svg' out of WAGTAILIMAGES_EXTENSIONS.",
    ),
    Danger(
        "volunteering.W012",
        _opens_documents,
        "Documents are opened by their own address: private ones have no lock, and an HTML file is a page of the site.",
        "Set WAGTAILDOCS_SERVE_METHOD = 'serve_view'.",
    ),
    Danger(
        "volunteering.W013",
        _calls_others,
        "The admin calls other companies' servers, and tells them who works here.",
        "Set WAGTAIL_GRAVATAR_PROVIDER_URL = None, WAGTAIL_ENABLE_UPDATE_CHECK = False and WAGTAILEMBEDS_FINDERS = [].",
    ),
    Danger(
        "volunteering.W014",
        _answers_to_any_name,
        "The site answers to any host name.",
        "Name the site's own in ALLOWED_HOSTS.",
    ),
    Danger(
        "volunteering.W015",
        _mails_stay,
        "Mails do not leave this server: nobody gets a code, an answer or a reminder.",
        "Set an SMTP backend.",
    ),
    Danger(
        "volunteering.W016",
        _sqlite_fails_under_load,
        "SQLite is not told to wait: when two people write at once, one of them gets an error.",
        "Set its OPTIONS like sqlite() in site/config/settings/base.py: transaction_mode, timeout, journal_mode.",
    ),
    Danger(
        "volunteering.W017",
        _counts_tries_apart,
        "Each process counts the tries to sign in by itself: whoever guesses has as many more.",
        "Use a cache that all processes share: Redis, or the database.",
    ),
    Danger(
        "volunteering.W018",
        _counts_all_as_one,
        "There is a web server in front, but limits count it as if it were the visitor.",
        "Set VOLUNTEERING['TRUSTED_PROXIES'] to how many there are.",
    ),
    Danger(
        "volunteering.W019",
        _jobs_are_pickles,
        "Jobs travel through Redis as pickles: whoever writes there runs code here.",
        "Set 'SERIALIZER': 'volunteering.core.queue.PlainValues' on each of RQ_QUEUES.",
    ),
    Danger(
        "volunteering.W020",
        _publishes_the_unread,
        "Approval publishes the newest words of a page, also those that came after the editor read it.",
        f"Set WAGTAIL_FINISH_WORKFLOW_ACTION = {APPROVAL!r}.",
    ),
)
