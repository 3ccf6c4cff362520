"""`manage.py purge_alerts`: every night."""

from typing import Any

from django.core.management import BaseCommand

from volunteering.alerts.actions import purge_alerts


class Command(BaseCommand):
    help = "Forget the searches by e-mail that nobody confirmed within two days."

    def handle(self, **options: Any) -> None:
        self.stdout.write(f"{purge_alerts()} forgotten.")
