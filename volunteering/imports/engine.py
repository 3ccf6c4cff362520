"""A file becomes pages: the whole file is read first, then row after row, each on its own."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path

from django.contrib.auth.models import AbstractBaseUser
from django.utils.translation import gettext as _
from wagtail.models import Page, Site

from volunteering.imports.importer import Importer, Row, RowForm
from volunteering.imports.page_fields import field_label
from volunteering.imports.reading import check_size
from volunteering.imports.report import Outcome, Report, RowReport
from volunteering.imports.row_fields import shorten
from volunteering.imports.writing import Plan, Refused, carry_out, plan
from volunteering.search.actions import indexed_together

Progress = Callable[[int, int], None]


class NoIndex(Exception):
    """There is no index page to put the pages under."""


def default_parent(importer: Importer) -> Page:
    """The first index page of the default site. Raises `NoIndex`."""
    site = Site.objects.filter(is_default_site=True).select_related("root_page").first()
    pages = importer.index_model.objects.descendant_of(site.root_page, inclusive=True) if site else None
    index = pages.order_by("path").first() if site else None
    if index is None:
        name = importer.index_model._meta.verbose_name
        raise NoIndex(
            _("The site has no page “%(type)s” to import into. Run “manage.py setup”, or add one.") % {"type": name}
        )
    return index


def import_file(
    *,
    importer: Importer,
    path: Path,
    parent: Page,
    publish: bool,
    by: AbstractBaseUser | None = None,
    dry_run: bool = False,
    progress: Progress = lambda done, total: None,
) -> Report:
    """Raises `Unreadable` before anything is written; a faulty row is refused alone and told in the report.

    `by` None is a command, which may do everything; a person does only what they may. A dry run writes nothing.
    """
    check_size(path.stat().st_size, importer.max_bytes())
    rows = importer.read(path)
    if by and not parent.permissions_for_user(by).can_publish_subpage():
        publish = False
    run = _Run(importer=importer, parent=parent, publish=publish, by=by, dry_run=dry_run)
    run.report.others = importer.others(rows)
    progress(0, len(rows))
    with indexed_together():
        for done, row in enumerate(rows, start=1):
            run.report.add(run.one(row))
            progress(done, len(rows))
    return run.report


@dataclass
class _Run:
    importer: Importer
    parent: Page
    publish: bool
    by: AbstractBaseUser | None
    dry_run: bool
    report: Report = field(default_factory=Report)
    seen: dict[str, int] = field(default_factory=dict)

    def one(self, row: Row) -> RowReport:
        label = shorten(self.importer.label(row), 120) or _("(without a name)")
        try:
            form = self._understand(row)
            decided, outcome = self._decide(form)
        except Refused as refusal:
            return RowReport(line=row.line, label=label, outcome=Outcome.REFUSED.value, reason=str(refusal))
        return RowReport(
            line=row.line,
            label=label,
            outcome=outcome.value,
            reason=decided.reason,
            changed=self._labels(decided.merge.changes) if outcome == Outcome.UPDATED else [],
            kept=self._labels(decided.merge.kept),
            page_id=decided.page.pk if decided.page else None,
        )

    def _understand(self, row: Row) -> RowForm:
        form = self.importer.form(row)
        if not form.is_valid():
            raise Refused(form.problems())
        first = self.seen.setdefault(form.source_id, row.line)
        if first != row.line:
            where = {"unit": self.importer.unit, "line": first}
            raise Refused(_("The same identifier stands twice in the file: see %(unit)s %(line)s.") % where)
        return form

    def _decide(self, form: RowForm) -> tuple[Plan, Outcome]:
        importer, write = self.importer, not self.dry_run
        wish = importer.wish(form, publish=self.publish)
        decided = plan(wish, model=importer.page_model, page=importer.twin(form), by=self.by)
        page = decided.page
        if write:
            page = carry_out(decided, model=importer.page_model, parent=self.parent, by=self.by)
        more = importer.finish(form, decided, page, by=self.by, write=write)
        outcome = Outcome.UPDATED if more and decided.outcome == Outcome.UNCHANGED else decided.outcome
        return replace(decided, page=page), outcome

    def _labels(self, names: Iterable[str]) -> list[str]:
        return [field_label(self.importer.page_model, name) for name in names]
