"""`manage.py purge_volunteers`: every morning, after the quiet hours."""

from typing import Any

from django.core.management import BaseCommand

from volunteering.applications.actions import purge_volunteers


class Command(BaseCommand):
    help = "Forget the volunteers nobody has heard from for two years, after two mails that say so."

    def handle(self, *args: Any, **options: Any) -> None:
        counts = purge_volunteers()
        self.stdout.write(f"{counts['warned']} warned, {counts['erased']} erased.")
