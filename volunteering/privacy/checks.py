"""System checks: whatever holds a person can be told and erased, and what was erased stays so."""

from collections.abc import Iterator

from django.apps import apps
from django.conf import settings
from django.core.checks import CheckMessage, Error, Warning
from django.db import models

from volunteering.conf import conf
from volunteering.privacy.registry import processings

OURS = "volunteering"
# By label: nothing here imports a domain.
PERSON = "volunteering.Volunteer"
TELLING = ("phone", "first_name", "last_name", "recipient")
# Of ours, what looks like a person's and is not, and why.
NOT_PEOPLE = {
    "volunteering.AssociationPage": "the office of an association, as a legal person",
    "volunteering.CitySettings": "an office of the town hall",
    "volunteering.AccessibilityStatementPage": "an office of the town hall, for everybody to read",
}
# Wagtail's own, on each page: its editors.
OF_EDITORS = ("owner", "locked_by")


def telling_fields(model: type[models.Model]) -> Iterator[str]:
    """Names of the fields that say who somebody is, or point at a volunteer or an account."""
    for field in model._meta.concrete_fields:
        is_text = isinstance(field, models.CharField | models.TextField)
        if isinstance(field, models.EmailField) or (is_text and any(word in field.name for word in TELLING)):
            yield field.name
        if _points_at(field) in (settings.AUTH_USER_MODEL, PERSON) and field.name not in OF_EDITORS:
            yield field.name


def links_to_volunteers(model: type[models.Model]) -> Iterator[str]:
    for field in (*model._meta.concrete_fields, *model._meta.local_many_to_many):
        if _points_at(field) == PERSON:
            yield field.name


def people_are_registered(app_configs, **kwargs) -> list[CheckMessage]:
    """Of a site's own models only those that link to a volunteer: what others hold is not ours to judge."""
    registered = {model for part in processings() for model in part.MODELS}
    found: list[CheckMessage] = []
    for model in apps.get_models():
        if model in registered or model._meta.label in NOT_PEOPLE or model._meta.auto_created:
            continue
        is_ours = model._meta.app_label == OURS
        fields = sorted({*(telling_fields(model) if is_ours else links_to_volunteers(model))})
        if fields:
            found.append(_forgotten(model, fields, is_ours=is_ours))
    return found


def _forgotten(model: type[models.Model], fields: list[str], *, is_ours: bool) -> CheckMessage:
    said = f"{model._meta.label} holds people ({', '.join(fields)}) and is in no part of the register of personal data."
    if is_ours:
        return Error(said, hint="Add it to MODELS of its domain's personal_data.", obj=model, id="volunteering.E006")
    hint = (
        "Nobody is told of it, takes it along or has it erased. Write a module as volunteering/privacy/registry.py "
        "says and register it in AppConfig.ready(): volunteering.privacy.registry.register(module)."
    )
    return Warning(said, hint=hint, obj=model, id="volunteering.W003")


def _points_at(field: models.Field) -> str:
    related = field.related_model if field.is_relation else None
    return related._meta.label if isinstance(related, type) else ""


def erasures_outlive_the_database(app_configs, **kwargs) -> list[CheckMessage]:
    """Run by `check --deploy`."""
    if conf.ERASURE_LEDGER:
        return []
    return [
        Warning(
            "VOLUNTEERING['ERASURE_LEDGER'] is not set: after the restore of a backup, people who had themselves "
            "erased are there again, and nothing says who.",
            hint="Give the path of a file that a restore does not reach, and never one below MEDIA_ROOT.",
            id="volunteering.W004",
        )
    ]
