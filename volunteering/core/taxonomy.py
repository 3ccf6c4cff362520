"""The words a city sorts its life by: themes, skills, neighbourhoods, and its "grands enjeux"."""

from collections.abc import Collection

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.functions import JSONObject
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.search import index

from volunteering.core.colours import HEX_COLOUR
from volunteering.core.icons import icon_choices
from volunteering.core.polygons import InvalidPolygon, centre_of, check_polygon


class NationalDomain(models.TextChoices):
    """The closed list of the national hub of missions. Source: betagouv/api-engagement, import of missions."""

    ANIMALS = "animaux", _("Animals")
    CONSTRUCTION = "batiment-industrie-logistique", _("Building, industry, logistics")
    SKILLS = "benevolat-competences", _("Skills-based volunteering")
    COMMUNICATION = "communication", _("Communication")
    CULTURE = "culture-loisirs", _("Culture and leisure")
    EDUCATION = "education", _("Education")
    EMPLOYMENT = "emploi", _("Employment")
    ENVIRONMENT = "environnement", _("Environment")
    MANAGEMENT = "gestion-finance-droit", _("Management, finance, law")
    HUMANITARIAN = "humanitaire", _("Humanitarian aid")
    MEMORY = "memoire-et-citoyennete", _("Memory and citizenship")
    DIGITAL = "numerique", _("Digital")
    PREVENTION = "prevention-protection", _("Prevention and protection")
    RESEARCH = "recherche", _("Research")
    HEALTH = "sante", _("Health")
    PUBLIC_SERVICE = "service-public-defense-securite", _("Public service, defence, security")
    SPORT = "sport", _("Sport")
    SOLIDARITY = "solidarite-insertion", _("Solidarity and inclusion")
    TOGETHER = "vivre-ensemble", _("Living together")
    OTHER = "autre", _("Other")


class Term(index.Indexed, models.Model):
    """What every taxonomy has: a name people read, a slug for addresses and imports, an order."""

    name = models.CharField(_("name"), max_length=80, unique=True)
    slug = models.SlugField(_("slug"), max_length=80, unique=True, help_text=_("Used in web addresses and imports."))
    sort_order = models.PositiveIntegerField(_("order"), default=0, blank=True)

    # The list in the admin is sorted by its columns, what was found in it too.
    search_fields = [
        *(index.SearchField("name"), index.AutocompleteField("name")),
        *(index.FilterField(name) for name in ("sort_order", "name", "slug")),
    ]

    class Meta:
        abstract = True
        ordering = ["sort_order", "name"]

    def __str__(self) -> str:
        return self.name


class Theme(Term):
    """What an association, an event or a mission is about."""

    icon = models.CharField(_("icon"), max_length=40, default="heart", choices=icon_choices)
    colour = models.CharField(
        _("colour"),
        max_length=7,
        blank=True,
        validators=[HEX_COLOUR],
        help_text=_("Like #00606b. It tints the picture of items without one; text never depends on it."),
    )
    domain = models.CharField(
        _("national domain"),
        max_length=40,
        choices=NationalDomain.choices,
        default=NationalDomain.OTHER,
        help_text=_("Under which heading the national site shows missions of this theme."),
    )

    search_fields = [*Term.search_fields, index.FilterField("icon"), index.FilterField("domain")]
    panels = [FieldPanel("name"), FieldPanel("slug"), FieldPanel("icon"), FieldPanel("colour"), FieldPanel("domain")]

    class Meta(Term.Meta):
        verbose_name = _("theme")
        verbose_name_plural = _("themes")


def first_theme(model: type[models.Model], *, of: str = "pk") -> models.Subquery:
    """The first theme of each row as {"slug", "name", "icon"}, read within the row's own SELECT: a card shows one.

    `model` has the `themes`; `of` is what points at it in the outer query.
    """
    themes = model._meta.get_field("themes")
    links = themes.remote_field.through.objects.filter(**{themes.m2m_field_name(): models.OuterRef(of)})
    shown = JSONObject(slug="theme__slug", name="theme__name", icon="theme__icon")
    return models.Subquery(links.order_by("theme__sort_order", "theme__name").values(shown=shown)[:1])


def tied_to(
    model: type[models.Model], relation: str, values: Collection[object], *, by: str = "slug"
) -> models.QuerySet:
    """Keys of the rows of `model` whose many-to-many `relation` leads to one of these values, for a subquery.

    A join instead would give a row once for each of its terms.
    """
    field = model._meta.get_field(relation)
    links = field.remote_field.through.objects.filter(**{f"{field.m2m_reverse_field_name()}__{by}__in": values})
    return links.values(field.m2m_field_name())


class Skill(Term):
    """Something a volunteer can do and a mission may want."""

    panels = [FieldPanel("name"), FieldPanel("slug")]

    class Meta(Term.Meta):
        verbose_name = _("skill")
        verbose_name_plural = _("skills")


class Neighbourhood(Term):
    """A quarter of the city, with its outline on the map."""

    polygon = models.JSONField(
        _("outline"),
        null=True,
        blank=True,
        help_text=_("GeoJSON geometry (Polygon or MultiPolygon), longitude first."),
    )
    referent = models.CharField(
        _("referent"),
        max_length=120,
        blank=True,
        help_text=_("The function to ask for, like “Neighbourhood officer, town hall”. No private person’s name."),
    )
    description = models.TextField(_("description"), blank=True)
    # The middle of the outline: where "near this quarter" is measured from.
    lat = models.FloatField(null=True, editable=False)
    lng = models.FloatField(null=True, editable=False)

    search_fields = [*Term.search_fields, index.FilterField("referent")]
    panels = [
        FieldPanel("name"),
        FieldPanel("slug"),
        FieldPanel("description"),
        FieldPanel("referent"),
        FieldPanel("polygon"),
    ]

    class Meta(Term.Meta):
        verbose_name = _("neighbourhood")
        verbose_name_plural = _("neighbourhoods")

    def save(self, *args, **kwargs) -> None:
        centre = centre_of(self.polygon)
        self.lat, self.lng = (centre.lat, centre.lng) if centre else (None, None)
        super().save(*args, **kwargs)

    def clean(self) -> None:
        super().clean()
        try:
            check_polygon(self.polygon)
        except InvalidPolygon as error:
            raise ValidationError({"polygon": str(error)}) from error


class Issue(Term):
    """A "grand enjeu de la commune": what the city asks its residents to weigh in on."""

    description = models.TextField(_("description"), blank=True)

    panels = [FieldPanel("name"), FieldPanel("slug"), FieldPanel("description")]

    class Meta(Term.Meta):
        verbose_name = _("city issue")
        verbose_name_plural = _("city issues")
