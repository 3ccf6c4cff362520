"""Dates of another domain among those of events: what an address asks of them, and both in one order."""

from collections.abc import Callable, Collection, Iterator
from datetime import datetime
from heapq import merge
from itertools import islice
from typing import Any

from django.db.models import QuerySet
from django.http import QueryDict
from wagtail.models import Site

from volunteering.agenda.filters import EventFilters
from volunteering.core.beside import Beside, kind_named
from volunteering.core.filtering import Finder
from volunteering.core.filtering.dates import DAYS
from volunteering.core.filtering.facets import Counts, count
from volunteering.core.filtering.finder import make_anew
from volunteering.core.pagination import capped_count


class DatesBeside:
    """The shifts of missions, as this address asks for them."""

    def __init__(self, form: EventFilters, site: Site | None) -> None:
        self.form = form
        self.site = site

    @property
    def kind(self) -> Beside:
        return kind_named("missions")

    @property
    def are_shown(self) -> bool:
        """Somebody asked for them, and nothing they cannot answer."""
        return bool(self.form.answers.get("missions")) and not self.form.unknown_to_missions()

    def rows(self, *, without: Collection[str] = ()) -> QuerySet:
        """All of them that pass the answers but those in `without`, and but for days."""
        query = QueryDict(mutable=True)
        if self.form.unknown_to_missions(without):
            return self.kind.found(query, self.site).none()
        for name in self.form.asked_of_missions(without) - set(DAYS):
            query.setlist(name, self.form.data.getlist(name))
        return self.kind.found(query, self.site)

    def listed(self, *, without: Collection[str] = ()) -> QuerySet:
        """Those of the list, soonest first."""
        since, until = self.form.span(without)
        return self.rows(without=without).touching(since, until, begun=since <= self.form.now).soonest()

    def during(self, since: datetime, until: datetime) -> QuerySet:
        """Those of a calendar's table."""
        return self.rows().touching(max(since, self.form.now), until)

    def count(self) -> Counts:
        """How many each answer leaves. One query."""
        facets = self.kind.facets
        return count(self.listed(without=facets), facets, {name: self.form.chosen(name) for name in facets})


class AgendaFinder(Finder):
    """Counts events, and what stands beside them."""

    def __init__(
        self, form: EventFilters, rows: QuerySet, *, beside: DatesBeside, keep: Callable[..., Counts] = make_anew
    ) -> None:
        super().__init__(form, rows, keep)
        self.beside = beside

    def count_anew(self) -> Counts:
        counts = super().count_anew()
        return counts + self.beside.count() if self.form.answers.get("missions") else counts

    def number(self, without: Collection[str] = ()) -> int:
        number = super().number(without)
        if self.form.answers.get("missions"):
            number += capped_count(self.beside.listed(without=without))
        return number


class Merged:
    """Rows of several querysets, each in order of start, in one order: to be sliced as one of them would be.

    For a slice the starts of all rows up to its end are read from each; only the rows of the slice are read whole.
    """

    def __init__(self, *parts: QuerySet) -> None:
        self.parts = parts

    def __getitem__(self, piece: slice) -> list[Any]:
        numbers = range(len(self.parts))
        starts = merge(*(self._starts(number, piece.stop) for number in numbers))
        wanted = list(islice(starts, piece.start, piece.stop))
        whole = [self._whole(number, [pk for _start, part, pk in wanted if part == number]) for number in numbers]
        return [whole[number][pk] for _start, number, pk in wanted if pk in whole[number]]

    def _starts(self, number: int, most: int) -> Iterator[tuple[datetime, int, int]]:
        """What happens at the same time stands in the order of the parts."""
        rows = self.parts[number].values_list("start", "pk")[:most]
        return ((start, number, pk) for start, pk in rows)

    def _whole(self, number: int, pks: list[int]) -> dict[int, Any]:
        return self.parts[number].model.objects.card_rows().in_bulk(pks) if pks else {}
