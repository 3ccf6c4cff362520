"""Where an address is, asked by the server so that editors' browsers call nobody else."""

from typing import Any

from django import forms
from django.http import HttpRequest, JsonResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views import View

from volunteering.core.city import CitySettings
from volunteering.core.geo import Point
from volunteering.core.geocoding import GeocodingUnavailable, Match, get_geocoder
from volunteering.core.geocoding.base import MAX_QUERY


class AddressForm(forms.Form):
    q = forms.CharField(
        min_length=3,
        max_length=MAX_QUERY,
        error_messages={
            "required": gettext_lazy("Write the address first, then search."),
            "min_length": gettext_lazy("Write a little more of the address, then search."),
            "max_length": gettext_lazy("This is too long for an address. Write the street and the town only."),
        },
    )


class Geocode(View):
    """GET ?q=12 rue du Port → {"matches": [{"label", "lat", "lng"}], "message": a sentence for the editor}."""

    http_method_names = ["get", "head", "options"]

    def get(self, request: HttpRequest) -> JsonResponse:
        form = AddressForm(request.GET)
        if not form.is_valid():
            return _answer([], form.errors["q"][0], status=400)
        geocoder = get_geocoder()
        if not geocoder.asks_somebody:
            return _answer([], _("No search for addresses is set up here. Place the pin by hand on the map."))
        try:
            matches = geocoder.search(form.cleaned_data["q"], near=_centre())
        except GeocodingUnavailable:
            return _answer(
                [], _("The search for addresses does not answer. Place the pin by hand on the map."), status=503
            )
        return _answer(matches, _message(len(matches)))


def _centre() -> Point | None:
    city = CitySettings.objects.filter(site__is_default_site=True).first()
    return city.centre_point if city else None


def _message(found: int) -> str:
    if not found:
        return _("This address was not found. Check it, or place the pin by hand on the map.")
    return ngettext("%(found)d place found.", "%(found)d places found: choose the right one.", found) % {"found": found}


def _answer(matches: list[Match], message: str, *, status: int = 200) -> JsonResponse:
    found: list[dict[str, Any]] = [
        {"label": match.label, "lat": match.point.lat, "lng": match.point.lng} for match in matches
    ]
    return JsonResponse({"matches": found, "message": message}, status=status)
