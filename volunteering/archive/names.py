"""Content types and permissions have other numbers everywhere; their names are the same."""

from typing import Any

from django.contrib.auth.models import Permission
from django.contrib.contenttypes.models import ContentType
from django.db import models


class UnknownName(ValueError):
    """No app here has it."""


def name_of(model: type[models.Model], number: Any) -> list[str]:
    if model is ContentType:
        return list(ContentType.objects.get_for_id(number).natural_key())
    return list(Permission.objects.select_related("content_type").get(pk=number).natural_key())


def number_of(model: type[models.Model], name: Any) -> int:
    """Raises UnknownName."""
    if not (isinstance(name, list) and all(isinstance(part, str) for part in name)):
        raise UnknownName(str(model._meta.verbose_name))
    try:
        if model is ContentType:
            return ContentType.objects.get_by_natural_key(*name).pk
        return Permission.objects.get_by_natural_key(*name).pk
    except (ContentType.DoesNotExist, Permission.DoesNotExist, TypeError) as error:
        raise UnknownName(".".join(name)[:100]) from error
