"""Where: near a quarter or an address that people write, or around where they are."""

import re
from collections.abc import Collection
from dataclasses import dataclass

from django import forms
from django.db.models import QuerySet
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from volunteering.core.filtering.fields import TermsField
from volunteering.core.filtering.form import FilterForm
from volunteering.core.geo import InvalidPoint, Point, within
from volunteering.core.geocoding import GeocodingUnavailable, get_geocoder
from volunteering.core.geocoding.base import MAX_QUERY
from volunteering.core.sorting import sort_key
from volunteering.core.taxonomy import Neighbourhood
from volunteering.core.terms import centres, names

RADII = (1, 3, 5, 10, 20)
USUAL_RADIUS = 3
# A visitor's own position leaves the browser on a grid of about 200 m, and is read on it: an address that is
# copied or logged tells no more.
GRID = 0.002
POSITION = re.compile(r"(-?[0-9]{1,2}(?:\.[0-9]{1,8})?),(-?[0-9]{1,3}(?:\.[0-9]{1,8})?)")


@dataclass(frozen=True)
class Spot:
    """Where distances are measured from, and what to call it."""

    point: Point
    words: str


class NoSuchPlace(Exception):
    """Neither a quarter nor an address that the geocoder knows."""


def find(text: str) -> Spot:
    """A quarter of this name, else the first address the geocoder finds. Raises `NoSuchPlace`."""
    wanted = sort_key(text)
    for name, point in centres().items():
        if wanted in sort_key(name):
            return Spot(point, name)
    try:
        matches = get_geocoder().search(text)
    except GeocodingUnavailable as error:
        raise NoSuchPlace from error
    if not matches:
        raise NoSuchPlace
    return Spot(matches[0].point, matches[0].label)


def on_grid(text: str) -> Point | None:
    """ "45.9012,4.0634" → the nearest point of the grid; None when it is no place on Earth."""
    found = POSITION.fullmatch(text)
    try:
        return Point(*(round(round(float(part) / GRID) * GRID, 6) for part in found.groups())) if found else None
    except InvalidPoint:
        return None


class PlaceForm(FilterForm):
    """Quarter and distance; for lists whose pages are located."""

    neighbourhood = TermsField(label=gettext_lazy("Neighbourhood"), terms=lambda: names(Neighbourhood))
    place = forms.CharField(
        label=gettext_lazy("Where?"),
        required=False,
        max_length=MAX_QUERY,
        help_text=gettext_lazy("A neighbourhood or an address."),
    )
    near = forms.CharField(label=gettext_lazy("Around me"), required=False, max_length=40, widget=forms.HiddenInput)
    km = forms.TypedChoiceField(
        label=gettext_lazy("Within"),
        required=False,
        choices=[(radius, f"{radius} km") for radius in RADII],
        coerce=int,
        empty_value=None,
    )

    excludes = {"near": ("place",), "place": ("near",)}
    companions = {"place": ("km",), "near": ("km",)}
    no_chip = ("sort", "km")
    problems = {
        "no_place": gettext_lazy(
            "We found no neighbourhood and no address called “%(answer)s”. Choose a neighbourhood in the list below."
        )
    }

    def clean_near(self) -> Point | None:
        text = self.cleaned_data["near"]
        point = on_grid(text)
        if text and point is None:
            raise forms.ValidationError("", code="no_position")
        return point

    def clean_place(self) -> Spot | None:
        text = " ".join(self.cleaned_data["place"].replace("\x00", "").split())
        if not text:
            return None
        try:
            return find(text)
        except NoSuchPlace:
            raise forms.ValidationError("", code="no_place") from None

    @cached_property
    def spot(self) -> Spot | None:
        """Where distances are measured from: around the visitor, else the place that was written."""
        if near := self.answers.get("near"):
            return Spot(near, _("around you"))
        return self.answers.get("place")

    @property
    def radius(self) -> int:
        """Kilometres."""
        return self.answers.get("km") or USUAL_RADIUS

    def answered(self, rows: QuerySet, *, without: Collection[str] = ()) -> QuerySet:
        rows = super().answered(rows, without=without)
        if self.spot and not {"near", "place"} & set(without):
            rows = within(rows, self.spot.point, self.radius, lat=f"{self.page}lat", lng=f"{self.page}lng")
        return rows

    def narrow_neighbourhood(self, rows: QuerySet, slugs: list[str]) -> QuerySet:
        quarters = Neighbourhood.objects.filter(slug__in=slugs)
        return rows.filter(**{f"{self.page}neighbourhood__in": list(quarters.values_list("pk", flat=True))})

    def order_nearest(self, rows: QuerySet) -> QuerySet:
        """As `within` left it; the list's own order when no place says what is near."""
        return rows if self.spot else self.usual(rows)

    def chosen(self, name: str) -> set[str]:
        if name == "place":
            return {self.data.get("place", "").strip()} if self.answers.get("place") else set()
        if name == "near":
            return {self.data.get("near", "")} if self.answers.get("near") else set()
        return super().chosen(name)

    def words(self, name: str, value: str) -> str:
        if name in ("place", "near") and self.spot:
            return _("Within %(km)d km: %(place)s") % {"km": self.radius, "place": self.spot.words}
        return super().words(name, value)
