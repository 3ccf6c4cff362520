"""What feeds tell about: the dates of the agenda, the missions, the associations. What everyone may read, no more."""

from typing import Any

from django.db.models import Count, Max, QuerySet, Sum
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, Site

from volunteering.agenda.models import EventIndexPage, EventPage, Occurrence
from volunteering.directory.models import AssociationIndexPage, AssociationPage
from volunteering.missions.models import Capacity, MissionIndexPage, MissionPage


class Subject:
    key: str
    label: Promise
    page_model: type[Page]
    index_model: type[Page]

    def public(self, site: Site) -> QuerySet:
        """The rows of this site that its lists show."""
        raise NotImplementedError

    def cards(self, rows: QuerySet) -> QuerySet:
        """In the order of the list, with what a card shows."""
        raise NotImplementedError

    def version(self) -> tuple[Any, ...]:
        """What changes the rows without a word in Wagtail's log; cheap to ask."""
        return ()

    def __str__(self) -> str:
        return str(self.label)


class Agenda(Subject):
    key, label = "agenda", _("Agenda")
    page_model, index_model = EventPage, EventIndexPage

    def public(self, site: Site) -> QuerySet:
        return Occurrence.objects.published().filter(event__path__startswith=site.root_page.path)

    def cards(self, rows: QuerySet) -> QuerySet:
        return rows.short(timezone.now()).for_cards().soonest()

    def version(self) -> tuple[Any, ...]:
        return (Occurrence.objects.aggregate(latest=Max("updated_at"))["latest"],)


class Missions(Subject):
    key, label = "missions", _("Missions")
    page_model, index_model = MissionPage, MissionIndexPage

    def public(self, site: Site) -> QuerySet:
        return _in_site(MissionPage.objects.published().recruiting(), site)

    def cards(self, rows: QuerySet) -> QuerySet:
        return rows.for_cards().soonest()

    def version(self) -> tuple[Any, ...]:
        """A place taken or given back writes one row of capacity, and nothing else."""
        return tuple(Capacity.objects.aggregate(Count("pk"), Sum("places"), Sum("taken")).values())


class Associations(Subject):
    key, label = "associations", _("Associations")
    page_model, index_model = AssociationPage, AssociationIndexPage

    def public(self, site: Site) -> QuerySet:
        return _in_site(AssociationPage.objects.published(), site)

    def cards(self, rows: QuerySet) -> QuerySet:
        return rows.for_cards().alphabetical()


AGENDA, MISSIONS, ASSOCIATIONS = Agenda(), Missions(), Associations()
SUBJECTS = {subject.key: subject for subject in (AGENDA, MISSIONS, ASSOCIATIONS)}


def _in_site(pages: QuerySet, site: Site) -> QuerySet:
    return pages.filter(path__startswith=site.root_page.path)
