"""Panels that several page types share in the editor."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, Panel

from volunteering.core.accessibility import ACCESS_CODES


def location_panels() -> list[Panel]:
    """Where it is: the words, then the pin."""
    return [
        FieldPanel("place_name"),
        FieldPanel("address"),
        FieldPanel("postal_code"),
        FieldPanel("city"),
        FieldPanel("location"),
        FieldPanel("neighbourhood"),
    ]


def access_panel() -> MultiFieldPanel:
    return MultiFieldPanel(
        [*(FieldPanel(f"access_{code}") for code in ACCESS_CODES), FieldPanel("access_note")],
        heading=_("Accessible to people with a"),
    )
