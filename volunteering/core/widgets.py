"""Inputs of the editor that several domains share. Each works as plain fields without its script."""

import json
import re
from typing import Any

from django import forms
from django.apps import apps
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtailgeowidget.widgets import LeafletField

from volunteering.core.geo import InvalidPoint, Point, format_point, parse_point
from volunteering.core.geocoding import get_geocoder
from volunteering.core.tiles import TILE_SERVERS

# What people type or paste from a map: latitude first, then longitude.
COORDINATES = re.compile(r"\s*(-?[0-9]{1,2}(?:\.[0-9]{1,20})?)\s*[,;\s]\s*(-?[0-9]{1,3}(?:\.[0-9]{1,20})?)\s*")
FRANCE, FRANCE_ZOOM, CITY_ZOOM = Point(lat=46.6, lng=2.4), 5, 13
LEAFLET = "volunteering/vendor/leaflet/leaflet"


class LocationInput(LeafletField):
    """wagtailgeowidget's map with the city's own assets: no other server is called, unless the city chose tiles.

    A text field holds the coordinates ("45.900000, 4.060000"), so that keyboards and browsers without JavaScript
    can set the place; the map and the search for an address fill it in. The value is the widget's text,
    `SRID=4326;POINT(lng lat)`.
    """

    template_name = "volunteering/desk/location.html"

    def __init__(self, *args: Any, address_fields: tuple[str, ...] = (), **kwargs: Any) -> None:
        """`address_fields` name the fields beside it whose words an address is searched with."""
        super().__init__(*args, **kwargs)
        self.address_fields = address_fields

    @property
    def media(self) -> forms.Media:
        return forms.Media(
            css={"all": [f"{LEAFLET}.css", "volunteering/admin/desk.css"]},
            js=[f"{LEAFLET}.js", "wagtailgeowidget/js/leaflet-field.js", "volunteering/admin/location.js"],
        )

    def build_attrs(self, base_attrs: dict[str, Any], extra_attrs: dict[str, Any] | None = None) -> dict[str, Any]:
        return forms.Widget.build_attrs(self, base_attrs, extra_attrs)

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> str:
        return forms.Widget.render(self, name, value, attrs, renderer)

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        geocoder = get_geocoder()
        return {
            **context,
            "coordinates": coordinates_of(value),
            "options": json.dumps(self.get_options()),
            "finds_addresses": geocoder.asks_somebody and self.address_fields,
            "geocode_url": reverse("volunteering_desk:geocode"),
            "plan_url": reverse("volunteering_desk:plan"),
        }

    def get_options(self) -> dict[str, Any]:
        """What the script needs: where the map opens, and what it says."""
        # Not imported: the form of the city's own settings has this widget too.
        settings = apps.get_model("volunteering", "CitySettings")
        city = settings.objects.filter(site__is_default_site=True).first() or settings()
        centre = city.centre_point or FRANCE
        tiles = TILE_SERVERS.get(city.tiles)
        return {
            "defaultLocation": {"lat": centre.lat, "lng": centre.lng},
            "bounds": _corners(city),
            "zoom": FRANCE_ZOOM if centre is FRANCE else CITY_ZOOM,
            "tileLayer": tiles.template if tiles else "",
            "tileLayerOptions": {"attribution": tiles.attribution, "maxZoom": tiles.max_zoom} if tiles else {},
            "srid": self.srid or 4326,
            "addressFields": self.address_fields,
            "translations": {
                "error_message_invalid_location": _("Write the coordinates like this: 45.9000, 4.0600"),
                "no_address": _("Write the address first, then search."),
                "searching": _("Searching…"),
                "unreachable": _("The search for addresses does not answer. Place the pin by hand on the map."),
                "placed": _("The pin is placed. Drag it to correct it."),
                "removed": _("The pin is removed."),
                "pin": _("Pin: drag it to the right place"),
                "zoom_in": _("Zoom in"),
                "zoom_out": _("Zoom out"),
            },
        }

    def value_from_datadict(self, data: Any, files: Any, name: str) -> str:
        """The coordinates win when they were sent; text that is none comes back as it is, for the form to refuse."""
        typed = data.get(f"{name}_coordinates")
        if typed is None:
            return data.get(name, "")
        found = COORDINATES.fullmatch(typed)
        if not found:
            return typed.strip()
        try:
            return format_point(Point(lat=float(found[1]), lng=float(found[2])))
        except InvalidPoint:
            return typed.strip()

    def id_for_label(self, id_: str) -> str:
        return f"{id_}_latlng" if id_ else ""

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:
        return name not in data and f"{name}_coordinates" not in data


def _corners(city: models.Model) -> list[list[float]] | None:
    """South-west and north-east, as Leaflet takes them."""
    if city.bounds is None:
        return None
    south, west, north, east = city.bounds
    return [[south, west], [north, east]]


def coordinates_of(value: Any) -> str:
    """ "45.900000, 4.060000" for the widget's text; what cannot be read comes back as it is."""
    try:
        point = parse_point(value)
    except InvalidPoint:
        return str(value)
    return f"{point.lat:.6f}, {point.lng:.6f}" if point else ""
