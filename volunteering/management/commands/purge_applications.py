"""`manage.py purge_applications`: every night."""

from typing import Any

from django.core.management import BaseCommand, CommandParser

from volunteering.applications.actions import purge_applications


class Command(BaseCommand):
    help = "Forget sign-ups twelve months after their end, messages after six, and what nobody ever confirmed."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--dry-run", action="store_true", help="tells what would go, and forgets nothing")

    def handle(self, *args: Any, dry_run: bool, **options: Any) -> None:
        counts = purge_applications(dry_run=dry_run)
        told = ", ".join(f"{number} {what}" for what, number in counts.items())
        self.stdout.write(f"{told}: {'would be forgotten' if dry_run else 'forgotten'}.")
