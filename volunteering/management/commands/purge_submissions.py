"""`manage.py purge_submissions`: every night."""

from typing import Any

from django.core.management import BaseCommand, CommandParser

from volunteering.moderation.actions import purge
from volunteering.moderation.models import Submission


class Command(BaseCommand):
    help = "Forget submissions six months after their decision, drafts after sixty days, unconfirmed ones after two."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--dry-run", action="store_true", help="tells how many would go, and forgets nothing")

    def handle(self, *args: Any, dry_run: bool, **options: Any) -> None:
        number = Submission.objects.over().count() if dry_run else purge()
        self.stdout.write(f"{number} submissions {'would be forgotten' if dry_run else 'forgotten'}.")
