"""What an import did, or would do, row by row."""

from collections import Counter
from dataclasses import asdict, dataclass, field
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Outcome(models.TextChoices):
    CREATED = "created", _("created")
    UPDATED = "updated", _("updated")
    UNCHANGED = "unchanged", _("unchanged")
    UNPUBLISHED = "unpublished", _("unpublished")
    LEFT_OUT = "left_out", _("left out")
    REFUSED = "refused", _("refused")


# Above a number of rows, where some languages need a plural.
HEADINGS = {
    Outcome.CREATED: pgettext_lazy("rows of an import", "Created"),
    Outcome.UPDATED: pgettext_lazy("rows of an import", "Updated"),
    Outcome.UNCHANGED: pgettext_lazy("rows of an import", "Unchanged"),
    Outcome.UNPUBLISHED: pgettext_lazy("rows of an import", "Unpublished"),
    Outcome.LEFT_OUT: pgettext_lazy("rows of an import", "Left out"),
    Outcome.REFUSED: pgettext_lazy("rows of an import", "Refused"),
}


@dataclass(kw_only=True)
class RowReport:
    """One row. `changed` and `kept` name fields in words; kept ones were edited here and stay as they are."""

    line: int
    label: str
    outcome: str
    reason: str = ""
    changed: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    page_id: int | None = None


@dataclass
class Report:
    """All rows, in the file's order. `others` counts what was not asked for (another town's associations)."""

    rows: list[RowReport] = field(default_factory=list)
    others: int = 0

    def add(self, row: RowReport) -> None:
        self.rows.append(row)

    def of(self, *outcomes: str) -> list[RowReport]:
        return [row for row in self.rows if row.outcome in outcomes]

    @property
    def counts(self) -> dict[str, int]:
        counted = Counter(row.outcome for row in self.rows)
        return {outcome.value: counted[outcome.value] for outcome in Outcome}

    @property
    def kept(self) -> list[RowReport]:
        return [row for row in self.rows if row.kept]

    def to_json(self, *, rows: int, faults: int) -> dict[str, Any]:
        """For the database: counts of everything, and as many rows of each kind as a page lists."""
        refused = self.of(Outcome.REFUSED)
        others = [row for row in self.rows if row.outcome != Outcome.REFUSED]
        return {
            "counts": self.counts,
            "others": self.others,
            "refused": [asdict(row) for row in refused[:faults]],
            "rows": [asdict(row) for row in others[:rows]],
            "kept": [asdict(row) for row in self.kept[:faults]],
        }
