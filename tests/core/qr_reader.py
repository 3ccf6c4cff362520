"""Reads a QR code as a phone does once it has straightened the picture: ISO/IEC 18004, versions 2 to 6, correction M.

Knows nothing of the library that draws ours. It needs no correction of errors: a drawing has none.
"""

import re

from bs4.element import Tag

QUIET_ZONE = 4
# Each says 0 where a module is turned over; the symbol holds the number of its own, mixed with the last.
MASKS = [
    lambda row, column: (row + column) % 2,
    lambda row, column: row % 2,
    lambda row, column: column % 3,
    lambda row, column: (row + column) % 3,
    lambda row, column: (row // 2 + column // 3) % 2,
    lambda row, column: row * column % 2 + row * column % 3,
    lambda row, column: (row * column % 2 + row * column % 3) % 2,
    lambda row, column: ((row + column) % 2 + row * column % 3) % 2,
]
FORMAT_MASK = 0b10101
# Version → how many codewords each block holds.
BLOCKS = {2: [28], 3: [44], 4: [32] * 2, 5: [43] * 2, 6: [27] * 4}


def read(svg: Tag) -> str:
    """The text of a code drawn as horizontal lines one unit thick."""
    side = int(svg["viewbox"].split()[2]) - 2 * QUIET_ZONE
    return decode(modules(svg.select_one("path[stroke]")["d"], side))


def modules(path: str, side: int) -> list[list[int]]:
    rows = [[0] * side for _ in range(side)]
    for start, row, length in re.findall(r"M(\d+) (\d+)\.5h(\d+)", path):
        for column in range(int(start), int(start) + int(length)):
            rows[int(row) - QUIET_ZONE][column - QUIET_ZONE] = 1
    return rows


def decode(rows: list[list[int]]) -> str:
    version = (len(rows) - 17) // 4
    mask = MASKS[(number(rows[8][:5]) ^ FORMAT_MASK) & 0b111]
    bits = [rows[row][column] ^ (not mask(row, column)) for row, column in path(len(rows))]
    words = [number(bits[at : at + 8]) for at in range(0, len(bits) - 7, 8)]
    data = [bit for word in untangled(words, BLOCKS[version]) for bit in f"{word:08b}"]
    assert number(data[:4]) == 0b0100, "Not written as bytes."
    length = number(data[4:12])
    return bytes(number(data[at : at + 8]) for at in range(12, 12 + 8 * length, 8)).decode()


def number(bits: list) -> int:
    return int("".join(map(str, map(int, bits))), 2)


def untangled(words: list[int], blocks: list[int]) -> list[int]:
    """The data of the first block, then of the next: they are written one word of each in turn."""
    return [word for first in range(len(blocks)) for word in words[: sum(blocks)][first :: len(blocks)]]


def path(side: int):
    """Where the bits stand: two columns at a time from the right, up, then down, around the finding patterns."""
    columns = [*range(side - 1, 6, -2), 5, 3, 1]
    for turn, right in enumerate(columns):
        rows = range(side) if turn % 2 else range(side - 1, -1, -1)
        yield from ((row, column) for row in rows for column in (right, right - 1) if not is_pattern(row, column, side))


def is_pattern(row: int, column: int, side: int) -> bool:
    corner = (row < 9 and (column < 9 or column >= side - 8)) or (row >= side - 8 and column < 9)
    alignment = abs(row - (side - 7)) <= 2 and abs(column - (side - 7)) <= 2
    return corner or alignment or row == 6 or column == 6
