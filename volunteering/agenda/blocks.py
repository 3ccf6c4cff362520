"""The agenda on any page of the site."""

from collections import Counter
from datetime import date
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from volunteering.agenda.models import EventIndexPage, Occurrence
from volunteering.core.blocks import ListBlock

# A weekly class must not fill the block: so many dates are read to find different events.
READ_AHEAD = 8
# What is on these days, not what fills today: at most so many events of one day, as long as there are others.
OF_ONE_DAY = 2


class NextEventsBlock(ListBlock):
    """The next events, each once, at its next date, and not all of them today."""

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
        return spread(coming.for_cards().each_event_once(among=value["number"] * READ_AHEAD), value["number"])


def spread(occurrences: list[Occurrence], number: int) -> list[Occurrence]:
    """So many of them, in their order, with at most two of one day as long as that fills the list."""
    of_day: Counter[date] = Counter()
    chosen, left = [], []
    for occurrence in occurrences:
        of_day[occurrence.first_day] += 1
        (chosen if of_day[occurrence.first_day] <= OF_ONE_DAY else left).append(occurrence)
    picked = [*chosen, *left][:number]
    return sorted(picked, key=occurrences.index)
