"""Which part of a subject a feed tells: the questions of its list, but for days and order, and one association.

`?theme=sport&theme=nature&neighbourhood=le-port&free=1&association=les-amis-du-port`
"""

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from volunteering.agenda.filters import EventFilters
from volunteering.agenda.models import EventPage, Occurrence
from volunteering.core.filtering import LastingForm, PlaceForm
from volunteering.core.restrictions import everyone_may_read
from volunteering.core.taxonomy import tied_to
from volunteering.directory.filters import AssociationFilters
from volunteering.directory.models import AssociationPage
from volunteering.feeds.subjects import Subject
from volunteering.missions.filters import MissionFilters
from volunteering.missions.models import MissionPage

# An id longer than this is no row of ours, and would not fit into a query.
LONGEST_ID = 15


class Narrowing(LastingForm):
    association = forms.CharField(label=_("Association"), required=False, max_length=255)

    unread = _("“%(answer)s” is not an answer we know for “%(question)s”. Take the address from the list again.")
    problems = {
        **PlaceForm.problems,
        "no_association": _("There is no association “%(answer)s”. Take the address from its page again."),
    }

    def clean_association(self) -> AssociationPage | None:
        """Named by its slug or its number."""
        asked = self.cleaned_data["association"]
        if not asked:
            return None
        by = {"pk": int(asked)} if asked.isdecimal() and len(asked) <= LONGEST_ID else {"slug": asked}
        found = AssociationPage.objects.filter(everyone_may_read(), **by).only("title").first()
        if found is None:
            raise ValidationError("", code="no_association")
        return found

    def narrow_association(self, rows: QuerySet, association: AssociationPage) -> QuerySet:
        if rows.model is Occurrence:
            return rows.filter(event__in=tied_to(EventPage, "organisers", [association.pk], by="pk"))
        return rows.filter(organiser=association) if rows.model is MissionPage else rows.filter(pk=association.pk)

    def words(self, name: str, value: str) -> str:
        return self.answers["association"].title if name == "association" else super().words(name, value)


class AgendaNarrowing(Narrowing, EventFilters):
    """Of the dates of events, past ones included: the feed says how far back it goes."""

    passing = (*Narrowing.passing, "missions")


class MissionNarrowing(Narrowing, MissionFilters):
    pass


class AssociationNarrowing(Narrowing, AssociationFilters):
    pass


FORMS = {"agenda": AgendaNarrowing, "missions": MissionNarrowing, "associations": AssociationNarrowing}


def form_for(subject: Subject, query: QueryDict) -> Narrowing:
    return FORMS[subject.key](query)


def parameters(subject: Subject, query: QueryDict) -> QueryDict:
    """What of a list's query string a feed understands: the pages and days of a list mean nothing to it."""
    kept = QueryDict(mutable=True)
    for name in form_for(subject, query).fields:
        if chosen := [value for value in query.getlist(name) if value]:
            kept.setlist(name, chosen)
    return kept
