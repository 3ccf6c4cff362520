"""Where something is: an address people read, a point maps use."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.api import APIField
from wagtail.search import index

from volunteering.core.geo import InvalidPoint, Point, parse_point
from volunteering.core.taxonomy import Neighbourhood

# What `where` reads.
PLACE_COLUMNS = ("place_name", "address", "city", "neighbourhood")


class LocatedMixin(models.Model):
    """A postal address, a point and a neighbourhood.

    The editor's map writes `location` as text ("SRID=4326;POINT(lng lat)", wagtailgeowidget's format); `lat` and
    `lng` repeat it as two indexed floats (degrees, WGS 84), which SQLite and PostgreSQL search equally fast.
    """

    place_name = models.CharField(
        _("name of the place"), max_length=160, blank=True, help_text=_("Like “Salle des fêtes”.")
    )
    address = models.CharField(_("address"), max_length=255, blank=True, help_text=_("Like “12, rue du Port”."))
    postal_code = models.CharField(_("postcode"), max_length=10, blank=True)
    city = models.CharField(_("town"), max_length=100, blank=True)
    location = models.CharField(_("point on the map"), max_length=80, blank=True)
    lat = models.FloatField(null=True, blank=True, editable=False)
    lng = models.FloatField(null=True, blank=True, editable=False)
    neighbourhood = models.ForeignKey(
        Neighbourhood,
        verbose_name=_("neighbourhood"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    location_search_fields = [
        index.SearchField("place_name"),
        index.SearchField("address"),
        index.FilterField("neighbourhood"),
    ]
    location_api_fields = [
        APIField("place_name"),
        APIField("address"),
        APIField("postal_code"),
        APIField("city"),
        APIField("lat"),
        APIField("lng"),
        APIField("neighbourhood_slug"),
    ]

    class Meta:
        abstract = True

    def save(self, *args, **kwargs) -> None:
        self.sync_point()
        super().save(*args, **kwargs)

    def clean(self) -> None:
        super().clean()
        try:
            parse_point(self.location)
        except InvalidPoint as error:
            raise ValidationError({"location": error.message}) from error

    def sync_point(self) -> None:
        """Copy `location` into `lat` and `lng`. Raises `InvalidPoint` when the text is not a point."""
        point = parse_point(self.location)
        self.lat, self.lng = (point.lat, point.lng) if point else (None, None)

    @property
    def point(self) -> Point | None:
        return Point(lat=self.lat, lng=self.lng) if self.lat is not None and self.lng is not None else None

    @property
    def neighbourhood_slug(self) -> str:
        return self.neighbourhood.slug if self.neighbourhood else ""

    @property
    def where(self) -> str:
        """The place in one line: its name, else its street, else its quarter, else the town."""
        if self.place_name or self.address:
            return self.place_name or self.address
        return self.neighbourhood.name if self.neighbourhood else self.city

    @property
    def town(self) -> str:
        return f"{self.postal_code} {self.city}".strip()

    @property
    def full_address(self) -> str:
        return ", ".join(part for part in (self.address, self.town) if part)
