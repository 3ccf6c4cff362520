"""What other domains show among the dates of events when people ask for it. Down by registration: the agenda reads
what is told here, and knows none of them.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from django.db.models import Model, QuerySet
from django.http import QueryDict
from wagtail.models import Site

from volunteering.core.filtering import Facet


@dataclass(frozen=True, kw_only=True)
class Beside:
    """One kind of dates beside those of events.

    `name` is the question of the agenda that asks for it (`?missions=1`), `questions` are those it can answer: asked
    another one, it stays away. `found(query, site)` are the rows of what everyone may read and what is not over, that
    pass the questions in `query`; `facets` lead from them to the answers that carry counts.

    The rows are of `model`. They have `start`, `end`, `first_day`, `last_day` and `spans_days`, as dates of events
    have; their querysets have `touching`, `card_rows`, `for_calendar` and `soonest`. `row_template` shows one in the
    list, with the relations in `row_needs`; `cell_template` shows it in a `day` of a calendar, with `places` also where
    it is. Both call it `row`, and get the `request`.
    """

    name: str
    questions: frozenset[str]
    model: type[Model]
    found: Callable[[QueryDict, Site | None], QuerySet]
    facets: Mapping[str, Facet]
    row_template: str
    row_needs: tuple[str, ...]
    cell_template: str


_kinds: dict[str, Beside] = {}


def register(kind: Beside) -> None:
    """Add a kind, or replace the one of the same name."""
    _kinds[kind.name] = kind


def kind_named(name: str) -> Beside:
    return _kinds[name]
