"""`manage.py export_everything`: the exit door."""

import os
from pathlib import Path
from typing import Any

from django.core.management import BaseCommand, CommandError, CommandParser
from django.utils import timezone
from django.utils.translation import gettext as _

from volunteering.archive.export import write_archive
from volunteering.archive.history import LEFT, note
from volunteering.archive.manifest import Manifest
from volunteering.core.outbox.models import OPEN, OutgoingMail
from volunteering.privacy.asking import the_city


class Command(BaseCommand):
    help = "Write all of the site into one ZIP that can be read without this app: to leave, or to move."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("target", metavar="FOLDER_OR_ZIP", help="a folder, or a file that does not exist yet")
        parser.add_argument("--without-people", action="store_true", help="neither the rows of people nor their files")

    def handle(self, *args: Any, target: str, without_people: bool, verbosity: int, **options: Any) -> None:
        path = chosen(Path(target))
        say = self.stdout.write if verbosity else lambda words: None
        if not without_people:
            self.warn(_("This file will hold people’s data in clear: keep it locked up."))
        manifest = self.save(path, without_people=without_people, say=say)
        if city := the_city():
            note(LEFT, city=city, with_people=not without_people, tables=tables_in(manifest))
        self.tell(path, manifest)

    def save(self, path: Path, **options: Any) -> Manifest:
        """For whoever asked for it alone. What was begun and not ended is taken away. Raises CommandError."""
        try:
            handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
        except OSError as error:
            why = {"file": path, "reason": error.strerror}
            raise CommandError(_("The file %(file)s cannot be written: %(reason)s. Choose another.") % why) from error
        try:
            with os.fdopen(handle, "w+b") as file:
                return write_archive(file=file, **options)
        except BaseException:
            path.unlink(missing_ok=True)
            raise

    def tell(self, path: Path, manifest: Manifest) -> None:
        about = {"file": path, "tables": tables_in(manifest), "files": len(manifest.files)}
        self.stdout.write(self.style.SUCCESS(_("%(file)s: %(tables)d tables, %(files)d files in all.") % about))
        if manifest.missing:
            lost = _("Files that rows name and that are not there: %(number)d. The manifest lists them.")
            self.warn(lost % {"number": len(manifest.missing)})
        if waiting := OutgoingMail.objects.filter(status__in=OPEN).count():
            words = _("Mails that wait here and leave from here: %(number)d. Let them go before you close this site.")
            self.warn(words % {"number": waiting})

    def warn(self, words: str) -> None:
        self.stderr.write(self.style.WARNING(words))


def tables_in(manifest: Manifest) -> int:
    return sum(name.startswith("data/") for name in manifest.files)


def chosen(target: Path) -> Path:
    return target / f"archive-{timezone.localtime():%Y-%m-%d-%H%M%S}.zip" if target.is_dir() else target
