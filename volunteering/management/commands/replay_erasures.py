"""`manage.py replay_erasures`: after the restore of a backup, before the site opens again."""

from typing import Any

from django.core.management import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _

from volunteering.privacy.replaying import replay_erasures


class Command(BaseCommand):
    help = "Erase again whoever was erased since the backup that was restored. Tells numbers, and nobody."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--dry-run", action="store_true", help="tells how many are there again, and erases nobody")

    def handle(self, *args: Any, dry_run: bool, **options: Any) -> None:
        done = replay_erasures(dry_run=dry_run)
        if done.unreadable:
            lines = {"numbers": ", ".join(map(str, done.unreadable))}
            self.stderr.write(
                self.style.WARNING(
                    _("Lines of the ledger that are not as the site wrote them were left out: %(numbers)s") % lines
                )
            )
        self.stdout.write(_("Entries of the ledger: %(number)d") % {"number": done.entries})
        if dry_run:
            self.stdout.write(_("People who are there again: %(number)d") % {"number": done.people})
            return
        self.stdout.write(_("People who were erased again: %(number)d") % {"number": done.people - done.failed})
        if done.failed:
            raise CommandError(_("Could not be erased; the log says why: %(number)d") % {"number": done.failed})
