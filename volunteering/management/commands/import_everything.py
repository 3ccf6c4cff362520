"""`manage.py import_everything`: moving in."""

from pathlib import Path
from typing import Any

from django.core.management import BaseCommand, CommandError, CommandParser, call_command
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from volunteering.archive.history import CAME, note
from volunteering.archive.moving_in import examine, move_in
from volunteering.archive.reading import Archive
from volunteering.archive.refusals import Refused
from volunteering.privacy.asking import the_city

# Made from the rows, in this order.
AFTERWARDS = ("rebuild_references_index", "update_index", "refill_occurrences", "setup_search")

NEXT = (
    _(
        "Nobody has a password: give one to an administrator with `changepassword`; the others ask for a code or a new "
        "one."
    ),
    _("Set the host name and the port under Settings → Sites."),
    _("Run the nightly commands once, then close the old site."),
    _("Delete the archive as soon as nobody needs it."),
)


class Command(BaseCommand):
    help = "Move what export_everything wrote into an empty, migrated installation."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("archive", metavar="ZIP", help="what export_everything wrote")
        parser.add_argument("--dry-run", action="store_true", help="looks at everything, and writes nothing")

    def handle(self, *args: Any, archive: str, dry_run: bool, verbosity: int, **options: Any) -> None:
        say = self.stdout.write if verbosity else lambda words: None
        try:
            with Path(archive).open("rb") as file:
                read = Archive(file)
                examine(archive=read, say=say)
                if dry_run:
                    self.stdout.write(self.style.SUCCESS(gettext("All of it can be imported. Nothing was written.")))
                    return
                move_in(archive=read, say=say)
        except OSError as error:
            raise CommandError(gettext("Nothing was imported: %(reason)s.") % {"reason": error.strerror}) from error
        except Refused as error:
            raise CommandError(gettext("Nothing was imported. %(reason)s") % {"reason": error}) from error
        self.settle(read, verbosity)

    def settle(self, archive: Archive, verbosity: int) -> None:
        if city := the_city():
            people = not archive.manifest.without_people
            note(CAME, city=city, with_people=people, tables=len(archive.tables))
        self.stdout.write(self.style.SUCCESS(gettext("Imported. What is made from it is made now:")))
        for command in AFTERWARDS:
            call_command(command, verbosity=verbosity, stdout=self.stdout, stderr=self.stderr)
        for words in NEXT:
            self.stdout.write(f"- {words}")
        # Last: it ends with 1 when a promise was broken where all this comes from.
        call_command("check_invariants", verbosity=verbosity, stdout=self.stdout, stderr=self.stderr)
