"""How long a drawn menu is good: until somebody changes a menu, or a page that may stand in one.

Header and footer keep their menus in the cache (ten queries saved per page). `{% menus_version %}` is part of the key,
so that a change shows at once.
"""

import uuid
from typing import Any

from django.core.cache import cache
from django.db.models.signals import post_delete, post_save
from wagtail.signals import page_published, page_slug_changed, page_unpublished, post_page_move
from wagtailmenus.models import FlatMenu, FlatMenuItem, MainMenu, MainMenuItem

from volunteering.core.freshness import touch

KEY = "home.menus.version"


def menus_version() -> str:
    """The same text until something changes."""
    return cache.get_or_set(KEY, lambda: uuid.uuid4().hex, timeout=None)


def forget_menus(**kwargs: Any) -> None:
    cache.delete(KEY)
    touch()


for model in (MainMenu, MainMenuItem, FlatMenu, FlatMenuItem):
    post_save.connect(forget_menus, sender=model)
    post_delete.connect(forget_menus, sender=model)
for signal in (page_published, page_unpublished, page_slug_changed, post_page_move):
    signal.connect(forget_menus)
