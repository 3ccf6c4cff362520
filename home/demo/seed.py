"""Fills the demo city. Running it again adds what is missing; on another day it also moves the dates along."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from modelcluster.models import get_all_child_relations
from wagtail.models import Page, Revision
from wagtail.signals import page_published

from home.demo import ground
from home.demo.content import Builder
from home.demo.data_files import read
from home.demo.help_requests import seed_help_requests
from home.demo.menus import seed_menus
from home.demo.sign_ups import seed_member, seed_volunteers, sign_up
from home.demo.submissions import seed_submissions
from home.demo.tree import seed_tree
from home.models import HomePage, NewsIndexPage, NewsPage
from volunteering.agenda.actions import cancel_occurrence
from volunteering.agenda.models import EventIndexPage, EventPage
from volunteering.directory.models import AssociationIndexPage, AssociationPage
from volunteering.missions.capacity import count_open_missions
from volunteering.missions.models import MissionIndexPage, MissionPage
from volunteering.search.actions import indexed_together

KINDS = ("association", "mission", "event", "news")
TYPES = {
    "association": (AssociationIndexPage, AssociationPage, "associations.json"),
    "mission": (MissionIndexPage, MissionPage, "missions.json"),
    "event": (EventIndexPage, EventPage, "events.json"),
    "news": (NewsIndexPage, NewsPage, "news.json"),
}


def seed(*, today: date, say: Callable[[str], None]) -> None:
    """Make the whole city, telling `say` a line per step. Pages that somebody edited since are left alone."""
    if _is_up_to_date(today):
        say(_("The demo city is up to date."))
        return
    say(_("Pictures…"))
    with transaction.atomic():
        images = ground.seed_pictures()
    seed_tree(images)
    ground.seed_city()
    ground.seed_taxonomy()
    ground.seed_accounts()
    seed_volunteers()
    seed_help_requests()
    seed_menus()
    builder = Builder(today=today, images=images)
    for kind in KINDS:
        with indexed_together(), transaction.atomic():
            pages = seed_pages(kind, read(TYPES[kind][2]), builder=builder)
            say(f"{TYPES[kind][1]._meta.verbose_name_plural}: {sum(1 for _page in pages)}")
    seed_member()
    seed_submissions(today=today)
    count_open_missions()
    # The home page's publication date tells the next run which day the dates count from. Read anew: a page object
    # from before its children came would write their number back to none.
    HomePage.objects.get().save_revision().publish()


def _is_up_to_date(today: date) -> bool:
    home = HomePage.objects.first()
    return bool(
        home
        and home.last_published_at
        and timezone.localdate(home.last_published_at) == today
        and NewsPage.objects.exists()
    )


def seed_pages(kind: str, rows: Iterable[dict[str, Any]], *, builder: Builder) -> Iterator[Page]:
    """Make or bring up to date the pages of one kind, from rows of its data file."""
    index_model, model, _file_name = TYPES[kind]
    parent = index_model.objects.first()
    existing = {page.slug: page for page in model.objects.child_of(parent).select_related("latest_revision")}
    for row in rows:
        page = existing.get(row["slug"])
        if page and page.latest_revision and page.latest_revision.user_id:
            continue
        is_new = page is None
        page = page or model(slug=row["slug"])
        before = None if is_new else _content(page)
        getattr(builder, kind)(row, page)
        if _content(page) == before:
            yield page  # nothing moved: publishing it again would only take time
            continue
        if is_new:
            parent.add_child(instance=page)
            page.save_revision().publish()
        else:
            _move_along(page)
        _after_publishing(kind, row, page)
        yield page


def _move_along(page: Page) -> None:
    """Writes over the published version, for half of what a new one costs: yesterday is no history worth keeping."""
    if isinstance(page, EventPage):
        page.occurrences.all().delete()
    page.save()
    Revision.objects.filter(pk=page.latest_revision_id).update(content=page.serializable_data())
    page_published.send(sender=type(page), instance=page, revision=page.latest_revision)


def _content(page: Page) -> dict[str, Any]:
    """All that the page and its children say, whatever the children's primary keys."""
    said = page.serializable_data()
    for relation in get_all_child_relations(page):
        name = relation.get_accessor_name()
        said[name] = [{**child, "pk": None, "sort_order": None} for child in said[name]]
    return said


def _after_publishing(kind: str, row: dict[str, Any], page: Page) -> None:
    if kind == "mission":
        sign_up(page, row["taken"])
    if kind == "event":
        upcoming = list(page.occurrences.upcoming().soonest()[:20])
        for cancelled in row["cancelled"]:
            if cancelled["occurrence"] < len(upcoming):
                cancel_occurrence(occurrence=upcoming[cancelled["occurrence"]], reason=cancelled["reason"], by=None)
