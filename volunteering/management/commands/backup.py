"""`manage.py backup FOLDER`: while the site runs."""

from pathlib import Path
from typing import Any

from django.core.management import BaseCommand, CommandError, CommandParser
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _

from volunteering.core.backup.problems import Refused
from volunteering.core.backup.saving import save


class Command(BaseCommand):
    help = "Save the database and the uploaded files into a new folder, while the site goes on."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("folder", type=Path, help="a folder that is not there yet")

    def handle(self, *args: Any, folder: Path, verbosity: int, **options: Any) -> None:
        try:
            made = save(folder, say=self.stdout.write if verbosity else len)
        except Refused as problem:
            raise CommandError(str(problem)) from problem
        if made.elsewhere:
            said = _("Not in this backup: the files of %(names)s, which are kept elsewhere.")
            self.stderr.write(said % {"names": ", ".join(made.elsewhere)})
        if made.missing:
            said = _("%(number)d files that rows name are not there: check_invariants says which.")
            self.stderr.write(said % {"number": made.missing})
        if verbosity:
            told = {
                "rows": sum(made.rows.values()),
                "files": sum(made.files.values()),
                "size": filesizeformat(made.bytes),
                "folder": folder,
            }
            said = _("Saved: %(rows)d rows, %(files)d files (%(size)s), in %(folder)s.")
            self.stdout.write(self.style.SUCCESS(said % told))
