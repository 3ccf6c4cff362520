"""The demo city's menus beside what `setup` puts there: news in the header, the legal pages in the footer."""

from wagtail.models import Page, Site
from wagtailmenus.models import FlatMenu, MainMenu

from home.models import NewsIndexPage, StandardPage

FOOTER = "footer"


def seed_menus() -> None:
    """Once: an entry that an editor removed stays removed."""
    site = Site.objects.get(is_default_site=True)
    footer, is_new = FlatMenu.objects.get_or_create(site=site, handle=FOOTER, defaults={"title": "Pied de page"})
    if is_new:
        _fill(footer, StandardPage.objects.live().order_by("path"))
        main, _is_new = MainMenu.objects.get_or_create(site=site)
        _fill(main, NewsIndexPage.objects.live())


def _fill(menu: MainMenu | FlatMenu, pages: list[Page]) -> None:
    items = menu.get_menu_items_manager()
    for order, page in enumerate(pages, start=items.count()):
        items.model.objects.create(menu=menu, link_page_id=page.pk, sort_order=order)
