"""Associations as the city publishes them."""

from collections.abc import Iterable
from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, HelpPanel, InlinePanel, MultiFieldPanel, ObjectList, TabbedInterface
from wagtail.api import APIField
from wagtail.fields import RichTextField
from wagtail.models import Orderable, Page, PageManager
from wagtail.query import PageQuerySet
from wagtail.search import index

from volunteering.core.accessibility import AccessibilityMixin
from volunteering.core.fields import CodesField
from volunteering.core.identifiers import normalise, validate_founding_year, validate_rna, validate_siret
from volunteering.core.languages import Language
from volunteering.core.location import LocatedMixin
from volunteering.core.pages import RICH_TEXT, ContentMixin, IndexMixin
from volunteering.core.panels import access_panel, location_panels, summary_panel, ticks_panel
from volunteering.core.picture_api import picture
from volunteering.core.sorting import sort_key
from volunteering.core.taxonomy import first_theme
from volunteering.core.weekdays import WEEKDAY_NAMES
from volunteering.directory.fields import AddressesField
from volunteering.directory.models.upkeep import UpkeepMixin


class AssociationIndexPage(IndexMixin, Page):
    """The directory: /associations/."""

    view = "volunteering.directory.views.Directory"
    template = "volunteering/directory/index.html"
    subpage_types = ["volunteering.AssociationPage"]
    max_count_per_parent = 1

    content_panels = [*Page.content_panels, FieldPanel("introduction")]

    class Meta:
        verbose_name = _("directory of associations")
        verbose_name_plural = _("directories of associations")


class Kind(models.TextChoices):
    ASSOCIATION_1901 = "association_1901", _("Association (law of 1901)")
    ALSACE_MOSELLE = "alsace_moselle", _("Association of Alsace-Moselle")
    COLLECTIVE = "collective", _("Collective of residents")
    MUTUAL_AID = "mutual_aid", _("Mutual-aid network")
    CITY_SERVICE = "city_service", _("City service")
    PUBLIC_BODY = "public_body", _("Public body")


class AssociationQuerySet(PageQuerySet):
    # What a card reads of other tables, besides its row.
    card_needs = ("image__renditions", "logo__renditions")

    def published(self) -> "AssociationQuerySet":
        """What anyone may read: live, and under no page with a view restriction."""
        return self.live().public()

    def for_cards(self) -> "AssociationQuerySet":
        """All a list of cards shows, in a constant number of queries; the long texts stay in the database."""
        return self.card_rows().prefetch_related(*self.card_needs)

    def card_rows(self) -> "AssociationQuerySet":
        """The same without what else cards need: for lists whose cards may be kept."""
        return (
            self.select_related("neighbourhood", "image", "logo")
            .annotate(card_theme=first_theme(self.model))
            .defer("body", "access_note")
        )

    def alphabetical(self) -> "AssociationQuerySet":
        return self.order_by("sort_title", "pk")


def kept_records(keys: Iterable[int]) -> dict[int, int]:
    """Which record speaks for each of these today, of those that were merged into another: old revisions name them."""
    merged = AssociationPage.objects.filter(pk__in=list(keys), merged_into__isnull=False)
    return dict(merged.values_list("pk", "merged_into"))


