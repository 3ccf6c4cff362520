"""What is held on somebody as a file: JSON for programs, CSV for a spreadsheet."""

import csv
import io
import json
from collections.abc import Iterable

from django.core.serializers.json import DjangoJSONEncoder
from django.utils.translation import gettext as _

from volunteering.core.spreadsheets import BYTE_ORDER_MARK, neutralised
from volunteering.privacy.actions import Export
from volunteering.privacy.registry import registered
from volunteering.privacy.words import lines


def merged(exports: Iterable[Export]) -> Export:
    """Somebody with two addresses is one person."""
    together: Export = {part.NAME: [] for part in registered()}
    for export in exports:
        for name, rows in export.items():
            together[name] += rows
    return together


def as_json(export: Export) -> str:
    return json.dumps(export, cls=DjangoJSONEncoder, ensure_ascii=False, indent=2)


def as_csv(export: Export) -> str:
    """One line per answer: which part, which entry of it, what, and the words."""
    told = io.StringIO()
    writer = csv.writer(told)
    writer.writerow([_("Part"), _("Number"), _("What"), _("Content")])
    for part in registered():
        for number, row in enumerate(export[part.NAME], start=1):
            for label, words in lines(part, row):
                writer.writerow([str(part.LABEL), number, str(label), neutralised(words)])
    return BYTE_ORDER_MARK + told.getvalue()


FORMATS = {"json": (as_json, "application/json"), "csv": (as_csv, "text/csv; charset=utf-8")}
