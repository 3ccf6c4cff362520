"""Where something takes place: an address, and the pin it leads to."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from volunteering.core.city import CitySettings
from volunteering.core.geo import InvalidPoint, Point, format_point, parse_point
from volunteering.core.geocoding import GeocodingUnavailable, get_geocoder
from volunteering.core.taxonomy import Neighbourhood
from volunteering.core.widgets import COORDINATES
from volunteering.moderation.submitting.steps import StepForm, TypedStep

# Below, the service guesses: a street of the same name in another town.
SURE_ENOUGH = 0.5
SAY_WHERE = _("Say where it takes place: the name of the place, its address, or at least the neighbourhood.")


class PlaceForm(StepForm):
    """`point`: "lat, lng" in degrees, of the address in `point_of`: another address is looked up anew."""

    name = "ou"
    heading = _("Where does it take place?")
    template = "volunteering/submitting/place.html"
    is_needed = True

    place_name = forms.CharField(
        label=_("Name of the place"), required=False, max_length=160, help_text=_("For example: Salle des fêtes")
    )
    address = forms.CharField(
        label=_("Address"), required=False, max_length=255, help_text=_("For example: 12, rue du Port")
    )
    postal_code = forms.RegexField(
        r"\d{5}",
        label=_("Postcode"),
        required=False,
        max_length=10,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        error_messages={"invalid": _("Write the five figures of the postcode.")},
    )
    city = forms.CharField(label=_("Town"), required=False, max_length=100)
    neighbourhood = forms.ModelChoiceField(
        label=_("Neighbourhood"), queryset=Neighbourhood.objects.all(), required=False, empty_label=_("I do not know")
    )
    point = forms.CharField(required=False, max_length=60, widget=forms.HiddenInput)
    point_of = forms.CharField(required=False, max_length=400, widget=forms.HiddenInput)

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        named = any(data.get(name) for name in ("place_name", "address", "neighbourhood"))
        if self.is_needed and not self.errors and not named:
            self.add_error("place_name", SAY_WHERE)
        data["location"] = self._location(data)
        return data

    @property
    def whole_address(self) -> str:
        data = self.cleaned_data
        return " ".join(data.get(name) or "" for name in ("address", "postal_code", "city")).strip()

    def _location(self, data: dict[str, Any]) -> str:
        """As pages keep a point; empty when nobody knows. The pin stays as long as the address does."""
        placed = COORDINATES.fullmatch(data.get("point") or "")
        try:
            if placed and data.get("point_of") == self.whole_address:
                return format_point(Point(lat=float(placed[1]), lng=float(placed[2])))
        except InvalidPoint:
            return ""
        return ""

    def look_up(self) -> None:
        """Ask where the address is, unless it has its pin already: once, when the step is sent."""
        data = self.cleaned_data
        if data["location"] or not data.get("address"):
            return
        try:
            near = CitySettings.for_site(self.site).centre_point
            found = get_geocoder().search(self.whole_address, near=near)
        except GeocodingUnavailable:
            return
        if found and found[0].score >= SURE_ENOUGH:
            data["location"] = format_point(found[0].point)

    def settled(self, typed: TypedStep) -> TypedStep:
        """What is kept: with the pin that was found."""
        self.look_up()
        point = parse_point(self.cleaned_data["location"])
        where = {"point": [_figures(point)], "point_of": [self.whole_address]} if point else {}
        return {**{name: values for name, values in typed.items() if not name.startswith("point")}, **where}

    def told(self) -> list[tuple[Any, str]]:
        hidden = {str(self.fields[name].label) for name in ("point", "point_of")}
        return [(label, value) for label, value in super().told() if str(label) not in hidden]


def typed_place(page: Any) -> TypedStep:
    """What one would have typed to get the place of this page."""
    names = ("place_name", "address", "postal_code", "city")
    typed = {name: [getattr(page, name)] for name in names if getattr(page, name)}
    if page.neighbourhood_id:
        typed["neighbourhood"] = [str(page.neighbourhood_id)]
    if page.point:
        whole = " ".join(getattr(page, name) or "" for name in ("address", "postal_code", "city")).strip()
        typed |= {"point": [_figures(page.point)], "point_of": [whole]}
    return typed


def write_place(page: Any, answers: dict[str, Any]) -> None:
    for name in ("place_name", "address", "postal_code", "city", "neighbourhood"):
        setattr(page, name, answers.get(name) or (None if name == "neighbourhood" else ""))
    if not _is_same(page, answers["location"]):
        page.location = answers["location"]


def _is_same(page: Any, location: str) -> bool:
    """The same point, written with other figures, is no change."""
    point = parse_point(location)
    return bool(point and page.point and _figures(point) == _figures(page.point))


def _figures(point: Point) -> str:
    return f"{point.lat:.6f}, {point.lng:.6f}"
