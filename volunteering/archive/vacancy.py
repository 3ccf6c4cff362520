"""Where an archive may move in: a migrated installation in which nobody has done anything yet."""

from collections.abc import Iterator

from django.db import models
from django.utils.translation import gettext as _
from wagtail.models import Page

from volunteering.archive.media import file_fields
from volunteering.archive.tables import exported, label

# Wagtail's `migrate` writes them: an empty site with its first page, groups and workflow. They make room.
BY_MIGRATE = {
    *("wagtailcore.locale", "wagtailcore.page", "wagtailcore.site", "wagtailcore.collection"),
    *("wagtailcore.grouppagepermission", "wagtailcore.groupcollectionpermission"),
    *("wagtailcore.workflow", "wagtailcore.workflowtask", "wagtailcore.workflowpage"),
    *("wagtailcore.task", "wagtailcore.groupapprovaltask", "wagtailcore.groupapprovaltask_groups"),
    *("auth.group", "auth.group_permissions"),
}
# The root and “Welcome to your new Wagtail site!”.
FIRST_PAGES = 2


def in_the_way(*, media: set[str]) -> Iterator[str]:
    """What is there already, in words. `media`: the files that would come."""
    for model in exported():
        if label(model) not in BY_MIGRATE and (number := model._base_manager.count()):
            yield _("%(table)s: rows that are there already: %(number)d") % {"table": label(model), "number": number}
    if (pages := Page.objects.count()) > FIRST_PAGES:
        yield _("wagtailcore.page: pages besides Wagtail’s first: %(number)d") % {"number": pages - FIRST_PAGES}
    if number := sum(is_taken(name) for name in media):
        yield _("Files of the same names in the storage: %(number)d") % {"number": number}


def is_taken(name: str) -> bool:
    return any(storage.exists(name) for storage in {field.storage for field in file_fields()})


def make_room() -> None:
    """What `migrate` wrote goes, as the archive has its own. Inside a transaction: links are looked at when it ends."""
    for model in exported():
        queryset: models.QuerySet = model._base_manager.all()
        queryset._raw_delete(queryset.db)
