"""Revisions hold whole objects. What has another number elsewhere is named in words in them too."""

from collections.abc import Callable
from typing import Any

from django.contrib.auth import get_user_model
from django.db import models
from modelcluster.models import get_all_child_relations

from volunteering.archive.tables import NAMED

Content = dict[str, Any]
Translate = Callable[[models.Field, Any], Any]


def translated(content: Content, model: type[models.Model], translate: Translate) -> Content:
    """A copy in which `translate` has seen each name of a content type or permission, those of child rows included."""
    copy = dict(content)
    for field in model._meta.concrete_fields:
        if field.related_model in NAMED and copy.get(field.name) is not None:
            copy[field.name] = translate(field, copy[field.name])
    for relation in get_all_child_relations(model):
        name = relation.get_accessor_name()
        if isinstance(copy.get(name), list):
            copy[name] = [translated(child, relation.related_model, translate) for child in copy[name]]
    return copy


def impersonal(content: Content, model: type[models.Model]) -> Content:
    """A copy without who wrote, locked or commented."""
    user = get_user_model()
    copy = {name: value for name, value in content.items() if name != "wagtail_admin_comments"}
    for field in model._meta.concrete_fields:
        if field.related_model is user and field.name in copy:
            copy[field.name] = None
    return copy
