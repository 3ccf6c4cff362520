"""What a list's page shows of its filters: answers with their counts, chips to take away, answers one tap away."""

from collections.abc import Callable, Collection
from dataclasses import dataclass

from django.db.models import QuerySet
from django.forms import BoundField
from django.http import QueryDict
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from volunteering.conf import conf
from volunteering.core.filtering.facets import Counts
from volunteering.core.filtering.form import FilterForm
from volunteering.core.pagination import capped_count

# They say how a list is shown, not what is in it: a new answer starts on its first page.
NOT_KEPT = ("page",)


@dataclass(frozen=True)
class Option:
    """One answer of a question.

    `count` is how many results it leaves (None: not counted); `address` leads to the list with it, or without it when
    it is chosen.
    """

    name: str
    value: str
    label: str
    count: int | None
    is_chosen: bool
    address: str


@dataclass(frozen=True)
class Question:
    """A question under "All filters": `options` to tick, or else an ordinary `field`."""

    label: str
    field: BoundField | None
    options: list[Option]
    counts_at_least: bool


@dataclass(frozen=True)
class Chip:
    """An answer that was given; `address` leads to the list without it."""

    name: str
    value: str
    label: str
    address: str


@dataclass(frozen=True)
class Wider:
    """The answer to give up when nothing is found, the list without it, and how many results that has (capped)."""

    label: str
    address: str
    count: int


def make_anew(*_parts: object, make: Callable[[], Counts]) -> Counts:
    return make()


class Finder:
    """Beside a list: `rows` is the whole of it, `form` what people asked.

    `keep(…, make=…)` may keep the counts, which depend on the list and the answers, for who asks the same.
    """

    def __init__(self, form: FilterForm, rows: QuerySet, keep: Callable[..., Counts] = make_anew) -> None:
        self.form = form
        self.rows = rows
        self.keep = keep

    @cached_property
    def counts(self) -> Counts:
        asked = {name: value for name, value in self.form.answers.items() if name != "sort"}
        return self.keep(type(self.form).__qualname__, repr(asked), make=self.count_anew)

    def count_anew(self) -> Counts:
        return self.form.count(self.rows)

    def number(self, without: Collection[str] = ()) -> int:
        """How many results there are without these answers; it may stop past the cap."""
        return capped_count(self.form.narrow(self.rows, without=without))

    def total(self) -> int:
        """How many results there are, told by the counts where they reach far enough; it may stop past the cap."""
        if self.counts.are_complete or self.counts.total > conf.COUNT_CAP:
            return self.counts.total
        return self.number()

    @cached_property
    def questions(self) -> list[Question]:
        """What stands under "All filters"."""
        return [self._question(entry) for entry in self.form.more]

    @cached_property
    def quick(self) -> list[Option]:
        """The answers worth one tap, in the order in which the form names them."""
        return [self._option(name, value) for name, value in self.form.quick]

    @cached_property
    def chips(self) -> list[Chip]:
        """What was answered, each with the way to take it back."""
        return [
            Chip(name, value, self.form.words(name, value), self._without(name, value))
            for name in self.form.answers
            if name not in self.form.no_chip
            for value in sorted(self.form.chosen(name))
        ]

    @property
    def given(self) -> list[Chip]:
        """The chips of what no quick answer shows already."""
        shown = {(option.name, option.value) for option in self.quick if option.is_chosen}
        return [chip for chip in self.chips if (chip.name, chip.value) not in shown]

    @property
    def clear(self) -> str:
        """The whole list."""
        kept = QueryDict(mutable=True)
        kept.update({name: self.form.data[name] for name in ("month", "week") if self.form.data.get(name)})
        return address(kept)

    @cached_property
    def wider(self) -> Wider | None:
        """For an empty list: the one answer without which most is found. A query for each answered question."""
        found = []
        for name in self.form.answers:
            if name not in self.form.no_chip and (number := self._count_without(name)):
                labels = ", ".join(self.form.words(name, value) for value in sorted(self.form.chosen(name)))
                found.append(Wider(labels, self._without(name), number))
        return max(found, key=lambda each: each.count, default=None)

    def _count_without(self, name: str) -> int:
        return min(conf.COUNT_CAP, self.number(self.form.together(name)))

    def _codes(self, name: str) -> list[tuple[str, str]]:
        return [(str(code), str(label)) for code, label in getattr(self.form.fields[name], "choices", ()) if code]

    def _question(self, entry: str | tuple[str, ...]) -> Question:
        at_least = not self.counts.are_complete
        if not isinstance(entry, str):
            return Question(_("And also"), None, [self._option(name, "1") for name in entry], at_least)
        field = self.form[entry]
        if not self.form.takes_several(entry):
            return Question(field.label, field, [], at_least)
        return Question(field.label, None, [self._option(entry, code) for code, _label in self._codes(entry)], at_least)

    def _option(self, name: str, value: str) -> Option:
        counted = self.counts.of.get(name)
        is_chosen = value in self.form.chosen(name)
        where = self._without(name, value) if is_chosen else self._with(name, value)
        label = self.form.words(name, value)
        return Option(name, value, label, counted.get(value, 0) if counted is not None else None, is_chosen, where)

    def _with(self, name: str, value: str) -> str:
        data = self._data()
        for other in self.form.excludes.get(name, ()):
            data.setlist(other, [])
        if self.form.takes_several(name):
            data.appendlist(name, value)
        else:
            data[name] = value
        return address(data)

    def _without(self, name: str, value: str | None = None) -> str:
        data = self._data()
        for each in self.form.together(name):
            kept = [one for one in data.getlist(each) if value is not None and one.strip() != value and each == name]
            data.setlist(each, kept)
        return address(data)

    def _data(self) -> QueryDict:
        """The parameters of the list that mean something, as they were given."""
        data = QueryDict(mutable=True)
        known = [name for name in (*self.form.fields, "month", "week") if name not in NOT_KEPT]
        for name in known:
            if values := [value for value in self.form.data.getlist(name) if value]:
                data.setlist(name, values)
        return data


def address(data: QueryDict) -> str:
    """The query string; `?` for the whole list."""
    text = data.urlencode(safe=",")
    return f"?{text}"
