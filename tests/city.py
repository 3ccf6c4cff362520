"""A city as `setup` leaves it, for tests that look at a whole site: home page, indexes, news, groups, menus."""

from django.core.management import call_command
from wagtail.models import Page, Site

from home.models import HomePage
from tests.factories import HomePageFactory, NewsIndexFactory
from volunteering.core.city import CitySettings

NAME = "Rivemont-sur-Loire"


def found(**home) -> HomePage:
    """Put a home page at the root of the site and run `setup`; `home` are the home page's own fields."""
    site, root = Site.objects.get(is_default_site=True), Page.objects.get(depth=1)
    welcome = site.root_page
    page = HomePageFactory(title=NAME, slug="accueil", parent=root, **home)
    site.root_page, site.site_name = page, NAME
    site.save()
    if welcome.depth > 1:
        Page.objects.get(pk=welcome.pk).delete()
    call_command("setup", verbosity=0)
    NewsIndexFactory(title="Actualités", slug="actualites", show_in_menus=True)
    CitySettings.objects.update_or_create(
        site=site,
        defaults={
            "name": NAME,
            "tagline": "La ville où l’on se donne la main",
            "helpline_number": "04 65 71 12 12",
            "helpline_hours": "Du lundi au vendredi, 9 h – 12 h",
            "helpline_words": "On vous aide par téléphone.",
            "centre": "SRID=4326;POINT(4.06 45.9)",
            "south": 45.865,
            "west": 4.02,
            "north": 45.935,
            "east": 4.1,
        },
    )
    return page
