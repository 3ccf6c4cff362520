"""What is true of the data whatever happened. Each domain registers its own in `invariants`; `check_invariants` asks.

    register(
        Invariant(
            name="places_as_held",
            promise=_("The places taken of a shift are those of the people who hold them."),
            broken=shifts_counted_wrongly,
        )
    )

Nothing here says more of anybody than the number of a row.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.utils.functional import Promise

# A promise that is broken so often is broken.
MOST = 200


@dataclass(frozen=True, kw_only=True)
class Invariant:
    """`broken`: the keys of the rows for which it is not so, as a list or a query. `repair`: an action that puts them
    right; None where somebody has to find out first what happened.
    """

    name: str
    promise: Promise
    broken: Callable[[], Sequence[Any] | QuerySet]
    repair: Callable[[Collection[Any]], object] | None = None

    def find(self) -> list[Any]:
        """At most `MOST` keys."""
        return list(self.broken()[:MOST])


_registered: dict[str, Invariant] = {}


def register(*invariants: Invariant) -> None:
    _registered.update({invariant.name: invariant for invariant in invariants})


def registered() -> list[Invariant]:
    return list(_registered.values())


@dataclass(frozen=True, kw_only=True)
class Finding:
    """`repaired`: how many of the broken ones are whole again."""

    invariant: Invariant
    keys: list[Any]
    repaired: int = 0

    @property
    def is_kept(self) -> bool:
        return self.repaired == len(self.keys)


def check(*, repair: bool = False) -> list[Finding]:
    """One per promise, in the order of the register."""
    return [_look(invariant, repair=repair) for invariant in registered()]


def _look(invariant: Invariant, *, repair: bool) -> Finding:
    keys = invariant.find()
    if not (keys and repair and invariant.repair):
        return Finding(invariant=invariant, keys=keys)
    invariant.repair(keys)
    left = invariant.find()
    return Finding(invariant=invariant, keys=left or keys, repaired=0 if left else len(keys))
