"""Who may import: those with the permission to add an import, under the index pages where they may add pages."""

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from wagtail.models import Page

from volunteering.imports.registry import IMPORTERS

User = AbstractBaseUser | AnonymousUser
PERMISSION = "volunteering.add_importrun"


def indexes_for(user: User, source: str) -> list[Page]:
    """The index pages of this source under which the person may add pages, the site's first one first."""
    if not user.is_active or not user.has_perm(PERMISSION):
        return []
    pages = IMPORTERS[source].index_model.objects.order_by("path")
    return [page for page in pages if page.permissions_for_user(user).can_add_subpage()]


def sources_for(user: User) -> list[str]:
    return [source for source in IMPORTERS if indexes_for(user, source)]


def may_import(user: User) -> bool:
    """Whether the menu shows the imports; each screen checks its own source again."""
    return user.is_active and user.has_perm(PERMISSION)
