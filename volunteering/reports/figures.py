"""The figures the site shows, each one query, each defined in its docstring."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import ngettext_lazy

from volunteering.agenda.models import Occurrence
from volunteering.directory.models import AssociationPage
from volunteering.missions.models import MissionPage


@dataclass(frozen=True)
class Figure:
    """A number with the words that follow it (a lazy plural)."""

    count: Callable[[], int]
    words: Promise


def associations() -> int:
    """Records anyone can read in the directory."""
    return AssociationPage.objects.published().count()


def open_missions() -> int:
    """Published missions that take volunteers now."""
    return MissionPage.objects.published().recruiting().count()


def coming_events() -> int:
    """Events with at least one date to come that is not cancelled."""
    coming = Occurrence.objects.published().upcoming(timezone.now()).exclude(status="cancelled")
    return coming.exclude(event__status="cancelled").values("event").distinct().count()


FIGURES = {
    "associations": Figure(associations, ngettext_lazy("association", "associations")),
    "open_missions": Figure(open_missions, ngettext_lazy("mission open to volunteers", "missions open to volunteers")),
    "coming_events": Figure(coming_events, ngettext_lazy("event to come", "events to come")),
}
