"""`manage.py send_reminders`: every morning, after the quiet hours."""

from typing import Any

from django.core.management import BaseCommand

from volunteering.applications.actions import measure_answers, send_reminders


class Command(BaseCommand):
    help = "Remind people of their dates and associations of their answers; work out how fast each of them answers."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"{send_reminders()} mails written, {measure_answers()} associations measured.")
