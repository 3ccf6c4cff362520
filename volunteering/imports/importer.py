"""What every source shares: a file is read into rows, a row passes a form, the form says what its page should hold."""

from abc import ABC, abstractmethod
from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, ClassVar

from django import forms
from django.contrib.auth.models import AbstractBaseUser
from django.utils.functional import Promise
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import Page

from volunteering.conf import conf
from volunteering.core.geo import parse_point
from volunteering.core.models import Neighbourhood, Theme
from volunteering.core.polygons import contains
from volunteering.imports.models import Source
from volunteering.imports.writing import Plan, Values, Wish


@dataclass(frozen=True, slots=True)
class Row:
    """`line` is where people find it: a line of the file, or the rank of the record in a JSON list."""

    line: int
    data: Any


class Ground:
    """The city's own words and outlines, read once per import."""

    @cached_property
    def _themes(self) -> dict[str, str]:
        """Slug and simplified name → slug."""
        return {key: theme.slug for theme in Theme.objects.all() for key in (theme.slug, slugify(theme.name))}

    @cached_property
    def _neighbourhoods(self) -> list[Neighbourhood]:
        return list(Neighbourhood.objects.filter(polygon__isnull=False))

    def themes(self, words: list[str]) -> list[str]:
        """Slugs of the themes that these words name exactly, accents and capitals apart."""
        found = {self._themes[key] for word in words if (key := slugify(word)) in self._themes}
        return sorted(found)

    def neighbourhood(self, location: str) -> str | None:
        """Slug of the quarter whose outline holds the point."""
        point = parse_point(location)
        if point is None:
            return None
        return next((quarter.slug for quarter in self._neighbourhoods if contains(quarter.polygon, point)), None)


class RowForm(forms.Form):
    """One row. Field names are the source's own; labels are what people read in the report."""

    def __init__(self, data: Any, *, ground: Ground) -> None:
        self.ground = ground
        super().__init__(data)
        for name, cell in self.fields.items():
            empty = _("there is nothing under “%(column)s”. Fill it in, then import the file again.")
            cell.error_messages["required"] = empty % {"column": name}

    @property
    def source_id(self) -> str:
        """Once valid: what identifies the row for ever."""
        raise NotImplementedError

    def values(self) -> Values:
        """Once valid: what the page's fields should hold."""
        raise NotImplementedError

    @property
    def withdraw(self) -> str:
        """Why its page should no longer be public; empty: it should."""
        return ""

    @property
    def is_tentative(self) -> bool:
        """Not certain yet: a new page stays a draft."""
        return False

    def problems(self) -> str:
        """Every error in one sentence each, with the field's name."""
        told = []
        for name, errors in self.errors.items():
            label = self.fields[name].label if name in self.fields else ""
            told += [
                _("%(field)s: %(problem)s") % {"field": label, "problem": error} if label else error for error in errors
            ]
        return " ".join(told)


class Importer(ABC):
    """One source. A new one declares these five and reads its file."""

    source: ClassVar[Source]
    page_model: ClassVar[type[Page]]
    index_model: ClassVar[type[Page]]
    row_form: ClassVar[type[RowForm]]
    extensions: ClassVar[tuple[str, ...]]
    # What `Row.line` counts.
    unit: ClassVar[str | Promise] = gettext_lazy("line")
    # What must be read in one piece (JSON, iCalendar) takes several times its size in memory.
    most_bytes: ClassVar[int] = 20 * 1024 * 1024

    def __init__(self) -> None:
        self.ground = Ground()

    @classmethod
    def max_bytes(cls) -> int:
        return min(cls.most_bytes, conf.IMPORT_MAX_BYTES)

    @abstractmethod
    def read(self, path: Path) -> Collection[Row]:
        """The rows, once the whole file is known to be readable. Raises `Unreadable`."""

    @abstractmethod
    def label(self, row: Row) -> str:
        """What people call this row, valid or not."""

    def others(self, rows: Collection[Row]) -> int:
        """How many rows of the file were not asked for."""
        return 0

    def form(self, row: Row) -> RowForm:
        return self.row_form(row.data, ground=self.ground)

    def wish(self, form: RowForm, *, publish: bool) -> Wish:
        return Wish(
            source=self.source,
            source_id=form.source_id,
            values={} if form.withdraw else form.values(),
            publish=publish and not form.is_tentative,
            withdraw=form.withdraw,
        )

    def twin(self, form: RowForm) -> Page | None:
        """A page made here that says the same. Raises `Refused` when it cannot be told which."""
        return None

    def finish(self, form: RowForm, plan: Plan, page: Page | None, *, by: AbstractBaseUser | None, write: bool) -> bool:
        """What only a published page can take. Returns whether something changes; writes only when `write`."""
        return False
