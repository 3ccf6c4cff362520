"""What the three import commands share: arguments, a progress line, the report as a table, the exit code."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _
from wagtail.models import Page

from volunteering.imports.engine import NoIndex, default_parent, import_file
from volunteering.imports.importer import Importer
from volunteering.imports.reading import Unreadable
from volunteering.imports.report import HEADINGS, Outcome, Report, RowReport


class ImportCommand(BaseCommand):
    """Exit code 0 when the file was read, faulty rows or not; 1 when it was refused, and then nothing was written."""

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, help="The file to import.")
        parser.add_argument("--dry-run", action="store_true", help="Tell what would happen and write nothing.")
        parser.add_argument(
            "--parent", type=int, metavar="ID", help="Index page to import into (default: the first of the site)."
        )

    def importer(self, **options: Any) -> Importer:
        raise NotImplementedError

    def publishes(self, **options: Any) -> bool:
        raise NotImplementedError

    def handle(self, **options: Any) -> None:
        importer = self.importer(**options)
        try:
            report = import_file(
                importer=importer,
                path=self._file(options["file"]),
                parent=self._parent(importer, options["parent"]),
                publish=self.publishes(**options),
                dry_run=options["dry_run"],
            )
        except (Unreadable, NoIndex) as error:
            raise CommandError(str(error)) from error
        self._tell(report, importer, dry_run=options["dry_run"])

    def _file(self, path: Path) -> Path:
        if not path.is_file():
            raise CommandError(_("There is no file %(path)s.") % {"path": path})
        return path

    def _parent(self, importer: Importer, page_id: int | None) -> Page:
        if page_id is None:
            return default_parent(importer)
        page = importer.index_model.objects.filter(pk=page_id).first()
        if page is None:
            names = {"id": page_id, "type": importer.index_model._meta.verbose_name}
            raise CommandError(_("Page %(id)s is no “%(type)s”.") % names)
        return page

    def _tell(self, report: Report, importer: Importer, *, dry_run: bool) -> None:
        told = [
            *((row, row.reason) for row in report.of(Outcome.REFUSED, Outcome.LEFT_OUT, Outcome.UNPUBLISHED)),
            *((row, row.reason) for row in report.of(Outcome.UPDATED, Outcome.UNCHANGED) if row.reason),
            *((row, _("kept, edited here: %(fields)s") % {"fields": ", ".join(row.kept)}) for row in report.kept),
        ]
        for row, words in sorted(told, key=lambda pair: pair[0].line):
            self.stdout.write(self._line(row, words, importer))
        if report.others:
            self.stdout.write(_("%(number)s rows of other communes passed over.") % {"number": report.others})
        if dry_run:
            self.stdout.write(self.style.WARNING(_("Dry run: nothing was written.")))
        for outcome in Outcome:
            self.stdout.write(f"{report.counts[outcome]:>8}  {HEADINGS[outcome]}")

    def _line(self, row: RowReport, words: str, importer: Importer) -> str:
        text = f"{importer.unit} {row.line:>6}  {Outcome(row.outcome).label:<12} {row.label}: {words}"
        return self.style.ERROR(text) if row.outcome == Outcome.REFUSED else text
