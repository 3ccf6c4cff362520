"""`manage.py refresh_missions`: every hour."""

from typing import Any

from django.core.management import BaseCommand

from volunteering.missions.capacity import refresh_schedules


class Command(BaseCommand):
    help = "Bring up to date what the passing of time changes: missions' place in lists, associations' open missions."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"{refresh_schedules()} missions moved in the lists.")
