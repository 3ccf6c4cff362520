"""Verbs on the index: put pages in, take them out, make all of it anew. Each may be done again: nothing changes."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any

from django.db import transaction
from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from wagtail.models import Page

from volunteering.core.planner import analyse
from volunteering.core.restrictions import everyone_may_read
from volunteering.search import spelling
from volunteering.search.models import SearchEntry, SearchPosting, SearchSpelling, SearchStem, SearchWord, Weight
from volunteering.search.registry import SearchKind, Texts, kind_of, kinds
from volunteering.search.stemming import stem
from volunteering.search.words import telling

# Another one makes every page be read again: change it with the way words are read.
READING = "1:"
# Pages read at once, rows written at once.
PAGES, ROWS = 200, 2000
TOLD_EVERY = 2000
# A page of more different words is found by the first of them.
MOST_WORDS = 1000

# Each form of a word on a page, with how it is written and the best of the places where it stands.
Words = dict[str, tuple[str, Weight]]


# Inside `indexed_together`: numbers of the pages that were published, by kind.
_waiting: ContextVar[dict[str, set[int]] | None] = ContextVar("waiting", default=None)


@dataclass
class Report:
    """How many pages were read, of which so many were written anew, and how many were taken out."""

    read: int = 0
    written: int = 0
    removed: int = 0


def index_page(*, page: Page) -> None:
    """Make the index say what the page says, when it is to be found at all and everyone may read it."""
    kind, waiting = kind_of(page), _waiting.get()
    if kind and waiting is not None:
        waiting[kind.name].add(page.pk)
        if len(waiting[kind.name]) >= PAGES:
            _index_waiting(waiting)
    elif kind:
        index_pages(kind=kind, pages=kind.model.objects.filter(pk=page.pk))


@contextmanager
def indexed_together() -> Iterator[None]:
    """Pages published in this block are read together, some hundreds at a time, the last ones when it ends, whatever
    ended it: for a tenth of what each costs alone.

    A process that dies meanwhile leaves the last ones to the nightly `setup_search`.
    """
    waiting: dict[str, set[int]] = defaultdict(set)
    token = _waiting.set(waiting)
    try:
        yield
    finally:
        _waiting.reset(token)
        _index_waiting(waiting)


def _index_waiting(waiting: dict[str, set[int]]) -> None:
    for kind in kinds():
        index_pages(kind=kind, pages=kind.model.objects.filter(pk__in=waiting.pop(kind.name, ())))


def index_naming(*, page: Page) -> None:
    """The pages in the index that are also found by this page's name."""
    for kind in kinds():
        if kind.naming:
            index_pages(kind=kind, pages=kind.naming(page).filter(pk__in=SearchEntry.objects.values("pk")))


def index_beneath(*, page: Page) -> None:
    """A page moved, or its readers changed: the same for it and all that stand beneath it."""
    for kind in kinds():
        index_pages(kind=kind, pages=kind.model.objects.filter(path__startswith=page.path))


def index_pages(
    *, kind: SearchKind, pages: QuerySet, report: Report | None = None, say: Callable[[str], Any] | None = None
) -> None:
    """Those that everyone may read go in, those of them that not everyone may read go out."""
    report = report or Report()
    hidden = SearchEntry.objects.filter(pk__in=pages.exclude(everyone_may_read()).values("pk"))
    report.removed += forget(pages=hidden.values_list("pk", flat=True))
    numbers = list(pages.filter(everyone_may_read()).order_by("pk").values_list("pk", flat=True))
    for batch in _batches(numbers, PAGES):
        pages = kind.for_index(kind.model.objects.filter(pk__in=batch))
        _write(kind, {page.pk: kind.texts(page) for page in pages}, report)
        if say and (report.read % TOLD_EVERY == 0 or report.read == len(numbers)):
            say(f"{kind.name}: {report.read} of {len(numbers)} read, {report.written} written")


@transaction.atomic
def forget(*, pages: Iterable[int]) -> int:
    """Take pages out, by number; returns how many were in. Words nobody uses any more are swept out at night."""
    gone = list(pages)
    if not gone:
        return 0
    for batch in _batches(gone, ROWS):
        SearchPosting.objects.filter(page__in=batch).delete()
        SearchEntry.objects.filter(page__in=batch).delete()
    return len(gone)


def build_index(*, say: Callable[[str], Any] | None = None) -> Report:
    """Bring the whole index up to date: what is missing or changed is written, what is over is taken out."""
    report, wanted = Report(), Q(pk__in=[])
    for kind in kinds():
        part = Report()
        index_pages(kind=kind, pages=kind.model.objects.filter(pk__in=kind.found().values("pk")), report=part, say=say)
        report.read, report.written = report.read + part.read, report.written + part.written
        wanted |= Q(pk__in=kind.found().values("pk"))
    wanted &= everyone_may_read()
    over = SearchEntry.objects.exclude(pk__in=Page.objects.filter(wanted).values("pk"))
    report.removed = forget(pages=over.values_list("pk", flat=True))
    _sweep()
    _count()
    analyse()
    return report


