"""What saved searches hold on people, for the register of personal data: an address, and what interests it."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from volunteering.alerts.models import SavedSearch

NAME = "searches"
LABEL = _("Followed lists")
ABOUT = _("Which lists you follow, to tell you by e-mail what is new.")
KEPT = _("Until you stop them; what was never confirmed, for two days.")
ERASED = (_("You are told no more of what is new in the lists you follow."),)
PROCESSING = _("Followed lists")
PURPOSE = _("Telling by e-mail what is new in a list.")
UNTIL = _("Confirmed ones: until whoever follows them stops them.")
WHOSE = _("Visitors who follow a list by e-mail.")
WHAT = _("E-mail, the list and its filters, how often, when the last message left.")
LEGAL_BASIS = _("Consent, given by a click in a message, and taken back in one (article 6.1.a of the GDPR).")
RECIPIENTS = _("Nobody.")
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


def addresses() -> Iterator[tuple[str, datetime]]:
    searches = SavedSearch.objects.with_address().exclude(reached_at="").order_by()
    yield from searches.values_list("reached_at", "asked_at").iterator()
