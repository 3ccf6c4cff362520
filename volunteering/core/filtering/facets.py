"""How many results each answer would leave, counted from one bounded query.

The rows that pass every other question are read with the columns the facets need, up to a limit; what each answer
leaves is then counted here. Exact while the list is shorter than the limit; beyond it the counts say "at least".
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

# Rows read at the most: a row per theme of a result.
LIMIT = 2000


@dataclass(frozen=True)
class Facet:
    """A question whose answers carry counts.

    `columns` lead from the list's rows to what the answer depends on; `answers` says which answers a row satisfies.
    With `needs_all`, several chosen answers must all hold (every accessibility one needs); else one is enough.
    """

    columns: tuple[str, ...]
    answers: Callable[..., Iterable[str]]
    needs_all: bool = False

    def holds(self, satisfied: set[str], chosen: set[str]) -> bool:
        if not chosen:
            return True
        return chosen <= satisfied if self.needs_all else bool(chosen & satisfied)


def single(column: str) -> Facet:
    """The answer is the column's own value."""
    return Facet((column,), lambda value: (str(value),) if value else ())


def boolean(column: str) -> Facet:
    """`?name=1` when the column is true."""
    return Facet((column,), lambda value: ("1",) if value else ())


@dataclass(frozen=True)
class Counts:
    """`of[name][answer]` is how many results that answer leaves, beside the other questions' answers; `total` how many
    all answers leave."""

    of: Mapping[str, Mapping[str, int]]
    total: int
    are_complete: bool

    def __add__(self, other: "Counts") -> "Counts":
        """Of two lists in one. A question only the first one knows is answered by it alone."""
        of = {name: dict(Counter(answers) + Counter(other.of.get(name, {}))) for name, answers in self.of.items()}
        return Counts(of, self.total + other.total, self.are_complete and other.are_complete)


def count(rows: QuerySet, facets: Mapping[str, Facet], chosen: Mapping[str, set[str]]) -> Counts:
    """`rows` is narrowed by everything but the facets, in the list's order. One query."""
    columns = [column for facet in facets.values() for column in facet.columns]
    read = list(rows.values_list("pk", *columns)[:LIMIT])
    counted: dict[str, dict[str, int]] = {name: defaultdict(int) for name in facets}
    total = 0
    for values, number in _alike(read).items():
        satisfied = _answers(values, facets)
        failing = [name for name, facet in facets.items() if not facet.holds(satisfied[name], chosen[name])]
        if not failing:
            total += number
        for name in facets:
            if failing in ([], [name]):
                for answer in satisfied[name]:
                    counted[name][answer] += number
    of = {name: dict(answers) for name, answers in counted.items()}
    return Counts(of, total, are_complete=len(read) < LIMIT)


def _alike(read: list[tuple[Any, ...]]) -> Counter[tuple[tuple[Any, ...], ...]]:
    """How many results have the same values: the dates of one event do. A result with three themes has three rows."""
    rows_of: dict[Any, tuple[tuple[Any, ...], ...]] = {}
    for pk, *values in read:
        rows_of[pk] = (*rows_of.get(pk, ()), tuple(values))
    return Counter(rows_of.values())


def _answers(rows: tuple[tuple[Any, ...], ...], facets: Mapping[str, Facet]) -> dict[str, set[str]]:
    """The answers that a result with these rows satisfies, for each question."""
    satisfied: dict[str, set[str]] = {}
    first = 0
    for name, facet in facets.items():
        last = first + len(facet.columns)
        satisfied[name] = {answer for values in rows for answer in facet.answers(*values[first:last])}
        first = last
    return satisfied
