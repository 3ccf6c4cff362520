"""The pages that hold all the words of a question: numbers first, bounded, then the cards of one page of them."""

from functools import cached_property, partial
from typing import Any

from django.db.models import FilteredRelation, Q, QuerySet, Value
from django.http import HttpRequest
from django.template.loader import get_template
from django.utils.safestring import SafeString
from wagtail.models import Page

from volunteering.conf import conf
from volunteering.core.kept import Shelf
from volunteering.core.pagination import BoundedPaginator
from volunteering.core.restrictions import everyone_may_read, outside
from volunteering.search.models import Weight
from volunteering.search.questions import Question, Term
from volunteering.search.registry import SearchKind, kinds

SUGGESTIONS = 8


class HitPaginator(BoundedPaginator):
    """Over numbers that were read already: one more than the cap says that there are more, and is not shown."""

    def __init__(self, hits: list[int], *, per_page: int | None = None) -> None:
        super().__init__(hits[: conf.COUNT_CAP], per_page=per_page)
        self.hits = hits

    @cached_property
    def count(self) -> int:
        return len(self.hits)


def find(kind: SearchKind, question: Question, *, hidden: list[str]) -> list[int]:
    """Numbers of pages, the best first: in the title, in the summary, in the text; within these in the kind's order.

    At most one more than COUNT_CAP. Reading stops there and only these are sorted: ranking every hit grows with the
    city. Of more, those with the rarest word in their title, and among them the newest pages, are kept. `hidden` are
    the paths that not everyone may read.
    """
    if not question.can_be_answered:
        return []
    terms = question.rarest_first
    pages, weights = _holding(kind.found().filter(outside(hidden)), kind, terms)
    if len(terms[0].stems) == 1:
        # In the order of its index, so that nothing is read beyond the limit.
        pages = pages.order_by(f"-{weights[0]}", "-word0__page")
    columns = [name.removeprefix("-") for name in kind.order]
    rows = pages.values_list("pk", *weights, *columns)[: conf.COUNT_CAP + 1]
    return _ranked(list(rows), kind, number_of_weights=len(weights))


def cards(kind: SearchKind, hits: list[int], *, shelf: Shelf, request: HttpRequest) -> list[SafeString]:
    """What the kind's template shows of each, in the same order; what was made for another search serves again."""

    def make(missing: list[int]) -> list[SafeString]:
        wanted = [hits[number] for number in missing]
        # A date of an event stands for its event.
        found = {getattr(card, "event_id", card.pk): card for card in kind.cards(wanted)}
        template = get_template(kind.template)
        # One that went away meanwhile leaves nothing.
        shown = ([found[pk]] if pk in found else [] for pk in wanted)
        return [template.render({"cards": each, "request": request}) for each in shown]

    return shelf.many([("hit", kind.name, pk) for pk in hits], make)


def suggest(question: Question) -> dict[str, list[Page]]:
    """Pages with the last word in their title, by the name of their kind: at most eight together, in one query."""
    if not question.can_be_answered:
        return {}
    *others, last = question.terms
    parts = [_suggested(kind, [last, *others]) for kind in kinds()]
    rows = list(parts[0].union(*parts[1:], all=True)) if len(parts) > 1 else list(parts[0])
    found = {kind.name: [page for page in rows if page.found_as == kind.name] for kind in kinds()}
    return _shared_out({name: pages for name, pages in found.items() if pages})


def _suggested(kind: SearchKind, terms: list[Term]) -> QuerySet[Page]:
    pages, weights = _holding(kind.found().filter(everyone_may_read()), kind, terms)
    titles = pages.filter(**{weights[0]: Weight.TITLE}).order_by().values("pk")[:SUGGESTIONS]
    found = Page.objects.filter(pk__in=titles).only("title", "url_path")
    return found.annotate(found_as=Value(kind.name)).order_by()


def _shared_out(found: dict[str, list[Page]]) -> dict[str, list[Page]]:
    """Room for every kind: each in turn gives one more, until eight are chosen."""
    chosen: dict[str, int] = dict.fromkeys(found, 0)
    while sum(chosen.values()) < SUGGESTIONS:
        left = [name for name, number in chosen.items() if number < len(found[name])]
        if not left:
            break
        for name in left[: SUGGESTIONS - sum(chosen.values())]:
            chosen[name] += 1
    return {name: found[name][:number] for name, number in chosen.items()}


def _holding(pages: QuerySet, kind: SearchKind, terms: list[Term]) -> tuple[QuerySet, list[str]]:
    """The pages joined once per word, and the names under which each word's weight is read."""
    for number, term in enumerate(terms):
        same = Q(search_postings__stem__in=term.stems, search_postings__kind=kind.content_type_id)
        alias = f"word{number}"
        pages = pages.annotate(**{alias: FilteredRelation("search_postings", condition=same)})
        pages = pages.filter(**{f"{alias}__weight__gt": 0})
    return pages, [f"word{number}__weight" for number in range(len(terms))]


def _ranked(rows: list[tuple], kind: SearchKind, *, number_of_weights: int) -> list[int]:
    """By weight, then in the kind's order. A word that stands for several may bring a page several times."""
    scores: dict[int, int] = {}
    columns: dict[int, list[Any]] = {}
    for pk, *values in rows:
        scores[pk] = max(scores.get(pk, 0), sum(values[:number_of_weights]))
        columns[pk] = values[number_of_weights:]
    ranked = sorted(scores)
    for number, name in reversed(list(enumerate(kind.order))):
        ranked.sort(key=partial(_sortable, columns, number), reverse=name.startswith("-"))
    return sorted(ranked, key=lambda pk: -scores[pk])


def _sortable(columns: dict[int, list[Any]], number: int, pk: int) -> tuple[bool, Any]:
    value = columns[pk][number]
    return value is None, value