class AssociationMixin(UpkeepMixin, LocatedMixin, AccessibilityMixin, ContentMixin):
    """All that makes a page an association's record."""

    acronym = models.CharField(_("acronym"), max_length=40, blank=True)
    kind = models.CharField(_("kind"), max_length=20, choices=Kind.choices, default=Kind.ASSOCIATION_1901)
    body = RichTextField(_("presentation"), blank=True, features=RICH_TEXT)
    rna = models.CharField(
        _("RNA number"),
        max_length=14,
        blank=True,
        db_index=True,
        validators=[validate_rna],
        help_text=_(
            "On the receipt of the prefecture: a W and nine figures. Associations of Alsace-Moselle have none."
        ),
    )
    siret = models.CharField(_("SIRET number"), max_length=20, blank=True, db_index=True, validators=[validate_siret])
    from_register = models.BooleanField(
        default=False,
        editable=False,
        help_text="Its legal fields come from the national register and stay locked in the editor.",
    )
    logo = models.ForeignKey(
        "wagtailimages.Image",
        verbose_name=_("logo"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    founded = models.PositiveSmallIntegerField(
        _("founded in"),
        null=True,
        blank=True,
        validators=[validate_founding_year],
        help_text=_("A year, like 1974."),
    )
    languages = CodesField(_("languages spoken"), codes=Language)
    website = models.URLField(_("website"), blank=True)
    social_links = AddressesField(
        _("pages on social networks"), help_text=_("One address per line, like https://www.example.org.")
    )
    publish_contact = models.BooleanField(
        _("publish the office’s e-mail and phone"),
        default=False,
        help_text=_("Only the association’s own office, never someone’s home."),
    )
    office_email = models.EmailField(_("office e-mail"), blank=True)
    office_phone = models.CharField(_("office phone"), max_length=20, blank=True)
    sort_title = models.CharField(max_length=120, editable=False, default="", db_index=True)
    # How many of its missions take volunteers now. Kept by the missions domain, which knows.
    open_missions = models.PositiveIntegerField(editable=False, default=0)
    # Days within which it usually answers volunteers; None while too few have asked. Kept by the applications domain.
    answer_days = models.PositiveSmallIntegerField(editable=False, null=True)

    editor_form = "volunteering.directory.forms.AssociationForm"
    view = "volunteering.directory.views.AssociationDetail"
    template = "volunteering/directory/association.html"
    card_template = "volunteering/directory/card_preview.html"
    parent_page_types = ["volunteering.AssociationIndexPage"]
    subpage_types: list[str] = []
    legal_fields = ("title", "rna", "siret", "founded", "address", "postal_code", "city")
    # Facts of this one page, told by no editor: a copy starts without them, and no revision brings them back.
    facts = ("from_register", "open_missions", "answer_days", *UpkeepMixin.upkeep_facts)
    exclude_fields_in_copy: ClassVar[list[str]] = [*facts]

    search_fields = [
        *Page.search_fields,
        *ContentMixin.content_search_fields,
        *LocatedMixin.location_search_fields,
        index.SearchField("acronym", boost=3),
        index.AutocompleteField("acronym"),
        index.SearchField("body"),
        index.FilterField("kind"),
        index.FilterField("sort_title"),
    ]
    api_fields = [
        *ContentMixin.content_api_fields,
        *LocatedMixin.location_api_fields,
        *AccessibilityMixin.access_api_fields,
        APIField("acronym"),
        APIField("kind"),
        APIField("body"),
        picture("logo"),
        APIField("rna"),
        APIField("siret"),
        APIField("founded"),
        APIField("languages"),
        APIField("website"),
        APIField("social_links"),
        APIField("opening_hours"),
        APIField("public_email"),
        APIField("public_phone"),
        APIField("recruits"),
    ]

    content_panels = [
        *Page.content_panels,
        FieldPanel("acronym"),
        summary_panel(),
        FieldPanel("body"),
        MultiFieldPanel([FieldPanel("logo"), FieldPanel("image")], heading=_("Pictures")),
        ticks_panel("themes"),
    ]
    practical_panels = [
        MultiFieldPanel(location_panels(), heading=_("Place")),
        InlinePanel("opening_hours", heading=_("Opening hours"), label=_("Stretch of opening hours")),
        ticks_panel("languages"),
        access_panel(),
        MultiFieldPanel(
            [FieldPanel("website", help_text=_("In full, like https://www.example.org.")), FieldPanel("social_links")],
            heading=_("On the web"),
        ),
        MultiFieldPanel(
            [
                HelpPanel(_("Without the tick nobody sees them: the page proposes the city’s helpline instead.")),
                FieldPanel("publish_contact"),
                FieldPanel("office_email"),
                FieldPanel("office_phone"),
            ],
            heading=_("Contact of the office"),
        ),
        MultiFieldPanel(
            [FieldPanel("kind"), FieldPanel("rna"), FieldPanel("siret"), FieldPanel("founded")], heading=_("Legal")
        ),
    ]
    edit_handler = TabbedInterface(
        [
            ObjectList(content_panels, heading=_("Content")),
            ObjectList(practical_panels, heading=_("Practical")),
            ObjectList([*Page.promote_panels, *Page.settings_panels], heading=_("Promote")),
        ]
    )

    class Meta:
        abstract = True

    def save(self, *args, **kwargs) -> None:
        self.rna, self.siret = normalise(self.rna), normalise(self.siret)
        self.sort_title = sort_key(self.title)
        super().save(*args, **kwargs)

    def with_content_json(self, content: dict[str, Any]) -> Page:
        page = super().with_content_json(content)
        # As they are now: this page may have been read before one of them changed.
        columns = [self._meta.get_field(name).attname for name in self.facts]
        known = type(self)._base_manager.filter(pk=self.pk).values(*columns).first() or {}
        for column, value in known.items():
            setattr(page, column, value)
        return page

    @property
    def recruits(self) -> bool:
        """Whether it takes volunteers now."""
        return self.open_missions > 0

    @property
    def public_email(self) -> str:
        return self.office_email if self.publish_contact else ""

    @property
    def public_phone(self) -> str:
        return self.office_phone if self.publish_contact else ""

    @property
    def social_image(self):
        return self.image or self.logo


class AssociationPage(AssociationMixin, Page):
    """An association's record: /associations/<slug>/."""

    objects = PageManager.from_queryset(AssociationQuerySet)()

    # Wagtail gives each page class a template of its own name unless it names one itself.
    template = AssociationMixin.template
    preview_modes = [("", _("Page")), ("card", _("Card in a list"))]

    class Meta:
        verbose_name = _("association")
        verbose_name_plural = _("associations")
        indexes = [models.Index(fields=["lat", "lng"], name="association_point")]


class OpeningHours(Orderable):
    """One stretch of an ordinary week when the door is open. Lunch breaks make two."""

    association = ParentalKey("volunteering.AssociationPage", on_delete=models.CASCADE, related_name="opening_hours")
    weekday = models.PositiveSmallIntegerField(_("day"), choices=list(enumerate(WEEKDAY_NAMES)))
    opens = models.TimeField(_("opens at"))
    closes = models.TimeField(_("closes at"))
    note = models.CharField(_("note"), max_length=80, blank=True, help_text=_("Like “by appointment”."))

    api_fields = [APIField("weekday"), APIField("opens"), APIField("closes"), APIField("note")]

    class Meta(Orderable.Meta):
        verbose_name = _("opening hours")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(closes__gt=models.F("opens")),
                name="opening_hours_close_after_opening",
                violation_error_message=_("The closing time must come after the opening time."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_weekday_display()} {self.opens:%H:%M}–{self.closes:%H:%M}"
