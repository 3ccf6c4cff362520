"""What saved searches hold on people, for the register of personal data: an address, and what interests it."""

from datetime import timedelta
from typing import Any

from django.utils.translation import gettext_lazy as _

from volunteering.alerts.models import UNCONFIRMED_FOR, SavedSearch

NAME = "searches"
LABEL = _("Followed lists")
ABOUT = _("Which lists you follow, to tell you by e-mail what is new.")
KEPT = _("Until you stop them; what was never confirmed, for two days.")
ERASED = (_("You are told no more of what is new in the lists you follow."),)
# Unconfirmed searches; confirmed ones stay until their owner stops them (every mail has the link).
KEEP_FOR: timedelta = UNCONFIRMED_FOR
NAMES = {
    "label": _("List"),
    "frequency": _("How often"),
    "is_paused": _("Paused"),
    "asked_at": _("Asked on"),
    "confirmed_at": _("Confirmed on"),
    "last_sent_at": _("Last message"),
}
MODELS = (SavedSearch,)


def export_for(email: str) -> list[dict[str, Any]]:
    searches = SavedSearch.objects.of_address(email)
    names = ("label", "frequency", "is_paused", "asked_at", "confirmed_at", "last_sent_at")
    return [{name: getattr(search, name) for name in names} for search in searches]


def erase_for(email: str) -> int:
    keys = [search.pk for search in SavedSearch.objects.of_address(email)]
    return SavedSearch.objects.filter(pk__in=keys).delete()[0]
