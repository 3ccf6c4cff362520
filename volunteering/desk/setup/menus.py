"""Entries of the main menu, where the site keeps its menus with wagtailmenus. The plugin itself never imports it."""

from typing import Any

from django.apps import apps
from django.conf import settings
from wagtail.models import Page, Site

from volunteering.desk.setup.report import Line


def set_up_menu(site: Site, indexes: list[Page], new_pages: set[Page]) -> list[Line]:
    """One entry per index, when the index or the whole menu is new; an entry removed since stays removed."""
    if not apps.is_installed("wagtailmenus"):
        return []
    model = apps.get_model(getattr(settings, "WAGTAILMENUS_MAIN_MENU_MODEL", "wagtailmenus.MainMenu"))
    menu, _is_new = model.objects.get_or_create(site=site)
    items = menu.get_menu_items_manager()
    linked = set(items.values_list("link_page", flat=True))
    is_empty = not items.exists()
    missing = [page for page in indexes if page.pk not in linked and (is_empty or page in new_pages)]
    return [_create(menu, items.model, page, order) for order, page in enumerate(missing, start=len(linked))]


def _create(menu: Any, item_model: type, page: Page, order: int) -> Line:
    item = item_model.objects.create(menu=menu, link_page_id=page.pk, sort_order=order)
    return Line(str(menu._meta.verbose_name), page.title, item, is_new=True)
