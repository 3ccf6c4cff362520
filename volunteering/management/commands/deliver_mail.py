"""`manage.py deliver_mail`: every few minutes."""

from typing import Any

from django.core.management import BaseCommand

from volunteering.core.outbox.delivery import sweep


class Command(BaseCommand):
    help = "Send the mails that are due: bulk mails, those to try again, and those whose job was lost."

    def handle(self, **options: Any) -> None:
        counts = sweep()
        told = ", ".join(f"{number} {outcome}" for outcome, number in sorted(counts.items()))
        self.stdout.write(f"{told or 'Nothing to send'}.")
