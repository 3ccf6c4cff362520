"""`manage.py refresh_applications`: every ten minutes."""

from typing import Any

from django.core.management import BaseCommand

from volunteering.applications.actions import expire_overdue


class Command(BaseCommand):
    help = "End the offers and invitations that nobody answered in time; the place goes to the next who waits."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"{expire_overdue()} ended.")
