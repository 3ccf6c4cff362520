"""The register's words as a page says them: names out of capitals, purposes as sentences, seats as addresses. Pure."""

import re
from collections.abc import Mapping

# Words that stay small inside a French name.
# fmt: off
SMALL = {
    "a", "à", "au", "aux", "avec", "ce", "chez", "contre", "dans", "de", "des", "du", "elle", "en", "entre",
    "est", "et", "il", "la", "le", "les", "leur", "leurs", "nos", "notre", "on", "ou", "par", "pour", "que",
    "qui", "sa", "sans", "se", "ses", "son", "sous", "sur", "t", "un", "une", "vers", "vos", "votre", "y",
}
# Well-known acronyms that can be pronounced, and so look like words.
ACRONYMS = {
    "AAPPMA", "AC", "ACCA", "ADAPEI", "ADIL", "ADMR", "AFM", "AMAP", "APAJH", "APE", "APEL", "APF", "AS", "ASL",
    "ASPTT", "ATD", "CAF", "CCFD", "CIDFF", "CIMADE", "EHPAD", "EPGV", "ES", "ESAT", "FCPE", "FNACA", "FNATH",
    "FSE", "GEM", "INSEE", "LEA", "MAIF", "MSA", "OGEC", "OMS", "ONG", "PEEP", "RASED", "SEL", "SNSM", "SPA",
    "UDAF", "UFOLEP", "UNAFAM", "UNAPEI", "UNICEF", "UNRPA", "UNSS", "US", "USA", "USEP", "VMEH",
}
# fmt: on
ELISION = re.compile(r"^([dljmnstc]|qu|jusqu|lorsqu)(['’])(.+)$", re.IGNORECASE)
ROMAN = re.compile(r"X{0,3}(?:IX|IV|V?I{0,3})")
ORDINAL = re.compile(r"(X{1,3}(?:IX|IV|V?I{0,3}))E")
DOTTED = re.compile(r"(?:[A-ZÀ-Ý]\.){2,}[A-ZÀ-Ý]?")
VOWELS = re.compile(r"[AEIOUYÀ-ÖÙ-Ý]")
TOKEN = re.compile(r"[\w'’.&]+")

EMAIL = re.compile(r"\S+@\S+")
PHONE = re.compile(r"(?:\+\s?33|\b0)(?:[\s.\-]?\(0\))?\s?[1-9](?:[\s.\-]?\d{2}){4}\b")
# A seat "chez M. Dupont" is somebody's home: the name goes, the street stays.
SOMEBODY = re.compile(r"\b(?:(?:chez|c/o|mr|mme|mlle|monsieur|madame|mademoiselle)\b|m\.)", re.IGNORECASE)
# The register cut long purposes in the middle of a word: "… au sein des établissements d'enseignement le r".
CUT = re.compile(r"^.{400,}[ ']\w{1,2}$", re.DOTALL)
REPETITIONS = {"B": "bis", "T": "ter", "Q": "quater"}
WAYS = {
    "ALL": "allée",
    "AV": "avenue",
    "BD": "boulevard",
    "CAR": "carrefour",
    "CHE": "chemin",
    "CHS": "chaussée",
    "CITE": "cité",
    "COR": "corniche",
    "CRS": "cours",
    "ESP": "esplanade",
    "FG": "faubourg",
    "GR": "grande rue",
    "HAM": "hameau",
    "IMP": "impasse",
    "LD": "lieu-dit",
    "LOT": "lotissement",
    "MTE": "montée",
    "PAS": "passage",
    "PL": "place",
    "PRO": "promenade",
    "QUA": "quartier",
    "RES": "résidence",
    "RLE": "ruelle",
    "RPT": "rond-point",
    "RTE": "route",
    "SEN": "sente",
    "SQ": "square",
    "TRA": "traverse",
    "VLGE": "village",
}


