"""What the city says of itself once, for every page: name, colours, helpline, map, legal texts."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, ObjectList, TabbedInterface
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting
from wagtail.fields import RichTextField

from volunteering.core.charter import keep_version
from volunteering.core.colours import CONTRAST_AA, HEX_COLOUR, contrast, nearest_readable
from volunteering.core.geo import InvalidPoint, Point, parse_point
from volunteering.core.holidays import SchoolZone
from volunteering.core.panels import LocationPanel

LIGHT_PAPER, DARK_PAPER = "#faf8f4", "#12161c"
TEXT_FEATURES = ["h2", "h3", "bold", "italic", "ol", "ul", "link"]


class Tiles(models.TextChoices):
    """Where the map's background comes from. Anything but NONE makes visitors' browsers call that server."""

    NONE = "none", _("Our own outline of the city (no other server is called)")
    IGN = "ign", _("IGN map (Géoplateforme, the State’s mapping service)")
    OSM_FRANCE = "osm_france", _("OpenStreetMap France")


@register_setting(icon="site", order=10)
class CitySettings(BaseSiteSetting):
    """One row per site; editors change it under Settings → The city."""

    name = models.CharField(_("name of the city"), max_length=100, blank=True)
    tagline = models.CharField(_("one sentence about it"), max_length=200, blank=True)
    logo = models.ForeignKey(
        "wagtailimages.Image",
        verbose_name=_("logo"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    accent = models.CharField(_("accent colour"), max_length=7, default="#00606b", validators=[HEX_COLOUR])
    accent_dark = models.CharField(
        _("accent colour in dark mode"), max_length=7, default="#6fd3d0", validators=[HEX_COLOUR]
    )
    helpline_number = models.CharField(_("helpline number"), max_length=20, blank=True)
    helpline_hours = models.CharField(
        _("helpline hours"), max_length=120, blank=True, help_text=_("Like “Monday to Friday, 9 am – 12 noon”.")
    )
    helpline_words = models.TextField(
        _("what the helpline does"), blank=True, help_text=_("One or two sentences, shown beside the number.")
    )
    office_email = models.EmailField(
        _("e-mail of the office for volunteering"),
        blank=True,
        help_text=_(
            "Shown nowhere. Sign-ups to the city’s own missions, and to those of associations without an e-mail."
        ),
    )
    centre = models.CharField(
        _("centre of the map"),
        max_length=80,
        blank=True,
        help_text=_("The point where maps open."),
    )
    south = models.FloatField(_("southern edge"), null=True, blank=True, help_text=_("Latitude, in degrees."))
    west = models.FloatField(_("western edge"), null=True, blank=True, help_text=_("Longitude, in degrees."))
    north = models.FloatField(_("northern edge"), null=True, blank=True, help_text=_("Latitude, in degrees."))
    east = models.FloatField(_("eastern edge"), null=True, blank=True, help_text=_("Longitude, in degrees."))
    tiles = models.CharField(_("map background"), max_length=20, choices=Tiles.choices, default=Tiles.NONE)
    base_map = models.JSONField(
        _("own outline"),
        null=True,
        blank=True,
        help_text=_("GeoJSON of the river, main streets and parks, drawn when no other server is called."),
    )
    school_zone = models.CharField(
        _("school holidays zone"), max_length=20, blank=True, choices=SchoolZone.choices, default=""
    )
    legal_notice = RichTextField(_("legal notice"), blank=True, features=TEXT_FEATURES)
    privacy = RichTextField(_("privacy"), blank=True, features=TEXT_FEATURES)
    charter = RichTextField(_("volunteering charter"), blank=True, features=TEXT_FEATURES)

    controller = models.TextField(
        _("who answers for personal data"),
        blank=True,
        help_text=_("The controller: name of the town, its representative, address, telephone."),
    )
    data_protection_officer = models.TextField(
        _("data protection officer"), blank=True, help_text=_("Name or function, and how to reach them.")
    )
    legal_basis = models.TextField(
        _("legal basis"),
        blank=True,
        help_text=_("What the town adds to ours, like the deliberation of its council and its date."),
    )
    processors = models.TextField(
        _("who else receives data"),
        blank=True,
        help_text=_("Who hosts the site and its backups, sends its mails, looks after it; and in which country."),
    )
    security_measures = models.TextField(
        _("security measures"),
        blank=True,
        help_text=_("How servers, backups and accounts of the teams are kept safe. No detail that helps an attacker."),
    )

    select_related = ["logo"]

    edit_handler = TabbedInterface(
        [
            ObjectList(
                [
                    FieldPanel("name"),
                    FieldPanel("tagline"),
                    FieldPanel("logo"),
                    MultiFieldPanel([FieldPanel("accent"), FieldPanel("accent_dark")], heading=_("Colours")),
                    MultiFieldPanel(
                        [FieldPanel(f"helpline_{part}") for part in ("number", "hours", "words")], heading=_("Helpline")
                    ),
                    FieldPanel("office_email"),
                    FieldPanel("school_zone"),
                ],
                heading=_("Identity"),
            ),
            ObjectList(
                [
                    LocationPanel("centre"),
                    MultiFieldPanel(
                        [FieldPanel(side) for side in ("south", "west", "north", "east")], heading=_("Edges")
                    ),
                    FieldPanel("tiles"),
                    FieldPanel("base_map"),
                ],
                heading=_("Map"),
            ),
            ObjectList([FieldPanel("legal_notice"), FieldPanel("privacy"), FieldPanel("charter")], heading=_("Texts")),
            ObjectList(
                [
                    FieldPanel("controller"),
                    FieldPanel("data_protection_officer"),
                    FieldPanel("legal_basis"),
                    FieldPanel("processors"),
                    FieldPanel("security_measures"),
                ],
                heading=_("Personal data"),
            ),
        ]
    )

    class Meta:
        verbose_name = _("the city")
        permissions = [("read_processings", "Can read the register of processing of personal data")]

    def __str__(self) -> str:
        return self.name or str(_("the city"))

    def save(self, *args: Any, **kwargs: Any) -> None:
        super().save(*args, **kwargs)
        keep_version(site=self.site, text=self.charter)

    def clean(self) -> None:
        super().clean()
        errors = {**self._colour_errors(), **self._map_errors()}
        if errors:
            raise ValidationError(errors)

    def _colour_errors(self) -> dict[str, Any]:
        errors = {}
        for field, paper in (("accent", LIGHT_PAPER), ("accent_dark", DARK_PAPER)):
            colour = getattr(self, field)
            if contrast(colour, paper) < CONTRAST_AA:
                errors[field] = _("Too pale to be read on this background. The nearest that holds: %(colour)s") % {
                    "colour": nearest_readable(colour, paper)
                }
        return errors

    def _map_errors(self) -> dict[str, Any]:
        errors = {}
        try:
            parse_point(self.centre)
        except InvalidPoint as error:
            errors["centre"] = error.message
        if self.bounds and not _encloses_something(*self.bounds):
            errors["south"] = _(
                "These edges enclose no place on Earth. Give degrees, south below north, west before east."
            )
        if self.base_map is not None and not _is_collection(self.base_map):
            errors["base_map"] = _("Paste the whole content of a GeoJSON file of the type “FeatureCollection”.")
        return errors

    @property
    def centre_point(self) -> Point | None:
        return parse_point(self.centre)

    @property
    def bounds(self) -> tuple[float, float, float, float] | None:
        """South, west, north, east in degrees, when all four are known."""
        sides = (self.south, self.west, self.north, self.east)
        return sides if None not in sides else None


def _encloses_something(south: float, west: float, north: float, east: float) -> bool:
    return -90 <= south < north <= 90 and -180 <= west < east <= 180


def _is_collection(geojson: Any) -> bool:
    features = geojson.get("features") if isinstance(geojson, dict) else None
    return isinstance(features, list) and all(isinstance(feature, dict) for feature in features)
