"""The history of what was done to people's data, for the register of processing, and how long it is kept."""

from datetime import datetime

from dateutil.relativedelta import relativedelta
from django.contrib.contenttypes.models import ContentType
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import ModelLogEntry

from volunteering.core.days import months_before
from volunteering.core.retention import Retention
from volunteering.core.retention import register as register_retention
from volunteering.privacy.history import ERASED, EXPORTED
from volunteering.privacy.registry import registered
from volunteering.volunteers.history import EXPORT

# Months. The authority asks for six to twelve of a log that proves who looked at what.
KEEP = 6

NAME = "history"
PROCESSING = _("History of what was done with people’s data")
PURPOSE = _("Who saw, corrected, decided or took away what, and with which reason: to prove it, and to find abuse.")
UNTIL = _("The history of pages, which is about no resident: for as long as the page.")
WHOSE = _("The town hall’s own teams; people whose data they treated, under a number.")
WHAT = _("The account, the moment, what was done, the number of the row, the reason in words.")
LEGAL_BASIS = _("A legal obligation: to prove that data are safe (articles 6.1.c, 5.2 and 32 of the GDPR).")
RECIPIENTS = _("The administrators of the site, and the data protection officer.")
MODELS = (ModelLogEntry,)


def entries_over(now: datetime) -> QuerySet:
    """About people, whoever they are: those of the rows in which they are held, and of lists and files of them."""
    models = {model for part in registered() for model in part.MODELS}
    held = ContentType.objects.get_for_models(*models).values()
    about_people = Q(content_type__in=[each.pk for each in held]) | Q(action__in=[EXPORT, EXPORTED, ERASED])
    return ModelLogEntry.objects.filter(about_people, timestamp__lte=months_before(now, KEEP))


def forget_entries() -> int:
    return entries_over(timezone.now()).delete()[0]


register_retention(
    Retention(
        part=NAME,
        name="history",
        what=_("Entries of the history about people"),
        keep_for=relativedelta(months=KEEP),
        over=entries_over,
        forget=forget_entries,
    )
)
