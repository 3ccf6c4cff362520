"""`manage.py restore FOLDER`: while nobody uses the site."""

from pathlib import Path
from typing import Any

from django.core.management import BaseCommand, CommandError, CommandParser, call_command, get_commands
from django.utils.translation import gettext as _

from volunteering.core.backup.problems import Refused
from volunteering.core.backup.restoring import restore
from volunteering.core.outbox.models import OPEN, OutgoingMail

# In this order, where the site has them: what was erased after the backup must not come back.
AFTERWARDS = ("replay_erasures", "setup_search", "refill_occurrences")


class Command(BaseCommand):
    help = "Put a backup back, once it is known to be whole; then migrate, and check the promises."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("folder", type=Path, help="what `backup` made")
        parser.add_argument("--replace", action="store_true", help="takes the place of what is there")

    def handle(self, *args: Any, folder: Path, replace: bool, verbosity: int, **options: Any) -> None:
        try:
            saved = restore(folder, replace=replace, say=self.stdout.write if verbosity else len)
        except Refused as problem:
            said = _("%(problem)s Nothing was touched.") % {"problem": problem}
            raise CommandError(said) from problem
        call_command("migrate", interactive=False, verbosity=max(verbosity - 1, 0))
        self.stdout.write(self.style.SUCCESS(_("Put back: the site as of %(moment)s.") % {"moment": saved.made_at}))
        self._look()
        self._tell_what_to_do()

    def _look(self) -> None:
        """Promises about time are broken by a backup of last week: it is put back all the same."""
        try:
            call_command("check_invariants", verbosity=0, stdout=self.stdout)
        except CommandError as broken:
            hint = _("The commands of the night put right what time has passed; the rest is for somebody to look at.")
            self.stderr.write(f"{broken} {hint}")

    def _tell_what_to_do(self) -> None:
        known = get_commands()
        steps = [_("Run %(command)s.") % {"command": name} for name in AFTERWARDS if name in known]
        if waiting := OutgoingMail.objects.filter(status__in=OPEN).count():
            said = _("%(number)d mails wait to leave. Those that left after the backup leave once more.")
            steps.insert(0, said % {"number": waiting})
        steps.append(_("Start the site and the workers again."))
        for number, step in enumerate(steps, 1):
            self.stdout.write(f"{number}. {step}")
