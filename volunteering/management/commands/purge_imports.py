"""manage.py purge_imports: for a nightly schedule."""

from typing import Any

from django.core.management.base import BaseCommand

from volunteering.imports.actions import purge_imports


class Command(BaseCommand):
    help = "Delete uploaded files that nobody confirmed for a day, and stop imports whose job died."

    def handle(self, **options: Any) -> None:
        counts = purge_imports()
        self.stdout.write(f"{counts['abandoned']} abandoned, {counts['stalled']} stalled.")
