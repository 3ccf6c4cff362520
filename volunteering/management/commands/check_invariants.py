"""`manage.py check_invariants`: every night, and after a restore."""

from typing import Any

from django.core.management import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from volunteering.core.invariants import Finding, check

SHOWN = 20


class Command(BaseCommand):
    help = "Look whether the data keep their promises; ends with 1 when one is broken. Names rows, never people."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--repair", action="store_true", help="puts right what an action of ours can put right")

    def handle(self, *args: Any, repair: bool, verbosity: int, **options: Any) -> None:
        findings = check(repair=repair)
        for finding in findings:
            if finding.keys or verbosity:
                self.stdout.write(self.told(finding))
        broken = [finding for finding in findings if not finding.is_kept]
        if broken:
            said = ngettext("%(number)d promise is broken.", "%(number)d promises are broken.", len(broken))
            raise CommandError(said % {"number": len(broken)})

    def told(self, finding: Finding) -> str:
        promise = finding.invariant.promise
        if not finding.keys:
            return self.style.SUCCESS(_("Kept: %(promise)s") % {"promise": promise})
        more = "…" if len(finding.keys) > SHOWN else ""
        about = {"promise": promise, "rows": ", ".join(map(str, finding.keys[:SHOWN])) + more}
        if finding.repaired:
            return self.style.WARNING(_("Repaired: %(promise)s (%(rows)s)") % about)
        return self.style.ERROR(_("Broken: %(promise)s (%(rows)s)") % about)
