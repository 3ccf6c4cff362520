"""`manage.py purge_mail`: every night."""

from typing import Any

from django.core.management import BaseCommand

from volunteering.core.outbox.purge import purge_mail


class Command(BaseCommand):
    help = "Forget to whom and about what mails went a week ago; delete what keeps no promise any more."

    def handle(self, **options: Any) -> None:
        counts = purge_mail()
        self.stdout.write(", ".join(f"{number} {what}" for what, number in counts.items()) + ".")
