"""`manage.py setup`: pages, groups, workflow, themes and skills, menu entries."""

from typing import Any

from django.core.management import BaseCommand, CommandError

from volunteering.desk.setup import NoDefaultSite, set_up


class Command(BaseCommand):
    help = "Create what the site needs for associations, missions and events. Safe to run again: changes nothing."

    def handle(self, *args: Any, verbosity: int, **options: Any) -> None:
        try:
            lines = set_up()
        except NoDefaultSite as error:
            raise CommandError(
                "Wagtail has no default site yet. Create one in Settings → Sites, then run this again."
            ) from error
        if not verbosity:
            return
        for line in lines:
            self.stdout.write(f"{'created' if line.is_new else 'existing'}\t{line}")
        kept = sum(not line.is_new for line in lines)
        self.stdout.write(self.style.SUCCESS(f"Ready: {len(lines) - kept} created, {kept} already there."))
