"""The accessibility statement: how far everyone can use the site, and whom to tell when one cannot.

What it says and when it may say it: décret n° 2019-768 of 24 July 2019 and arrêté of 20 September 2019, with the RGAA.
"""

from datetime import date
from typing import Any

from dateutil.relativedelta import relativedelta
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.api import APIField
from wagtail.fields import RichTextField
from wagtail.models import Page
from wagtail.search import index

from volunteering.core.moment_inputs import LocalDateInput
from volunteering.core.pages import DeletedWhole, PublishingForm, ServedByView
from volunteering.core.publishing import Publishable

PARTIAL, TOTAL = 50, 100  # percent of the criteria that apply
AUDIT_YEARS = 3
TEXT = ["bold", "italic", "ol", "ul", "link"]
AUDIT = ("audited_on", "audited_by", "rate")
INCOMPLETE_AUDIT = _("An audit has a day, an auditor and a result: fill in all three, or none.")


class Conformity(models.TextChoices):
    """The three states that the law knows, in its words."""

    TOTAL = "total", _("totally compliant")
    PARTIAL = "partial", _("partially compliant")
    NONE = "none", _("not compliant")


class AccessibilityStatementPage(Publishable, ServedByView, DeletedWhole, Page):
    """One per site. How far the site complies is not typed but follows from the audit: no audit, no compliance."""

    introduction = RichTextField(
        _("what one can do here"),
        blank=True,
        features=TEXT,
        help_text=_("In plain words, before the legal part: by keyboard, enlarged, without the map, by telephone…"),
    )
    entity = models.CharField(
        _("who states this"),
        max_length=150,
        blank=True,
        help_text=_("Like “The town of Rivemont-sur-Loire”. Left empty: the name of the city."),
    )
    audited_on = models.DateField(
        _("day of the audit"),
        null=True,
        blank=True,
        help_text=_(
            "An audit counts for three years. Without one, the law says “not compliant”, and so does the page."
        ),
    )
    audited_by = models.CharField(
        _("who did the audit"), max_length=150, blank=True, help_text=_("A company, or a team of your own.")
    )
    rate = models.DecimalField(
        _("criteria met, in percent"),
        max_digits=5,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(0), MaxValueValidator(TOTAL)],
        help_text=_("Of the criteria that apply. From 50 % on the site is partially compliant, with 100 % totally."),
    )
    standard = models.CharField(_("rules of the audit"), max_length=50, default="RGAA 4.1.2")
    failures = RichTextField(
        _("what does not comply"),
        blank=True,
        features=TEXT,
        help_text=_("What people cannot read or use yet, in their words, and until when."),
    )
    exemptions = RichTextField(
        _("disproportionate burden"),
        blank=True,
        features=TEXT,
        help_text=_("What would cost the city too much: why, and what you offer instead."),
    )
    not_concerned = RichTextField(
        _("what the law does not ask"),
        blank=True,
        features=TEXT,
        help_text=_("Like recordings and documents from before 2018, or another site’s map."),
    )
    pages_checked = RichTextField(
        _("pages that were checked"),
        blank=True,
        features=TEXT,
    )
    tools = models.TextField(
        _("browsers, screen readers and tools"),
        blank=True,
        help_text=_("What the pages were checked with, like “Firefox and NVDA, iPhone and VoiceOver”."),
    )
    contact_email = models.EmailField(
        _("e-mail address of the city"),
        blank=True,
        help_text=_(
            "Shown to everybody: that of an office, never a person’s. The page has a form and the helpline anyway."
        ),
    )
    plan_url = models.URLField(
        _("address of the city’s accessibility plan"),
        blank=True,
        help_text=_(
            "The plan for several years (“schéma pluriannuel”) and this year’s actions, where they are published."
        ),
    )
    stated_on = models.DateField(
        _("stated on"),
        default=timezone.localdate,
        help_text=_("Look at the statement again after each large change, and at least every three years."),
    )

    view = "volunteering.statements.views.AccessibilityStatement"
    template = "volunteering/statements/accessibility.html"
    base_form_class = PublishingForm
    max_count_per_parent = 1
    subpage_types: list[str] = []
    search_fields = [*Page.search_fields, index.SearchField("introduction"), index.SearchField("failures")]
    api_fields = [APIField("conformity"), APIField("rate"), APIField("audited_on"), APIField("stated_on")]

    content_panels = [
        *Page.content_panels,
        FieldPanel("introduction"),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("audited_on", widget=LocalDateInput), FieldPanel("rate")]),
                FieldRowPanel([FieldPanel("audited_by"), FieldPanel("standard")]),
            ],
            heading=_("The audit"),
            help_text=_("How far the site complies follows from it; the foot of every page says so."),
        ),
        MultiFieldPanel(
            [FieldPanel("failures"), FieldPanel("exemptions"), FieldPanel("not_concerned")],
            heading=_("What is not accessible"),
        ),
        MultiFieldPanel([FieldPanel("pages_checked"), FieldPanel("tools")], heading=_("How it was checked")),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("entity"), FieldPanel("stated_on", widget=LocalDateInput)]),
                FieldPanel("contact_email"),
                FieldPanel("plan_url"),
            ],
            heading=_("Who states it"),
        ),
    ]

    class Meta:
        verbose_name = _("accessibility statement")
        verbose_name_plural = _("accessibility statements")

    def clean(self) -> None:
        super().clean()
        today = timezone.localdate()
        ahead = {
            name: _("This day is still to come.") for name in ("audited_on", "stated_on") if self._is_after(name, today)
        }
        if ahead:
            raise ValidationError(ahead)

    def asked_at_publishing(self) -> dict[str, Any]:
        missing = [name for name in AUDIT if getattr(self, name) in (None, "")]
        incomplete = dict.fromkeys(missing, INCOMPLETE_AUDIT) if len(missing) < len(AUDIT) else {}
        return {**super().asked_at_publishing(), **incomplete}

    @property
    def audit_is_valid(self) -> bool:
        """Whether the audit, if there is one, still counts today."""
        ends = self.audited_on and self.audited_on + relativedelta(years=AUDIT_YEARS)
        return bool(ends and self.rate is not None and timezone.localdate() < ends)

    @property
    def conformity(self) -> Conformity:
        rate = self.rate if self.audit_is_valid else None
        if rate is None or rate < PARTIAL:
            return Conformity.NONE
        return Conformity.TOTAL if rate == TOTAL else Conformity.PARTIAL

    def _is_after(self, name: str, day: date) -> bool:
        value = getattr(self, name)
        return value is not None and value > day
