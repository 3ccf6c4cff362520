"""Panels of the event editor."""

from typing import Any

from django.urls import reverse
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, Panel


class RecurrencePanel(MultiFieldPanel):
    """One date and how it comes back: plain fields, then its sentence and its next ten dates.

    A script shows the fields that matter for the chosen repetition and lets one take a date out by clicking on it;
    without it the fields stay as they are.
    """

    class BoundPanel(MultiFieldPanel.BoundPanel):
        template_name = "volunteering/desk/recurrence.html"

        def get_context_data(self, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
            context = super().get_context_data(parent_context)
            return {**context, "dates_url": reverse("volunteering_desk:next_dates"), "sentence": self.get_sentence()}

        def get_sentence(self) -> str:
            """In words, as saved: what is being typed may not make sense yet."""
            return self.instance.in_words if self.instance.pk and not self.form.errors else ""


def when(panel: Panel, *conditions: str) -> Panel:
    """The panel, shown only under these conditions: frequencies, "repeats", "hours" (not all day)."""
    panel.attrs = {
        **panel.attrs,
        "data-volunteering-recurrence-target": "part",
        "data-when": " ".join(conditions),
    }
    return panel


def part(name: str, *conditions: str, **options: Any) -> Panel:
    return when(FieldPanel(name, **options), *conditions)
