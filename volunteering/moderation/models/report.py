"""What somebody found wrong on a public page, and what the city answered."""

from datetime import datetime, timedelta

from django.db import models
from django.db.models import Count, F, Window
from django.db.models.functions import RowNumber
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, Site

from volunteering.core.addresses import LONGEST
from volunteering.moderation.models.exchange import LONGEST_WORDS

# The city answers within a day: what the law expects of who publishes what others write.
LATE_AFTER = timedelta(hours=24)
REPORTS_KEPT_FOR = timedelta(days=183)


class ReportReason(models.TextChoices):
    WRONG = "wrong", _("Something is wrong or out of date")
    BARRIER = "barrier", _("I cannot read it or use it")
    OFFENSIVE = "offensive", _("It is offensive or hateful")
    PERSONAL = "personal", _("It shows somebody’s personal data")
    SCAM = "scam", _("It is a scam or advertising")
    UNLAWFUL = "unlawful", _("It is against the law")
    OTHER = "other", _("Something else")


class Outcome(models.TextChoices):
    KEEP = "keep", _("Nothing to change")
    CORRECT = "correct", _("Corrected")
    TAKE_DOWN = "take_down", _("Taken down")


class ReportDecision(models.Model):
    """One answer to all reports of a page that were read. `words`: to who reported; `statement`: to who answers for
    the page, so that neither side reads what is meant for the other.
    """

    page = models.ForeignKey(Page, null=True, on_delete=models.SET_NULL, related_name="+")
    site = models.ForeignKey(Site, on_delete=models.CASCADE, related_name="+")
    title = models.CharField(_("title"), max_length=255)
    outcome = models.CharField(_("decision"), max_length=10, choices=Outcome.choices)
    words = models.TextField(max_length=LONGEST_WORDS, blank=True)
    statement = models.TextField(max_length=LONGEST_WORDS, blank=True)
    at = models.DateTimeField(_("decided"), default=timezone.now)

    class Meta:
        verbose_name = _("decision on reports")
        verbose_name_plural = _("decisions on reports")
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return str(self.pk)


class ReportQuerySet(models.QuerySet):
    def open(self) -> "ReportQuerySet":
        return self.filter(decision=None)

    def late(self, now: datetime | None = None) -> "ReportQuerySet":
        return self.open().filter(reported_at__lt=(now or timezone.now()) - LATE_AFTER)

    def of_page(self, page: Page) -> "ReportQuerySet":
        return self.filter(page_id=page.pk)

    def of_address(self, email: str) -> "ReportQuerySet":
        return self.filter(email=email.strip().lower()).exclude(email="")

    def over(self, now: datetime | None = None) -> "ReportQuerySet":
        """What was decided half a year ago. What is open stays until somebody answers."""
        return self.filter(decision__at__lte=(now or timezone.now()) - REPORTS_KEPT_FOR)

    def one_per_page(self) -> "ReportQuerySet":
        """The oldest of each page that is open, and of each decision; `number` says how many they are together."""
        together = [F("page"), F("decision")]
        rows = self.annotate(
            number=Window(Count("pk"), partition_by=together),
            place=Window(RowNumber(), partition_by=together, order_by=["reported_at", "pk"]),
        )
        return rows.filter(place=1)


class Report(models.Model):
    """From nobody in particular: an address only where an answer is wanted, never a name."""

    page = models.ForeignKey(Page, null=True, on_delete=models.SET_NULL, related_name="+")
    site = models.ForeignKey(Site, on_delete=models.CASCADE, related_name="+")
    # Once the page is gone.
    title = models.CharField(_("page"), max_length=255)
    reason = models.CharField(_("reason"), max_length=10, choices=ReportReason.choices)
    words = models.TextField(max_length=LONGEST_WORDS, blank=True)
    email = models.EmailField(max_length=LONGEST, blank=True)
    language = models.CharField(max_length=12, blank=True)
    reported_at = models.DateTimeField(_("reported"), default=timezone.now)
    decision = models.ForeignKey(ReportDecision, null=True, on_delete=models.RESTRICT, related_name="reports")

    objects = ReportQuerySet.as_manager()

    class Meta:
        verbose_name = _("report")
        verbose_name_plural = _("reports")
        indexes = [
            models.Index(fields=["decision", "reported_at"], name="report_queue"),
            models.Index(fields=["email"], name="report_email"),
        ]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def is_late(self) -> bool:
        return self.decision_id is None and self.reported_at < timezone.now() - LATE_AFTER
