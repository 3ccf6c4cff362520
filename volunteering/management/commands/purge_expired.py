"""`manage.py purge_expired`: every night."""

from typing import Any

from django.core.management import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _

from volunteering.core.retention import Purged, purge
from volunteering.privacy.registry import label_of


class Command(BaseCommand):
    help = "Forget what has had its time, term by term; ends with 1 when one could not be kept. Tells numbers only."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--dry-run", action="store_true", help="tells what would go, and forgets nothing")

    def handle(self, *args: Any, dry_run: bool, verbosity: int, **options: Any) -> None:
        found = list(purge(dry_run=dry_run))
        if verbosity:
            self.tell(found, _("Would go") if dry_run else _("Gone"))
        failed = [each.retention.name for each in found if each.number is None]
        if failed:
            raise CommandError(
                _("These could not be forgotten; the log says why: %(names)s") % {"names": ", ".join(failed)}
            )

    def tell(self, found: list[Purged], heading: str) -> None:
        """A table: how many rows, of what, of which part of the register."""
        rows = [(heading, _("What"), _("Processing"))]
        rows += [
            ("–" if each.number is None else str(each.number), str(each.retention.what), label_of(each.retention.part))
            for each in found
        ]
        first, second = (max(len(row[column]) for row in rows) for column in (0, 1))
        for number, what, part in rows:
            self.stdout.write(f"{number:>{first}}  {what:<{second}}  {part}")
