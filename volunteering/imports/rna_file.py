"""The register's file: semicolons, a header, one association per line, tens of thousands of lines for a department."""

import csv
from collections.abc import Collection, Iterator
from pathlib import Path

from django.utils.translation import gettext as _

from volunteering.imports.importer import Row
from volunteering.imports.reading import Unreadable, find_encoding

COMMUNE = "adrs_codeinsee"
# What a line is that has too few or too many cells.
MISFIT = "cells"


class RnaFile(Collection[Row]):
    """The rows of these communes, read from the disk each time they are asked for. Raises `Unreadable` when made.

    Making it reads the file once, from end to end: encoding, columns, and how many rows there are.
    """

    def __init__(self, path: Path, *, communes: frozenset[str], needed: Collection[str]) -> None:
        self.path, self.communes, self.needed = path, communes, needed
        self.encoding = find_encoding(path)
        self.header = self._read_header()
        self.found, self.others = 0, 0
        for _row in self._records(count=True):
            self.found += 1

    def __len__(self) -> int:
        return self.found

    def __iter__(self) -> Iterator[Row]:
        return self._records(count=False)

    def __contains__(self, row: object) -> bool:
        return any(row == other for other in self)

    def _read_header(self) -> list[str]:
        with self.path.open(encoding=self.encoding, newline="") as file:
            header = [name.strip().lower() for name in _cells(file.readline())]
        missing = sorted({*self.needed, COMMUNE} - set(header))
        if missing:
            names = ", ".join(missing[:5]) + ("…" if len(missing) > 5 else "")
            raise Unreadable(
                _("the columns of the register are not there (%(names)s). Is it the file “RNA_Waldec”?")
                % {"names": names},
                line=1,
            )
        return header

    def _records(self, *, count: bool) -> Iterator[Row]:
        width, commune = len(self.header), self.header.index(COMMUNE)
        with self.path.open(encoding=self.encoding, newline="") as file:
            next(file)
            for line, cells in _lines(file, width):
                # A line that does not fit the columns is told when it may be one of ours.
                is_ours = cells[commune] in self.communes if len(cells) == width else bool(self.communes & {*cells})
                if is_ours:
                    yield self._row(line, cells)
                elif count:
                    self.others += 1

    def _row(self, line: int, cells: list[str]) -> Row:
        if len(cells) != len(self.header):
            return Row(line, {MISFIT: len(cells)})
        every = dict(zip(self.header, cells, strict=True))
        return Row(line, {name: every[name] for name in self.needed})


def _lines(file: Iterator[str], width: int) -> Iterator[tuple[int, list[str]]]:
    """Each record with its line number. A stray quote spoils nothing: the line is then read as having none."""
    for number, text in enumerate(file, start=2):
        cells = _cells(text)
        if len(cells) != width and '"' in text:
            cells = text.rstrip("\r\n").split(";")
        if cells:
            yield number, cells


def _cells(line: str) -> list[str]:
    try:
        return next(csv.reader([line.rstrip("\r\n")], delimiter=";"), [])
    except csv.Error:  # a cell of more than 128 kB: no association has one
        return line[:200].split(";")
