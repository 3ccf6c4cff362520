"""`manage.py check_records`: every morning, after the quiet hours."""

from typing import Any

from django.core.management import BaseCommand

from volunteering.directory.actions import check_records


class Command(BaseCommand):
    help = "Ask associations once a year whether their record is still right; take off the site what nobody confirms."

    def handle(self, *args: Any, **options: Any) -> None:
        counts = check_records()
        self.stdout.write(f"{counts['asked']} asked, {counts['reminded']} reminded, {counts['retired']} retired.")
