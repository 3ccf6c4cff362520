"""What imports do with personal data, for the register of processing: a file passes by, and its bearer is noted."""

from django.utils.translation import gettext_lazy as _

from volunteering.imports.models import ImportRun

NAME = "imports"
PROCESSING = _("Imports")
PURPOSE = _("Bringing in associations and events from files of registers and calendars.")
UNTIL = _("Who imported which file, without the file, and what it brought: a year.")
WHOSE = _("The editor who imports; people whom a file happens to name.")
WHAT = _("The account, the name of the file. Columns about people are not read.")
LEGAL_BASIS = _(
    "A task in the public interest: the town lists its associations and events (article 6.1.e of the GDPR)."
)
RECIPIENTS = _("Whoever may import.")
MODELS = (ImportRun,)
