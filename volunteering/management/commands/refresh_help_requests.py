"""`manage.py refresh_help_requests`: every hour."""

from typing import Any

from django.core.management import BaseCommand

from volunteering.help_requests.actions import refresh_help_requests


class Command(BaseCommand):
    help = "Tell those whose help request ends in five days, end those whose term is over, tell the office of the rest."

    def handle(self, *args: Any, **options: Any) -> None:
        counts = refresh_help_requests()
        self.stdout.write(f"{', '.join(f'{number} {what}' for what, number in counts.items())}.")
