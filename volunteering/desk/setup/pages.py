"""The three index pages under the site's root page."""

from wagtail.coreutils import find_available_slug
from wagtail.models import Page, Site

from volunteering.agenda.models import EventIndexPage
from volunteering.desk.setup.report import Line
from volunteering.desk.setup.wording import wording
from volunteering.directory.models import AssociationIndexPage
from volunteering.missions.models import MissionIndexPage

# By slug, in the order of a menu.
INDEXES = {"agenda": EventIndexPage, "missions": MissionIndexPage, "associations": AssociationIndexPage}


def set_up_pages(site: Site) -> tuple[list[Page], list[Line]]:
    """The index pages, existing or created (published), in the order of a menu."""
    lines = [_set_up_page(site, slug, model) for slug, model in INDEXES.items()]
    return [line.object for line in lines], lines


def _set_up_page(site: Site, slug: str, model: type[Page]) -> Line:
    kind = str(Page._meta.verbose_name)
    existing = model.objects.descendant_of(site.root_page, inclusive=True).first()
    if existing:
        return Line(kind, existing.title, existing, is_new=False)
    # Fresh from the database: adding the page before has changed the parent's number of children.
    parent = Page.objects.get(pk=site.root_page_id)
    page = model(**wording()["pages"][slug], slug=find_available_slug(parent, slug), show_in_menus=True)
    parent.add_child(instance=page)
    page.save_revision().publish()
    return Line(kind, page.title, page, is_new=True)
