"""Everything a city needs before its first event: pages, groups, workflow, words, menu entries. Safe to run again.

What exists is left as it is, permissions taken away since included: running it twice changes nothing.
"""

from django.conf import settings
from django.db import transaction
from django.utils.translation import override
from wagtail.models import Site

from volunteering.desk.setup.groups import set_up_groups
from volunteering.desk.setup.menus import set_up_menu
from volunteering.desk.setup.pages import set_up_pages, set_up_statement
from volunteering.desk.setup.reasons import set_up_reasons
from volunteering.desk.setup.report import Line
from volunteering.desk.setup.taxonomy import set_up_city, set_up_taxonomy
from volunteering.desk.setup.workflow import set_up_workflow

__all__ = ["Line", "NoDefaultSite", "set_up"]


class NoDefaultSite(Exception):
    """Wagtail has no default site, so that nothing says where the pages should go."""


@transaction.atomic
def set_up() -> list[Line]:
    """Create what is missing, in the site's language; returns one line per thing. Raises `NoDefaultSite`."""
    site = Site.objects.filter(is_default_site=True).select_related("root_page").first()
    if site is None:
        raise NoDefaultSite
    with override(settings.LANGUAGE_CODE):
        pages, lines = set_up_pages(site)
        new_pages = {line.object for line in lines if line.is_new}
        groups, group_lines = set_up_groups(site, pages)
        return [
            *lines,
            set_up_statement(site),
            *group_lines,
            *set_up_workflow(groups["moderator"], pages, new_pages),
            *set_up_taxonomy(),
            *set_up_reasons(),
            set_up_city(site),
            *set_up_menu(site, pages, new_pages),
        ]
