"""How long help requests are kept, with their offers and messages."""

from dateutil.relativedelta import relativedelta
from django.utils.translation import gettext_lazy as _

from volunteering.core.retention import Retention, register
from volunteering.help_requests.actions import purge_help_requests, purge_unconfirmed
from volunteering.help_requests.actions.purging import KEEP, ended
from volunteering.help_requests.models import HelpRequest
from volunteering.help_requests.models.help_request import UNCONFIRMED_FOR

register(
    Retention(
        part="help_requests",
        name="help_requests_unconfirmed",
        what=_("Help requests that nobody confirmed"),
        keep_for=UNCONFIRMED_FOR,
        over=HelpRequest.objects.never_confirmed,
        forget=purge_unconfirmed,
    ),
    Retention(
        part="help_requests",
        name="help_requests",
        what=_("Help requests, after their end"),
        keep_for=relativedelta(months=KEEP),
        over=ended,
        forget=purge_help_requests,
    ),
)
