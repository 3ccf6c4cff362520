"""Which importer reads which source."""

import re
from collections.abc import Iterable
from typing import Any

from volunteering.imports.ical import ICalImporter
from volunteering.imports.importer import Importer
from volunteering.imports.models import Source
from volunteering.imports.openagenda import OpenAgendaImporter
from volunteering.imports.rna import RnaImporter

IMPORTERS: dict[str, type[Importer]] = {
    Source.OPENAGENDA.value: OpenAgendaImporter,
    Source.RNA.value: RnaImporter,
    Source.ICAL.value: ICalImporter,
}
# INSEE codes of communes: Corsica has a letter, overseas departments three figures.
INSEE = re.compile(r"(?:\d{5}|2[AB]\d{3})")


def read_communes(codes: Iterable[str]) -> frozenset[str]:
    """Raises ValueError with the first code that is none."""
    read = [code.strip().upper() for code in codes]
    for code in read:
        if not INSEE.fullmatch(code):
            raise ValueError(code)
    return frozenset(read)


def make_importer(source: str, options: dict[str, Any]) -> Importer:
    """`options`: of the register, "communes", a list of INSEE codes."""
    if source == Source.RNA:
        return RnaImporter(communes=frozenset(options.get("communes", [])))
    return IMPORTERS[source]()
