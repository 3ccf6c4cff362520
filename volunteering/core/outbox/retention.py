"""How long is kept to whom a mail went, that it went, and what guards the forms."""

from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from volunteering.core.antispam.stamps import LONGEST, UsedStamp
from volunteering.core.outbox.models import KEEP_CONTENT, KEEP_ROW
from volunteering.core.outbox.purge import (
    delete_counts,
    delete_mails,
    delete_stamps,
    forget_recipients,
    remembered,
    useless,
)
from volunteering.core.ratelimit import Hits
from volunteering.core.retention import Retention, register

register(
    Retention(
        part="mails",
        name="mails_recipients",
        what=_("To whom and about what a mail went"),
        keep_for=KEEP_CONTENT,
        over=remembered,
        forget=forget_recipients,
    ),
    Retention(
        part="mails",
        name="mails",
        what=_("That a mail went, to nobody any more"),
        keep_for=KEEP_ROW,
        over=useless,
        forget=delete_mails,
    ),
    Retention(
        part="mails",
        name="stamps",
        what=_("Which form was sent, by a random number"),
        keep_for=LONGEST,
        over=UsedStamp.objects.over,
        forget=delete_stamps,
    ),
    Retention(
        part="mails",
        name="counts",
        what=_("How often something was asked for, under a digest"),
        # At most: windows are shorter, or end with the day.
        keep_for=timedelta(days=1),
        over=Hits.objects.over,
        forget=delete_counts,
    ),
)
