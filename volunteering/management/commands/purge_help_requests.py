"""`manage.py purge_help_requests`: every night."""

from typing import Any

from django.core.management import BaseCommand, CommandParser

from volunteering.help_requests.actions import purge_help_requests


class Command(BaseCommand):
    help = "Forget help requests six months after their end, with their messages, and what nobody ever confirmed."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--dry-run", action="store_true", help="tells what would go, and forgets nothing")

    def handle(self, *args: Any, dry_run: bool, **options: Any) -> None:
        counts = purge_help_requests(dry_run=dry_run)
        told = ", ".join(f"{number} {what}" for what, number in counts.items())
        self.stdout.write(f"{told}: {'would be forgotten' if dry_run else 'forgotten'}.")
