"""What a saved search understands of its list's address."""

from collections.abc import Collection

from django.db.models import QuerySet

from volunteering.agenda.filters import EventFilters
from volunteering.core.filtering import LastingForm
from volunteering.directory.filters import AssociationFilters
from volunteering.missions.filters import MissionFilters


class SearchFilters(LastingForm):
    """A question whose answer is gone (editors deleted the theme) finds nothing, rather than everything.

    Where somebody is, is not kept: a neighbourhood or an address they write is.
    """

    passing = (*LastingForm.passing, "near")

    def narrow(self, rows: QuerySet, *, without: Collection[str] = ()) -> QuerySet:
        return rows.none() if self.misunderstood else self.answered(rows, without=without)


class EventSearch(SearchFilters, EventFilters):
    """Over the dates of events."""

    passing = (*SearchFilters.passing, "missions")


class MissionSearch(SearchFilters, MissionFilters):
    pass


class AssociationSearch(SearchFilters, AssociationFilters):
    pass
