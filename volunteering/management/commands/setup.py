"""`manage.py setup`: pages, groups, workflow, themes and skills, menu entries."""

from typing import Any

from django.core.management import BaseCommand, CommandError
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from volunteering.desk.setup import NoDefaultSite, set_up


class Command(BaseCommand):
    help = "Create what the site needs for associations, missions and events. Safe to run again: changes nothing."

    def handle(self, *args: Any, verbosity: int, **options: Any) -> None:
        try:
            lines = set_up()
        except NoDefaultSite as error:
            raise CommandError(
                _("Wagtail has no default site yet. Create one in Settings → Sites, then run this again.")
            ) from error
        if not verbosity:
            return
        for line in lines:
            state = pgettext("line of the set-up", "new") if line.is_new else pgettext("line of the set-up", "kept")
            self.stdout.write(f"{state}\t{line}")
        kept = sum(not line.is_new for line in lines)
        counts = {"new": len(lines) - kept, "kept": kept}
        self.stdout.write(self.style.SUCCESS(_("Ready. New: %(new)d. There already: %(kept)d.") % counts))
