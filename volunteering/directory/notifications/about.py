"""What the mails of the directory name."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from volunteering.core.outbox.placeholders import Placeholder

ASSOCIATION = Placeholder("association", pgettext_lazy("placeholder", "association"), _("The name of the association"))
EXAMPLE = _("The association of the example")
