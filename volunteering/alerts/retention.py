"""How long lists are followed that nobody confirmed."""

from django.utils.translation import gettext_lazy as _

from volunteering.alerts.actions import purge_alerts
from volunteering.alerts.models import UNCONFIRMED_FOR, SavedSearch
from volunteering.core.retention import Retention, register

register(
    Retention(
        part="searches",
        name="searches_unconfirmed",
        what=_("Followed lists that nobody confirmed"),
        keep_for=UNCONFIRMED_FOR,
        over=SavedSearch.objects.abandoned,
        forget=purge_alerts,
    )
)