def _write(kind: SearchKind, texts: dict[int, Texts], report: Report) -> None:
    """Write those whose words changed since they were last written."""
    known = dict(SearchEntry.objects.filter(pk__in=texts).values_list("pk", "fingerprint"))
    prints = {pk: fingerprint(text) for pk, text in sorted(texts.items())}
    changed = [pk for pk, print_ in prints.items() if known.get(pk) != print_]
    report.read += len(texts)
    report.written += len(changed)
    if changed:
        _write_words(kind, {pk: _weigh(texts[pk]) for pk in changed}, {pk: prints[pk] for pk in changed})


@transaction.atomic
def _write_words(kind: SearchKind, words: dict[int, Words], prints: dict[int, str]) -> None:
    # This locks their rows: two publications of one page at once take turns.
    SearchEntry.objects.bulk_create(
        [SearchEntry(page_id=pk, fingerprint=print_) for pk, print_ in prints.items()],
        update_conflicts=True,
        unique_fields=["page"],
        update_fields=["fingerprint"],
    )
    stems = _learn({form: label for each in words.values() for form, (label, _weight) in each.items()})
    SearchPosting.objects.filter(page__in=list(words)).delete()
    rows = [
        SearchPosting(page_id=pk, stem_id=stems[text], kind_id=kind.content_type_id, weight=weight)
        for pk, each in words.items()
        for text, weight in _stems(each).items()
    ]
    SearchPosting.objects.bulk_create(rows, batch_size=ROWS)


def fingerprint(texts: Texts) -> str:
    """Equal as long as neither the texts nor our way to read them changed."""
    content = "\0".join([texts.title, texts.keywords, texts.body]).encode("utf-8", "surrogatepass")
    return READING + blake2b(content, digest_size=14).hexdigest()


def is_current() -> bool:
    """Whether every page that may be found now is in the index, read the present way."""
    missing = Exists(SearchEntry.objects.filter(pk=OuterRef("pk"), fingerprint__startswith=READING))
    return not any(kind.found().filter(everyone_may_read(), ~missing).exists() for kind in kinds())


def _weigh(texts: Texts) -> Words:
    found: Words = {}
    for text, weight in ((texts.title, Weight.TITLE), (texts.keywords, Weight.KEYWORD), (texts.body, Weight.BODY)):
        for form, label in telling(text):
            found.setdefault(form, (label, weight))
    return dict(list(found.items())[:MOST_WORDS])


def _stems(words: Words) -> dict[str, Weight]:
    found: dict[str, Weight] = {}
    for form, (_label, weight) in words.items():
        found.setdefault(stem(form), weight)
    return found


def _learn(labels: dict[str, str]) -> dict[str, int]:
    """The number of each stem; unknown stems, words and their misspellings are written first."""
    numbers: dict[str, int] = {}
    for forms in _batches(sorted(labels), ROWS):
        stems = {form: stem(form) for form in forms}
        numbers |= _stem_numbers(set(stems.values()))
        known = set(SearchWord.objects.filter(form__in=forms).values_list("form", flat=True))
        new = [SearchWord(form=form, label=labels[form], stem_id=numbers[stems[form]]) for form in forms]
        new = [word for word in new if word.form not in known]
        if new:
            SearchWord.objects.bulk_create(new, batch_size=ROWS, ignore_conflicts=True)
            _spell([word.form for word in new])
    return numbers


def _spell(forms: list[str]) -> None:
    learnt = SearchWord.objects.filter(form__in=forms).values_list("pk", "form")
    rows = [SearchSpelling(key=key, word_id=pk) for pk, form in learnt for key in spelling.keys_of_known(form)]
    SearchSpelling.objects.bulk_create(rows, batch_size=ROWS, ignore_conflicts=True)


def _stem_numbers(texts: set[str]) -> dict[str, int]:
    found = dict(SearchStem.objects.filter(text__in=texts).values_list("text", "pk"))
    missing = sorted(texts - found.keys())
    if missing:
        new = [SearchStem(text=text) for text in missing]
        SearchStem.objects.bulk_create(new, batch_size=ROWS, ignore_conflicts=True)
        found |= dict(SearchStem.objects.filter(text__in=missing).values_list("text", "pk"))
    return found


def _sweep() -> None:
    """Words that no page holds any more, with all their spellings."""
    SearchStem.objects.filter(~Exists(SearchPosting.objects.filter(stem=OuterRef("pk")))).delete()


def _count() -> None:
    """On how many pages each stem stands: the rarest word of a question is looked up first."""
    counts = dict(SearchPosting.objects.values_list("stem").annotate(number=Count("page")).order_by())
    rows = [row for row in SearchStem.objects.all() if row.pages != counts.get(row.pk, 0)]
    for row in rows:
        row.pages = counts.get(row.pk, 0)
    SearchStem.objects.bulk_update(rows, ["pages"], batch_size=PAGES)


def _batches(things: list, size: int) -> Iterator[list]:
    for first in range(0, len(things), size):
        yield things[first : first + size]
