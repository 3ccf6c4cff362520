"""System checks: what an installer should know before a visitor finds out."""

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, Warning
from django.core.checks import register as register_check
from django.db import connections

from volunteering.conf import Conf, conf
from volunteering.privacy.checks import erasures_outlive_the_database, people_are_registered
from volunteering.search.actions import is_current
from volunteering.search.models import SearchEntry

# 0 or an empty text says something here: never, or nobody.
MAY_BE_NOTHING = {"PAGE_CACHE_SECONDS", "TRUSTED_PROXIES", "BASE_URL", "ICAL_DOMAIN", "ERASURE_LEDGER"}


def register() -> None:
    register_check(page_model_is_wagtails, Tags.models)
    register_check(request_context_processor, Tags.templates)
    register_check(settings_are_understood)
    register_check(quiet_hours_are_hours)
    register_check(refused_needs_are_told)
    register_check(people_are_registered, Tags.models)
    register_check(erasures_outlive_the_database, Tags.security, deploy=True)
    register_check(search_knows_the_pages, Tags.database)


def page_model_is_wagtails(app_configs, **kwargs) -> list[CheckMessage]:
    """Our concrete page types extend Wagtail's own Page; a site with another base page uses our mixins."""
    base = getattr(settings, "WAGTAIL_PAGE_MODEL", "wagtailcore.Page")
    if base == "wagtailcore.Page":
        return []
    return [
        Error(
            f"WAGTAIL_PAGE_MODEL is {base}, but volunteering's page types extend wagtailcore.Page.",
            hint="Subclass AssociationMixin, MissionMixin and EventMixin with your own base page instead of "
            "installing the concrete types, or keep Wagtail's Page.",
            id="volunteering.E001",
        )
    ]


def quiet_hours_are_hours(app_configs, **kwargs) -> list[CheckMessage]:
    hours = conf.QUIET_HOURS
    if len(hours) == 2 and all(isinstance(hour, int) and 0 <= hour <= 24 for hour in hours):
        return []
    return [
        Error(
            f"VOLUNTEERING['QUIET_HOURS'] is {hours!r}, not two full hours.",
            hint="Write it like (21, 8), or (0, 0) for none.",
            id="volunteering.E004",
        )
    ]


def refused_needs_are_told(app_configs, **kwargs) -> list[CheckMessage]:
    known = {"label", "explanation", "url", "link"}
    for row in conf.HELP_REFUSED:
        if not (isinstance(row, dict) and row.get("label") and row.get("explanation") and set(row) <= known):
            return [
                Error(
                    f"VOLUNTEERING['HELP_REFUSED'] holds {row!r}.",
                    hint="Each is a dictionary with label and explanation, and url and link where there is one.",
                    id="volunteering.E005",
                )
            ]
    return []


def request_context_processor(app_configs, **kwargs) -> list[CheckMessage]:
    wanted = "django.template.context_processors.request"
    for engine in settings.TEMPLATES:
        if wanted in engine.get("OPTIONS", {}).get("context_processors", []):
            return []
    return [
        Warning(
            "Templates do not receive the request.",
            hint=f"Add {wanted!r} to the context processors: page addresses are computed from it.",
            id="volunteering.W001",
        )
    ]


def settings_are_understood(app_configs, **kwargs) -> list[CheckMessage]:
    """A misspelled key would be ignored, a value of another kind would fail before a visitor."""
    kinds = {name: setting.fget.__annotations__["return"] for name, setting in vars(Conf).items() if name.isupper()}
    problems: list[CheckMessage] = []
    for name, value in getattr(settings, "VOLUNTEERING", {}).items():
        if name not in kinds:
            hint = f"The settings are: {', '.join(sorted(kinds))}."
            problems.append(Error(f"VOLUNTEERING has no setting {name!r}.", hint=hint, id="volunteering.E002"))
        elif not _fits(value, kinds[name], may_be_nothing=name in MAY_BE_NOTHING):
            hint = "Give a whole number of 1 or more." if kinds[name] is int else "Give a text."
            problems.append(Error(f"VOLUNTEERING[{name!r}] cannot be {value!r}.", hint=hint, id="volunteering.E003"))
    return problems


def _fits(value: object, kind: type, *, may_be_nothing: bool) -> bool:
    """Lists and the like have a check of their own."""
    if kind not in (int, str):
        return True
    if type(value) is not kind or (kind is int and value < 0):
        return False
    return bool(value) or may_be_nothing


def search_knows_the_pages(app_configs, databases=None, **kwargs) -> list[CheckMessage]:
    """Run by `check --database default`. Before the first migration there is nothing to look at."""
    for name in databases or ():
        has_index = SearchEntry._meta.db_table in connections[name].introspection.table_names()
        if name == "default" and has_index and not is_current():
            return [
                Warning(
                    "The search does not know every page that it should find.",
                    hint="Run manage.py setup_search, and again every night.",
                    id="volunteering.W002",
                )
            ]
    return []
