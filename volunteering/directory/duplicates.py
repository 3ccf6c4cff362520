"""Records that may be of the same association: the same number, or nearly the same name."""

from collections import Counter
from functools import reduce
from operator import add

from django.db import models
from django.db.models import Case, IntegerField, QuerySet, When
from django.utils.translation import gettext_lazy as _

from volunteering.core.identifiers import normalise
from volunteering.core.sorting import sort_key
from volunteering.directory.models import AssociationPage
from volunteering.search.words import spelled, tells

MOST = 5
# Read and compared letter by letter: those with most pieces of the name.
READ = 40
# Of one name: its longest words, each by how it begins and how it ends. A slip of the pen spoils one of the two.
WORDS, PIECE = 3, 4
# Of two names, how much of their groups of three letters they share: 1 is all.
ALIKE = 0.66
# Half of the associations of a town have these in their name.
EVERYDAY = frozenset(
    """
    amicale amis asso association associations club collectif comite commune federation groupe groupement section
    societe sport sportif sportive union ville
    """.split()  # noqa: SIM905 — a list of words reads as one
)


class Reason(models.TextChoices):
    RNA = "rna", _("Same RNA number")
    SIRET = "siret", _("Same SIRET number")
    TITLE = "title", _("Nearly the same name")


def likely_duplicates(
    *, title: str, rna: str, siret: str, exclude_pk: int | None
) -> list[tuple[AssociationPage, Reason]]:
    """At most five, drafts included: those with the same number first, then the most alike by name.

    Empty texts are compared with nothing. Three queries at most, whose answers are bounded. A page comes without its
    long texts.
    """
    others = AssociationPage.objects.filter(alias_of=None).exclude(pk=exclude_pk).defer("body", "access_note")
    found: dict[int, tuple[AssociationPage, Reason]] = {}
    for reason, number in ((Reason.RNA, normalise(rna)), (Reason.SIRET, normalise(siret))):
        for page in others.filter(**{reason.value: number}).order_by("pk")[:MOST] if number else []:
            found.setdefault(page.pk, (page, reason))
    for page in _alike(title, others) if len(found) < MOST else []:
        found.setdefault(page.pk, (page, Reason.TITLE))
    return list(found.values())[:MOST]


def likeness(one: str, other: str) -> float:
    """Between 0 and 1: Dice's coefficient of the groups of three letters of their telling words, in any order."""
    here, there = _groups(one), _groups(other)
    total = here.total() + there.total()
    return 2 * (here & there).total() / total if total else 0.0


def _alike(title: str, others: QuerySet) -> list[AssociationPage]:
    pieces = _pieces(title)
    if not pieces:
        return []
    # One scan of one short column: a few milliseconds for some thousand records, on either database.
    score = reduce(add, map(_holds, pieces))
    near = others.annotate(pieces=score).filter(pieces__gt=0).order_by("-pieces", "pk")[:READ]
    marks = [(likeness(title, page.title), page) for page in near]
    alike = [each for each in marks if each[0] >= ALIKE]
    return [page for _mark, page in sorted(alike, key=lambda each: -each[0])]


def _holds(piece: str) -> Case:
    """1 when the title has this piece, else 0."""
    return Case(When(sort_title__contains=piece, then=1), default=0, output_field=IntegerField())


def _telling(title: str) -> list[str]:
    """The words that tell one association from another; all of them when none does."""
    words = [folded for folded, _written in spelled(title)]
    telling = [word for word in words if tells(word)]
    return [word for word in telling if word not in EVERYDAY] or telling or words


def _pieces(title: str) -> set[str]:
    """As they stand in `sort_title`, whose words keep what `sort_key` keeps."""
    words = sorted(set(_telling(sort_key(title))), key=len, reverse=True)[:WORDS]
    return {piece for word in words for piece in (word[:PIECE], word[-PIECE:])}


def _groups(title: str) -> Counter[str]:
    padded = (f"  {word} " for word in _telling(title))
    return Counter(word[start : start + 3] for word in padded for start in range(len(word) - 2))
