"""Panels of the event editor."""

from wagtail.admin.panels import MultiFieldPanel


class RecurrencePanel(MultiFieldPanel):
    """How a date comes back, in words, with the next ten dates."""
