"""Panels that several page types share in the editor."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel, MultiFieldPanel, Panel
from wagtail.admin.widgets import AdminAutoHeightTextInput
from wagtailgeowidget.panels import LeafletPanel

from volunteering.core.accessibility import ACCESS_CODES
from volunteering.core.widgets import LocationInput


class LocationPanel(LeafletPanel):
    """The pin on the map, with our own widget instead of the stock one (which loads from other servers)."""

    def __init__(self, *args: Any, address_fields: tuple[str, ...] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.address_fields = address_fields

    def clone_kwargs(self) -> dict[str, Any]:
        return {**super().clone_kwargs(), "address_fields": self.address_fields}

    def widget_overrides(self) -> dict[str, Any]:
        return {self.field_name: LocationInput(address_fields=self.address_fields)}


class AccessReminder(HelpPanel):
    """A warning while the page does not say how accessible it is."""

    def __init__(self, content: str = "", template: str = "volunteering/desk/access_reminder.html", **kwargs: Any):
        super().__init__(content=content, template=template, **kwargs)

    class BoundPanel(HelpPanel.BoundPanel):
        def is_shown(self) -> bool:
            return super().is_shown() and not self.instance.says_how_accessible


def location_panels() -> list[Panel]:
    """Where it is: the words, then the pin."""
    return [
        FieldPanel("place_name"),
        FieldPanel("address"),
        FieldRowPanel([FieldPanel("postal_code"), FieldPanel("city")]),
        LocationPanel("location", address_fields=("address", "postal_code", "city")),
        FieldPanel("neighbourhood", widget=forms.Select),
    ]


def summary_panel() -> FieldPanel:
    return FieldPanel("summary", widget=AdminAutoHeightTextInput(attrs={"rows": 2}))


def ticks_panel(name: str) -> FieldPanel:
    """A list of words to tick; a long one stands in columns."""
    return FieldPanel(name, widget=forms.CheckboxSelectMultiple(attrs={"class": "v-tick"}))


def access_panel() -> MultiFieldPanel:
    return MultiFieldPanel(
        [
            AccessReminder(),
            FieldRowPanel([FieldPanel(f"access_{code}") for code in ACCESS_CODES]),
            FieldPanel("access_note"),
        ],
        heading=_("Accessible to people with a"),
    )