def name_in_words(title: str, *, acronym: str = "", is_start: bool = True) -> str:
    """The register writes names in capitals: give them back capitals where French puts them.

    A name with small letters is left alone. Acronyms keep their capitals: the given one, those with dots or without a
    vowel, those of a short list, a lone word in brackets, Roman numbers.
    """
    if any(letter.islower() for letter in title):
        return title
    bracketed = set(re.findall(r"\(([A-ZÀ-Ý0-9.&]{2,8})\)", title))
    kept = ACRONYMS | bracketed | ({acronym} if acronym else set())
    first = TOKEN.search(title)
    starts = first.start() if first and is_start else -1
    return TOKEN.sub(lambda match: _word(match[0], is_first=match.start() == starts, kept=kept), title)


def acronym_of(short_title: str, title: str) -> str:
    """The register's short name, when it is an acronym rather than the name again or its beginning."""
    short = short_title.strip()
    is_one = re.fullmatch(r"(?=(?:.*[A-Z]){2})[A-Z0-9.&\-]{2,12}", short)
    return short if is_one and short != title.strip() else ""


def purpose_in_words(purpose: str) -> str:
    """One sentence from the statement of purpose, without the addresses and numbers of people."""
    text = PHONE.sub("", EMAIL.sub("", purpose))
    text = re.sub(r"\s+([,.])", r"\1", re.sub(r"\s+", " ", text))
    text = re.sub(r",(?=[^\W\d])", ", ", re.sub(r"(?:,\s*)+,", ",", text)).strip(" ,;:-–")
    if not text:
        return ""
    if not any(letter.islower() for letter in text):
        text = text.lower()
    ending = "" if text[-1] in ".!?…)" else ("…" if CUT.search(text) else ".")
    return text[0].upper() + text[1:] + ending


def seat(row: Mapping[str, str]) -> str:
    """The street address of the seat, from the register's pieces ("_" and empty ones mean nothing)."""
    number = _piece(row.get("adrs_numvoie", ""))
    repetition = _piece(row.get("adrs_repetition", "")).upper()
    way = _piece(row.get("adrs_typevoie", "")).upper()
    street = " ".join(
        part
        for part in (
            number,
            REPETITIONS.get(repetition, repetition.lower()),
            WAYS.get(way, way.lower()),
            _calm(_piece(row.get("adrs_libvoie", "")), is_start=not way),
        )
        if part
    )
    around = [_calm(_piece(row.get(name, ""))) for name in ("adrs_complement", "adrs_distrib")]
    complement, distribution = ("" if SOMEBODY.search(part) else part for part in around)
    return ", ".join(part for part in (complement, "" if _names_somebody(street) else street, distribution) if part)


def town(name: str) -> str:
    return _calm(_piece(name))


def _word(word: str, *, is_first: bool, kept: set[str]) -> str:
    bare = word.rstrip(".")
    if word in kept or bare in kept or DOTTED.fullmatch(word) or any(letter.isdigit() for letter in word):
        return word
    if len(bare) > 1 and (not VOWELS.search(bare) or ROMAN.fullmatch(bare)):
        return word
    if ordinal := ORDINAL.fullmatch(word):
        return f"{ordinal[1]}e"
    elided = ELISION.match(word)
    if elided:
        article, apostrophe, rest = elided.groups()
        article = article.capitalize() if is_first else article.lower()
        return f"{article}{apostrophe}{_word(rest, is_first=False, kept=kept)}"
    if word.lower() in SMALL and not is_first:
        return word.lower()
    return word[:1] + word[1:].lower()


def _piece(text: str) -> str:
    return re.sub(r"\s+", " ", text.replace("_", " ")).strip(" ,;-")


def _calm(text: str, *, is_start: bool = True) -> str:
    return name_in_words(text, is_start=is_start) if len(text) > 3 else text


def _names_somebody(street: str) -> bool:
    return bool(re.match(r"(?:chez|c/o)\b", street, re.IGNORECASE))
