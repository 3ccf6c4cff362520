"""Plural and feminine set aside, as French forms them: "bénévoles" and "bénévole", "animatrices" and "animateur".

Light on purpose, in the manner of J. Savoy's minimal French stemmer (UniNE): it never shortens a word to a family
("danser" stays apart from "danse"). Words come folded, without accents. Pure.
"""

SHORTEST = 4

# The ending a word has, the shortest whole word it is cut from, and what takes its place; the first that fits.
PLURALS = (("eaux", 5, "eau"), ("aux", 5, "al"), ("eux", 4, "eu"), ("oux", 4, "ou"), ("s", SHORTEST, ""))
FEMININES = (("trice", 7, "teur"), ("euse", 6, "eur"), ("ail", 6, "al"), ("ive", 5, "if"), ("ee", 6, ""), ("e", 5, ""))


def stem(word: str) -> str:
    singular = _cut(word, PLURALS)
    masculine = _cut(singular, FEMININES)
    if len(masculine) > SHORTEST and masculine[-1] == masculine[-2]:
        return masculine[:-1]  # "chatte", "musicienne"
    return masculine


def _cut(word: str, endings: tuple[tuple[str, int, str], ...]) -> str:
    for ending, shortest, instead in endings:
        if len(word) >= shortest and word.endswith(ending):
            return word.removesuffix(ending) + instead
    return word
