"""What can be found: each domain's pages under a name, and the site's own beside them. Down by registration."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import QuerySet
from wagtail.models import Page


@dataclass(frozen=True, kw_only=True)
class Texts:
    """What a page is found by. A word in the title counts most."""

    title: str
    keywords: str = ""
    body: str = ""


@dataclass(frozen=True, kw_only=True)
class SearchKind:
    """One group of results.

    `name` stands in addresses (`?kind=missions`), `label` above the group; groups follow their `rank`. `found()` is the
    queryset of what is not over; the search itself leaves out what not everyone may read. `order` names columns,
    "-date" for the newest first, for pages that hold the words equally well. `for_index(pages)` fetches what
    `texts(page)` reads; `naming(page)` are the pages whose texts name another page. `cards(pks)` gives what `template`
    shows, with `cards` and `request` in its context.
    """

    name: str
    label: Any
    rank: int
    model: type[Page]
    found: Callable[[], QuerySet]
    order: Sequence[str]
    for_index: Callable[[QuerySet], QuerySet]
    texts: Callable[[Any], Texts]
    cards: Callable[[list[int]], QuerySet | list]
    template: str
    naming: Callable[[Page], QuerySet] | None = None

    @property
    def content_type_id(self) -> int:
        return ContentType.objects.get_for_model(self.model).pk


_kinds: dict[str, SearchKind] = {}


def register(kind: SearchKind) -> None:
    """Add a kind, or replace the one of the same name: a site may find its own page types instead of ours."""
    _kinds[kind.name] = kind


def kinds() -> list[SearchKind]:
    """In the order of the groups."""
    return sorted(_kinds.values(), key=lambda kind: kind.rank)


def kind_named(name: str) -> SearchKind:
    return _kinds[name]


def kind_of(page: Page) -> SearchKind | None:
    """The kind of a specific page, if it is to be found at all."""
    return next((kind for kind in kinds() if isinstance(page, kind.model)), None)


def named(terms: Any) -> str:
    """The names of related themes, skills or quarters."""
    return " ".join(each.name for each in terms.all())


def place_of(page: Any) -> str:
    """What a page with a location says of it."""
    quarter = page.neighbourhood.name if page.neighbourhood else ""
    return f"{page.place_name} {page.address} {page.city} {quarter}"
