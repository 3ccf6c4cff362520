"""The agenda on any page of the site."""

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from volunteering.agenda.models import EventIndexPage, Occurrence
from volunteering.core.blocks import ListBlock

# A weekly class must not fill the block: so many dates are read to find different events.
READ_AHEAD = 8


class NextEventsBlock(ListBlock):
    """The next events, each once, at its next date."""

    class Meta:
        icon = "date"
        label = _("Next events")
        description = _("The next events of the agenda, always up to date.")
        template = "volunteering/blocks/next_events.html"
        preview_value = {"title": _("On the agenda"), "theme": None, "neighbourhood": None, "number": 3}

    def get_context(self, value: dict[str, Any], parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
        context = super().get_context(value, parent_context)
        return {
            **context,
            "occurrences": self.get_occurrences(value),
            "url": self.address_of(EventIndexPage, parent_context),
        }

    def get_occurrences(self, value: dict[str, Any]) -> list[Occurrence]:
        now = timezone.now()
        rows = self.narrow(Occurrence.objects.published().short(now), value, prefix="event__")
        coming = rows.exclude(status="cancelled").exclude(event__status__in=("cancelled", "postponed"))
        first_of_each: dict[int, Occurrence] = {}
        for row in coming.for_cards().soonest()[: value["number"] * READ_AHEAD]:
            first_of_each.setdefault(row.event_id, row)
        return list(first_of_each.values())[: value["number"]]
