"""`manage.py purge_reports`: every night."""

from typing import Any

from django.core.management import BaseCommand, CommandParser

from volunteering.moderation.actions import purge_reports
from volunteering.moderation.models import Report


class Command(BaseCommand):
    help = "Forget reports of pages six months after they were decided."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--dry-run", action="store_true", help="tells how many would go, and forgets nothing")

    def handle(self, *args: Any, dry_run: bool, **options: Any) -> None:
        number = Report.objects.over().count() if dry_run else purge_reports()
        self.stdout.write(f"{number} reports {'would be forgotten' if dry_run else 'forgotten'}.")
