"""`manage.py purge_applications`: every night."""

from typing import Any

from django.core.management import BaseCommand

from volunteering.applications.actions import purge_sign_ups


class Command(BaseCommand):
    help = "Forget what was typed by people who never confirmed their address."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"{purge_sign_ups()} forgotten.")
