"""From text to words that compare: "La Fête des associations" → fete, associations. Pure."""

import re
import unicodedata
from collections.abc import Iterator

LONGEST = 40
TOKEN = re.compile(r"[^\W_]+")
# "M.J.C." is one word.
ACRONYM = re.compile(r"\b(?:\w\.){2,}")
# "vide-greniers" is two words, and one for whoever writes it in one.
COMPOUND = re.compile(r"[^\W\d_]{2,}(?:-[^\W\d_]{2,})+")
LIGATURES = str.maketrans({"œ": "oe", "æ": "ae"})

# In nearly every sentence, so that they tell nothing apart. Folded, as `fold` writes them.
STOP_WORDS = frozenset(
    """
    a ai as au aux avec c ce ces cet cette d dans de des du elle elles en entre est et eux il ils j je l la le les leur
    leurs lui m ma mais me meme mes moi mon n ne nos notre nous on ont ou par pas pour qu quand que quel quelle qui s sa
    sans se ses si son sont sur t ta te tes toi ton tu un une vers vos votre vous y
    """.split()  # noqa: SIM905 — ninety lines tell no more
)


def fold(word: str) -> str:
    """Case, accents and ligatures set aside: "Œuvre" → "oeuvre"."""
    plain = unicodedata.normalize("NFKD", word.casefold().translate(LIGATURES))
    return "".join(character for character in plain if not unicodedata.combining(character))


def spelled(text: str) -> Iterator[tuple[str, str]]:
    """Each word as (folded, as written in small letters): ("fete", "fête"). Stop words and lone letters too."""
    lower = ACRONYM.sub(lambda found: found[0].replace(".", ""), unicodedata.normalize("NFKC", text).lower())
    for found in TOKEN.finditer(lower):
        written = found[0][:LONGEST]
        if folded := fold(written)[:LONGEST]:
            yield folded, written


def telling(text: str) -> Iterator[tuple[str, str]]:
    """The words of a page's text that are worth finding it by, compounds also in one."""
    for folded, written in spelled(text):
        if tells(folded):
            yield folded, written
    for found in COMPOUND.finditer(unicodedata.normalize("NFKC", text).lower()):
        written = found[0].replace("-", "")
        if len(written) <= LONGEST:
            yield fold(written)[:LONGEST], written


def tells(folded: str) -> bool:
    return folded not in STOP_WORDS and (len(folded) > 1 or folded.isdigit())


def asked(text: str, *, at_most: int) -> list[str]:
    """The words of a question, folded, each once. Stop words alone are kept: they may be a misspelling."""
    words = list(dict.fromkeys(folded for folded, _written in spelled(text)))
    return ([word for word in words if tells(word)] or words)[:at_most]
