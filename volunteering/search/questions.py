"""What somebody asked, understood: each word as the stems that stand for it, a misspelt one as the nearest known."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import reduce
from operator import or_

from django.db.models import Case, Exists, F, IntegerField, OuterRef, Q, QuerySet, Value, When

from volunteering.search import spelling
from volunteering.search.models import SearchPosting, SearchStem, SearchWord
from volunteering.search.stemming import stem
from volunteering.search.words import asked

# Enough for a question; the rest of a pasted page is not read.
MOST_WORDS = 8
# Words that a beginning may stand for, and words that a misspelling may.
COMPLETIONS, NEAREST = 8, 5
SHORTEST_BEGINNING = 2
# Known words compared letter by letter with one that was typed.
COMPARED = 300
# Sorts after every ending of a folded word, whatever the collation of the database.
LAST = "z" * 8


@dataclass(frozen=True, kw_only=True)
class Term:
    """One word of the question. No stems: no page holds it, nor anything near it. `meant` is set when it was corrected.

    `pages` is about how many hold it.
    """

    typed: str
    stems: tuple[int, ...] = ()
    meant: str = ""
    pages: int = 0

    @property
    def is_known(self) -> bool:
        return bool(self.stems)


@dataclass(frozen=True, kw_only=True)
class Question:
    terms: list[Term] = field(default_factory=list)

    @property
    def can_be_answered(self) -> bool:
        return bool(self.terms) and all(term.is_known for term in self.terms)

    @property
    def is_corrected(self) -> bool:
        return any(term.meant for term in self.terms)

    @property
    def as_meant(self) -> str:
        return " ".join(term.meant or term.typed for term in self.terms)

    @property
    def known_words(self) -> list[str]:
        """Words that can be looked for one by one, when no page holds them all."""
        return [term.meant or term.typed for term in self.terms if term.is_known]

    @property
    def rarest_first(self) -> list[Term]:
        return sorted(self.terms, key=lambda term: term.pages)


def understand(text: str, *, exactly: bool = False) -> Question:
    """In at most three queries. `exactly`: nothing but what was typed, plural and feminine aside."""
    words = asked(text, at_most=MOST_WORDS)
    terms = _known(words)
    if not exactly:
        terms |= _begun(word for word in words if word not in terms)
        terms |= _misspelt([word for word in words if word not in terms])
    return Question(terms=[terms.get(word, Term(typed=word)) for word in words])


def understand_beginning(text: str) -> Question:
    """The same while somebody types: the last word may go on. In at most two queries."""
    words = asked(text, at_most=MOST_WORDS)
    if not words or len(words[-1]) < SHORTEST_BEGINNING:
        return Question()
    terms = _known_or_begun(words)
    terms |= _misspelt([word for word in words if word not in terms])
    return Question(terms=[terms.get(word, Term(typed=word)) for word in words])


def _in_use() -> Exists:
    """Only words of pages that are in the index count as known."""
    return Exists(SearchPosting.objects.filter(stem=OuterRef("pk")))


def _known(words: list[str]) -> dict[str, Term]:
    stems = {word: stem(word) for word in words}
    rows = SearchStem.objects.filter(_in_use(), text__in=set(stems.values())).values_list("text", "pk", "pages")
    found = {text: (pk, pages) for text, pk, pages in rows}
    return {
        word: Term(typed=word, stems=(found[text][0],), pages=found[text][1])
        for word, text in stems.items()
        if text in found
    }


def _begun(words: Iterable[str]) -> dict[str, Term]:
    """Unknown words that begin known ones."""
    beginnings = [word for word in words if len(word) > SHORTEST_BEGINNING]
    if not beginnings:
        return {}
    rows = list(_beginning_with(beginnings)[: COMPLETIONS * len(beginnings)].values_list("text", "pk", "pages"))
    return _terms({word: [row for row in rows if row[0].startswith(word)][:COMPLETIONS] for word in beginnings})


def _known_or_begun(words: list[str]) -> dict[str, Term]:
    *others, last = words
    exact = {stem(word) for word in words}
    rows = (
        SearchStem.objects.filter(_in_use(), Q(text__in=exact) | _begins(last))
        .order_by(Case(When(text__in=exact, then=Value(0)), default=Value(1), output_field=IntegerField()), "-pages")
        .values_list("text", "pk", "pages")[: len(words) + COMPLETIONS]
    )
    found = {word: [row for row in rows if row[0] == stem(word)] for word in others}
    found[last] = [row for row in rows if row[0] == stem(last) or row[0].startswith(last)]
    return _terms(found)


def _terms(rows_of: dict[str, list[tuple[str, int, int]]]) -> dict[str, Term]:
    return {
        word: Term(typed=word, stems=tuple(pk for _text, pk, _pages in rows), pages=sum(pages for *_, pages in rows))
        for word, rows in rows_of.items()
        if rows
    }


def _beginning_with(beginnings: list[str]) -> QuerySet[SearchStem]:
    return SearchStem.objects.filter(_in_use(), reduce(or_, map(_begins, beginnings))).order_by("-pages")


def _begins(beginning: str) -> Q:
    """A range, which an index serves on every database."""
    return Q(text__gte=beginning, text__lt=beginning + LAST)


def _misspelt(words: list[str]) -> dict[str, Term]:
    """The known words that need the fewest edits: all that need equally few, the most frequent first."""
    wanted = {word: spelling.keys(word, edits=spelling.forgiven(word)) for word in words if spelling.forgiven(word)}
    if not wanted:
        return {}
    near = SearchWord.objects.filter(
        Exists(SearchPosting.objects.filter(stem=OuterRef("stem"))), spellings__key__in=set().union(*wanted.values())
    )
    rows = list(near.distinct().values_list("form", "label", "stem", F("stem__pages"))[:COMPARED])
    return {word: term for word in wanted if (term := _nearest(word, rows))}


def _nearest(word: str, rows: list[tuple[str, str, int, int]]) -> Term | None:
    within = [(spelling.distance(word, row[0]), -row[3], row) for row in rows]
    fewest = min((edits for edits, *_ in within), default=None)
    if fewest is None or fewest > spelling.forgiven(word):
        return None
    best = [row for edits, _pages, row in sorted(within) if edits == fewest][:NEAREST]
    stems = dict.fromkeys(row[2] for row in best)
    return Term(typed=word, stems=tuple(stems), meant=best[0][1], pages=sum(row[3] for row in best))
