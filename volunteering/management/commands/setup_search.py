"""`manage.py setup_search`: once after installing, then every night."""

from typing import Any

from django.core.management import BaseCommand

from volunteering.search.actions import build_index


class Command(BaseCommand):
    help = "Make or repair the index of the search: write what is missing or changed, take out what is over."

    def handle(self, *args: Any, verbosity: int, **options: Any) -> None:
        report = build_index(say=self.stdout.write if verbosity else None)
        self.stdout.write(
            self.style.SUCCESS(f"{report.read} pages: {report.written} written, {report.removed} taken out.")
        )
