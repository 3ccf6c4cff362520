"""Home, news, standard pages, the accessibility statement. Texts from data/city.json."""

from typing import Any

from django.core.management import call_command
from wagtail.models import Page, Site, Task, Workflow

from home.demo.data_files import read
from home.models import HomePage, NewsIndexPage, StandardPage
from volunteering.statements.models import AccessibilityStatementPage

HOME_BODY = [
    ("next_events", {"title": "Près de chez vous, ces jours-ci", "number": 6}),
    ("missions", {"title": "Ils ont besoin de vous bientôt", "number": 3, "urgent": True}),
    ("key_figures", {"title": "", "figures": ["associations", "open_missions", "coming_events"]}),
    ("associations", {"title": "Des associations à découvrir", "number": 3, "recruiting": False}),
]
# Wagtail makes one of its own, for the pages that `setup` does not know, and names it in English.
STOCK_WORKFLOW, PROOFREADING = "Moderators approval", "Relecture par la rédaction"


def seed_tree(images: dict[str, int]) -> None:
    """The home page as the site's root, the plugin's three indexes (by `setup`), news, and standard pages."""
    home = HomePage.objects.first() or _replace_welcome_page(images)
    call_command("setup", verbosity=0)
    for model in (Workflow, Task):
        model.objects.filter(name=STOCK_WORKFLOW).update(name=PROOFREADING)
    _child(home, NewsIndexPage(title="Actualités", slug="actualites", show_in_menus=True))
    for page in read("city.json")["pages"]:
        body = [("text", page["body"])]
        texts = {"title": page["title"], "slug": page["slug"], "introduction": page["intro"], "body": body}
        _child(home, StandardPage(**texts, show_in_menus=True))
    _state(read("city.json")["accessibility"])


def _state(texts: dict[str, str]) -> None:
    """Publish the accessibility statement, of which `setup` made a draft."""
    statement = AccessibilityStatementPage.objects.get()
    if statement.live:
        return
    for name, text in texts.items():
        setattr(statement, name, text)
    statement.save_revision().publish()


def _replace_welcome_page(images: dict[str, int]) -> HomePage:
    """Put our home page where a new Wagtail site says "Welcome"."""
    city = read("city.json")
    site = Site.objects.get(is_default_site=True)
    welcome, root = site.root_page, Page.objects.get(depth=1)
    if welcome.depth > 1:
        welcome.slug = "wagtail"
        welcome.save()
    home = HomePage(title=city["name"], slug="accueil", tagline=city["tagline"], body=HOME_BODY)
    home.image_id = images["village-fete"]
    root.add_child(instance=home)
    home.save_revision().publish()
    site.root_page, site.site_name = home, city["name"]
    site.save()
    if welcome.depth > 1:
        welcome.delete()
    return home


def _child(parent: Page, page: Any) -> None:
    if not parent.get_children().filter(slug=page.slug).exists():
        Page.objects.get(pk=parent.pk).add_child(instance=page)
        page.save_revision().publish()
