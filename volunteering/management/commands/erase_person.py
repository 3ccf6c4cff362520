"""`manage.py erase_person`: for somebody who asks the data protection officer."""

import sys
from typing import Any

from django.core.management import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _

from volunteering.privacy.actions import Export, erase_person, export_person
from volunteering.privacy.asking import add_email, held_on, the_city
from volunteering.privacy.history import ERASED, note
from volunteering.privacy.registry import registered


class Command(BaseCommand):
    help = "Erase all that is held on a person, as they would from “My data”: shows what, asks, and does it."

    def add_arguments(self, parser: CommandParser) -> None:
        add_email(parser)
        parser.add_argument("--yes", action="store_true", help="does not ask")

    def handle(self, *args: Any, email: str, yes: bool, **options: Any) -> None:
        self.tell(_("What is held:"), held_on(email))
        if not yes and not self.is_sure():
            raise CommandError(_("Nothing was erased."))
        gone = erase_person(email=email)
        if city := the_city():
            note(ERASED, city=city, email=email)
        self.stdout.write(
            self.style.SUCCESS(_("Erased. Rows that went or were emptied: %(number)d") % {"number": gone})
        )
        left = export_person(email=email)
        if any(left.values()):
            self.tell(_("This stays; accounts of the town hall’s own teams are closed in the admin:"), left)

    def tell(self, heading: str, held: Export) -> None:
        self.stdout.write(heading)
        for part in registered():
            if number := len(held[part.NAME]):
                self.stdout.write(f"  {number:>4}  {part.LABEL}")
                for sentence in part.ERASED:
                    self.stdout.write(f"        {sentence}")

    def is_sure(self) -> bool:
        """Raises CommandError where nobody can answer."""
        if not sys.stdin.isatty():
            raise CommandError(_("Nothing was erased: nobody is there to be asked. Add --yes."))
        return input(_("Erase all of this for good? Type “yes”: ")).strip().lower() == _("yes")
