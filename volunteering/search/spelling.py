"""Which known words somebody may have meant: an edit is a letter too many, missing, wrong, or swapped with the next.

By deletion, as in W. Garbe's SymSpell: two words at most `n` edits apart have a spelling in common once at most `n`
letters are left out of the beginning of each. Those spellings are kept as numbers; equal numbers are then compared
letter by letter. Pure.
"""

from itertools import combinations
from zlib import crc32

# Letters of a word that are looked at. The rest is compared afterwards.
BEGINNING = 7
SHORTEST = 4
TWO_EDITS_FROM = 8


def forgiven(word: str) -> int:
    """How many edits are forgiven in a word that somebody typed: none in a short one, two in a long one."""
    if len(word) < SHORTEST:
        return 0
    return 2 if len(word) >= TWO_EDITS_FROM else 1


def keys(word: str, *, edits: int) -> set[int]:
    """The numbers of the word's beginning with up to `edits` letters left out: 32 bits, signed."""
    beginning = word[:BEGINNING]
    shorter = {
        "".join(kept)
        for number in range(min(edits, len(beginning)) + 1)
        for kept in combinations(beginning, len(beginning) - number)
    }
    return {crc32(spelling.encode()) - 2**31 for spelling in shorter}


def keys_of_known(word: str) -> set[int]:
    """What is kept of a known word: enough for whoever types one letter more than it has."""
    if len(word) < SHORTEST - 1:
        return set()
    return keys(word, edits=2 if len(word) >= TWO_EDITS_FROM - 2 else 1)


def distance(one: str, other: str) -> int:
    """The number of edits (optimal string alignment)."""
    before, last = [], list(range(len(other) + 1))
    for row, letter in enumerate(one, 1):
        line = [row]
        for column, against in enumerate(other, 1):
            cost = min(last[column] + 1, line[-1] + 1, last[column - 1] + (letter != against))
            if row > 1 and column > 1 and letter == other[column - 2] and one[row - 2] == against:
                cost = min(cost, before[column - 2] + 1)
            line.append(cost)
        before, last = last, line
    return last[-1]
