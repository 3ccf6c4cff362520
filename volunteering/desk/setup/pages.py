"""The pages under the site's root page: the three indexes, published, and the accessibility statement, a draft."""

from wagtail.coreutils import find_available_slug
from wagtail.models import Page, Site

from volunteering.agenda.models import EventIndexPage
from volunteering.desk.setup.report import Line
from volunteering.desk.setup.wording import wording
from volunteering.directory.models import AssociationIndexPage
from volunteering.missions.models import MissionIndexPage
from volunteering.statements.models import AccessibilityStatementPage

# By slug, in the order of a menu.
INDEXES = {"agenda": EventIndexPage, "missions": MissionIndexPage, "associations": AssociationIndexPage}


def set_up_pages(site: Site) -> tuple[list[Page], list[Line]]:
    """The index pages, existing or created (published), in the order of a menu."""
    lines = [_set_up_page(site, slug, model) for slug, model in INDEXES.items()]
    return [line.object for line in lines], lines


def set_up_statement(site: Site) -> Line:
    """What a city states in law is for the city to read and publish: here it gets a draft."""
    return _set_up_page(site, "accessibilite", AccessibilityStatementPage, live=False)


def _set_up_page(site: Site, slug: str, model: type[Page], *, live: bool = True) -> Line:
    kind = str(Page._meta.verbose_name)
    existing = model.objects.descendant_of(site.root_page, inclusive=True).first()
    if existing:
        return Line(kind, existing.title, existing, is_new=False)
    # Fresh from the database: adding the page before has changed the parent's number of children.
    parent = Page.objects.get(pk=site.root_page_id)
    slug, words = find_available_slug(parent, slug), wording()["pages"][slug]
    page = parent.add_child(instance=model(**words, slug=slug, show_in_menus=live, live=live))
    revision = page.save_revision()
    if live:
        revision.publish()
    return Line(kind, page.title, page, is_new=True)
