"""`manage.py send_alerts`: every morning."""

from typing import Any

from django.core.management import BaseCommand

from volunteering.alerts.digests import send_alerts


class Command(BaseCommand):
    help = "Write the mails of the saved searches that have something new to tell."

    def handle(self, **options: Any) -> None:
        self.stdout.write(f"{send_alerts()} written.")
