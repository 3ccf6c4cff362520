"""That somebody was erased, for the register of processing: a digest that names nobody."""

from dateutil.relativedelta import relativedelta
from django.utils.translation import gettext_lazy as _

from volunteering.conf import conf
from volunteering.core.retention import Retention
from volunteering.core.retention import register as register_retention
from volunteering.privacy.ledger import purge_erasures
from volunteering.privacy.models import Erasure

NAME = "erasures"
PROCESSING = _("Ledger of erasures")
PURPOSE = _("That somebody was erased, and when: to erase them again after the restore of an older backup.")
WHOSE = _("People who had their data erased, or were forgotten at the end of their term.")
WHAT = _("A digest made with a secret key, from which nobody can be recognised, and a moment.")
LEGAL_BASIS = _("A legal obligation: what was erased stays erased (articles 6.1.c and 17 of the GDPR).")
RECIPIENTS = _("Nobody.")
MODELS = (Erasure,)

register_retention(
    Retention(
        part=NAME,
        name="erasures",
        what=_("Entries of the ledger of erasures"),
        keep_for=relativedelta(months=conf.ERASURE_LEDGER_MONTHS),
        over=Erasure.objects.over,
        forget=purge_erasures,
    )
)
