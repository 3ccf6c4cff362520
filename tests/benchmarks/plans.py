"""How the database finds what the lists show: its own words (EXPLAIN), for docs/performance.md."""

from django.contrib.contenttypes.models import ContentType
from django.db.models import QuerySet
from django.http import QueryDict

from volunteering.agenda.each_once import EachEventOnce
from volunteering.agenda.filters import EventFilters
from volunteering.agenda.models import EventPage, Occurrence
from volunteering.conf import conf
from volunteering.core.filtering import FilterForm
from volunteering.directory.filters import AssociationFilters
from volunteering.directory.models import AssociationPage
from volunteering.missions.filters import MissionFilters
from volunteering.missions.models import MissionPage
from volunteering.search.models import SearchPosting, SearchStem

NEAR = "near=45.900,4.060&km=3"


def plans() -> dict[str, str]:
    """What is asked → the plan, a line per step."""
    return {name: rows.explain() for name, rows in asked().items()}


def asked() -> dict[str, QuerySet]:
    """Each as its view asks for it, cut where its view cuts it."""
    events = Occurrence.objects.published()
    newest = EachEventOnce(EventFilters(QueryDict("sort=newest")), events).events()
    missions = MissionPage.objects.published().not_past()
    word = SearchStem.objects.order_by("-pages").first()
    postings = SearchPosting.objects.filter(stem=word, kind=ContentType.objects.get_for_model(EventPage))
    return {
        "the agenda": page(EventFilters(QueryDict("")), events),
        "the newest events": newest[: conf.PAGE_SIZE + 1],
        "the missions": page(MissionFilters(QueryDict("")), missions),
        "missions near a place": page(MissionFilters(QueryDict(NEAR)), missions),
        "the directory": page(AssociationFilters(QueryDict("")), AssociationPage.objects.published()),
        "the events that hold a frequent word": postings.order_by("-weight", "-page")[: conf.COUNT_CAP + 1],
    }


def page(filters: FilterForm, rows: QuerySet) -> QuerySet:
    return filters.order(filters.narrow(rows)).card_rows()[: conf.PAGE_SIZE + 1]
