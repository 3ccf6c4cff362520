"""The event page type."""

from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import Max
from django.http import HttpRequest
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, ObjectList, TabbedInterface
from wagtail.api import APIField
from wagtail.fields import RichTextField
from wagtail.models import Page, PageManager
from wagtail.query import PageQuerySet
from wagtail.search import index

from volunteering.agenda.models.occurrence import Occurrence
from volunteering.core.accessibility import AccessibilityMixin
from volunteering.core.ages import OLDEST
from volunteering.core.location import LocatedMixin
from volunteering.core.page_inputs import PagesInput
from volunteering.core.pages import RICH_TEXT, ContentMixin, named
from volunteering.core.panels import access_panel, location_panels, summary_panel, ticks_panel
from volunteering.core.restrictions import everyone_may_read
from volunteering.directory.models import AssociationPage, kept_records


class EventStatus(models.TextChoices):
    """The whole event's status; one date's is on its occurrence. Codes: OpenAgenda and schema.org's EventStatusType."""

    SCHEDULED = "scheduled", _("Going ahead")
    RESCHEDULED = "rescheduled", _("New date")
    MOVED_ONLINE = "moved_online", _("Moved online")
    POSTPONED = "postponed", _("Postponed")
    FULL = "full", _("Full")
    CANCELLED = "cancelled", _("Cancelled")


class Attendance(models.TextChoices):
    ON_SITE = "on_site", _("On site")
    ONLINE = "online", _("Online")
    MIXED = "mixed", _("On site and online")


class Audience(models.TextChoices):
    EVERYONE = "everyone", _("Everyone")
    FAMILIES = "families", _("Families")
    CHILDREN = "children", _("Children")
    YOUNG_PEOPLE = "young_people", _("Young people")
    SENIORS = "seniors", _("Seniors")
    PROFESSIONALS = "professionals", _("Professionals and associations")


NO_DATE = _("Add at least one date.")


class EventQuerySet(PageQuerySet):
    def published(self) -> "EventQuerySet":
        """What anyone may read: live, and under no page with a view restriction."""
        return self.live().public()


