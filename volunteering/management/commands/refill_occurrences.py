"""`manage.py refill_occurrences`: every night."""

from typing import Any

from django.core.management import BaseCommand

from volunteering.agenda.materialise import refill


class Command(BaseCommand):
    help = "Write the dates of recurring events up to the horizon (18 months ahead by default). Run it every night."

    def handle(self, *args: Any, **options: Any) -> None:
        changes = refill()
        self.stdout.write(f"{changes.created} created, {changes.moved} moved, {changes.deleted} deleted.")
