"""`manage.py warn_volunteers`: every morning, after the quiet hours."""

from typing import Any

from django.core.management import BaseCommand

from volunteering.applications.actions import warn_volunteers


class Command(BaseCommand):
    help = "Write to volunteers nobody has heard from for two years, 30 and 7 days before they are forgotten."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"{warn_volunteers()} warned.")