class EventMixin(LocatedMixin, AccessibilityMixin, ContentMixin):
    """All that makes a page an event."""

    body = RichTextField(_("programme"), blank=True, features=RICH_TEXT)
    organisers = ParentalManyToManyField(
        "volunteering.AssociationPage", verbose_name=_("organised by"), blank=True, related_name="events"
    )
    by_city = models.BooleanField(_("organised by the city"), default=False)
    status = models.CharField(_("status"), max_length=20, choices=EventStatus.choices, default=EventStatus.SCHEDULED)
    status_note = models.CharField(
        _("why, and what now"),
        max_length=300,
        blank=True,
        help_text=_("Shown in the banner, like “Postponed because of the storm; the new date follows”."),
    )
    attendance = models.CharField(
        _("attendance"), max_length=10, choices=Attendance.choices, default=Attendance.ON_SITE
    )
    online_url = models.URLField(_("online link"), max_length=500, blank=True)
    is_free = models.BooleanField(_("free"), default=False)
    price = models.CharField(_("price"), max_length=255, blank=True, help_text=_("Like “€6, €3 under 12”."))
    age_min = models.PositiveSmallIntegerField(
        _("from age"), null=True, blank=True, validators=[MaxValueValidator(OLDEST)]
    )
    age_max = models.PositiveSmallIntegerField(
        _("to age"), null=True, blank=True, validators=[MaxValueValidator(OLDEST)]
    )
    audience = models.CharField(_("audience"), max_length=20, choices=Audience.choices, default=Audience.EVERYONE)
    registration_url = models.URLField(_("registration link"), max_length=500, blank=True)
    image_credit = models.CharField(_("picture credit"), max_length=255, blank=True)
    source_url = models.URLField(
        _("first published at"), max_length=500, blank=True, help_text=_("For an event taken over from elsewhere.")
    )

    editor_form = "volunteering.agenda.forms.EventForm"
    view = "volunteering.agenda.views.EventDetail"
    template = "volunteering/agenda/event.html"
    card_template = "volunteering/agenda/card_preview.html"
    parent_page_types = ["volunteering.EventIndexPage"]
    subpage_types: list[str] = []

    search_fields = [
        *Page.search_fields,
        *ContentMixin.content_search_fields,
        *LocatedMixin.location_search_fields,
        index.SearchField("body"),
        index.RelatedFields("organisers", [index.SearchField("title")]),
        index.FilterField("status"),
        index.FilterField("is_free"),
    ]
    api_fields = [
        *ContentMixin.content_api_fields,
        *LocatedMixin.location_api_fields,
        *AccessibilityMixin.access_api_fields,
        APIField("body"),
        APIField("organised_by"),
        APIField("by_city"),
        APIField("status"),
        APIField("status_note"),
        APIField("attendance"),
        APIField("online_url"),
        APIField("is_free"),
        APIField("price"),
        APIField("age_min"),
        APIField("age_max"),
        APIField("audience"),
        APIField("registration_url"),
        APIField("source_url"),
        APIField("image_credit"),
        APIField("dates"),
    ]

    content_panels = [
        *Page.content_panels,
        MultiFieldPanel(
            [
                FieldPanel("organisers", heading=_("Associations"), widget=PagesInput(target_models=[AssociationPage])),
                FieldPanel("by_city"),
            ],
            heading=_("Organised by"),
        ),
        summary_panel(),
        FieldPanel("body"),
        MultiFieldPanel([FieldPanel("image"), FieldPanel("image_credit")], heading=_("Picture")),
        ticks_panel("themes"),
    ]
    practical_panels = [
        InlinePanel("dates", heading=_("Dates"), label=_("Date"), min_num=0),
        MultiFieldPanel([FieldPanel("status"), FieldPanel("status_note")], heading=_("Status")),
        MultiFieldPanel([FieldPanel("attendance"), FieldPanel("online_url"), *location_panels()], heading=_("Place")),
        access_panel(),
        MultiFieldPanel(
            [FieldPanel("is_free"), FieldPanel("price"), FieldPanel("registration_url")],
            heading=_("Price and registration"),
        ),
        MultiFieldPanel(
            [FieldPanel("audience"), FieldRowPanel([FieldPanel("age_min"), FieldPanel("age_max")])],
            heading=_("For whom"),
        ),
        FieldPanel("source_url"),
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

    def with_content_json(self, content: dict[str, Any]) -> Page:
        """An old version may name records that were merged into others since."""
        page = super().with_content_json(content)
        named = [association.pk for association in page.organisers.all()]
        if merged := kept_records(named):
            # Instances: numbers would be written to the database at once.
            page.organisers = AssociationPage.objects.filter(pk__in={merged.get(key, key) for key in named})
        return page

    def clean(self) -> None:
        super().clean()
        if self.age_min is not None and self.age_max is not None and self.age_max < self.age_min:
            raise ValidationError({"age_max": _("The two ages are the wrong way round. Exchange them.")})

    def asked_at_publishing(self) -> dict[str, Any]:
        asked, dates = super().asked_at_publishing(), self.dates.all()
        hours = [problem for date in dates for problem in date.asked_at_publishing().values()]
        if not dates or hours:
            asked["dates"] = hours[0] if hours else NO_DATE
        return asked

    @cached_property
    def public_organisers(self) -> list:
        """The associations whose record everyone may read; the others are nobody's business yet."""
        chosen = [association.pk for association in self.organisers.all()]
        associations = self._meta.get_field("organisers").related_model.objects
        return list(associations.filter(everyone_may_read(), pk__in=chosen)) if chosen else []

    def get_sitemap_urls(self, request: HttpRequest | None = None) -> list[dict[str, Any]]:
        """While a date is to come; changed when the page or one of its dates was."""
        latest = self._latest_changes(request).get(self.pk)
        if latest is None:
            return []
        return [{**url, "lastmod": max(url["lastmod"] or latest, latest)} for url in super().get_sitemap_urls(request)]

    @staticmethod
    def _latest_changes(request: HttpRequest | None) -> dict[int, datetime]:
        """When a date of each event to come was last changed, asked once for the whole sitemap."""
        changes = getattr(request, "_volunteering_latest_changes", None)
        if changes is None:
            dates = Occurrence.objects.upcoming().order_by()
            changes = dict(dates.values("event").annotate(latest=Max("updated_at")).values_list("event", "latest"))
            if request is not None:
                request._volunteering_latest_changes = changes
        return changes

    @property
    def organised_by(self) -> list[dict[str, str]]:
        """The same in Wagtail's API, which would tell the title of any page that is tied to this one."""
        return [named(association) for association in self.public_organisers]

    @property
    def is_cancelled(self) -> bool:
        return self.status == EventStatus.CANCELLED

    @property
    def is_postponed(self) -> bool:
        return self.status == EventStatus.POSTPONED

    @property
    def dates_in_words(self) -> list[str]:
        return [words for words in (date.in_words for date in self.dates.all()) if words]


class EventPage(EventMixin, Page):
    """An event: /agenda/<slug>/."""

    objects = PageManager.from_queryset(EventQuerySet)()

    # Wagtail gives each page class a template of its own name unless it names one itself.
    template = EventMixin.template
    preview_modes = [("", _("Page")), ("card", _("Card in a list"))]

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("events")
        indexes = [models.Index(fields=["lat", "lng"], name="event_point")]
