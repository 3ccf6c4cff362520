"""What somebody proposes to the city: their answers, whom to answer, and the page it becomes."""

import uuid
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, Revision, Site

from volunteering.core.addresses import LONGEST
from volunteering.moderation.states import CLOSED, EDITABLE, UNDO_FOR, State, Verb, may

# A draft that nobody touches, and an address that nobody confirms.
DRAFT_FOR = timedelta(days=60)
UNCONFIRMED_FOR = timedelta(hours=48)
KEEP_FOR = timedelta(days=183)


class SubmissionQuerySet(models.QuerySet):
    def waiting(self) -> "SubmissionQuerySet":
        """For the office to read."""
        return self.filter(state=State.WAITING)

    def of_page(self, page: Page) -> "SubmissionQuerySet":
        return self.filter(page_id=page.pk)

    def open(self) -> "SubmissionQuerySet":
        """The office or its author still has something to do."""
        return self.filter(state__in=[State.WAITING, State.CHANGES])

    def of_address(self, email: str) -> "SubmissionQuerySet":
        return self.filter(email=email.strip().lower()).exclude(email="")

    def over(self, now: datetime | None = None) -> "SubmissionQuerySet":
        """What need not be kept: forgotten drafts, unconfirmed addresses, what was decided half a year ago."""
        return self.drafts_over(now) | self.unconfirmed_over(now) | self.closed_over(now)

    def drafts_over(self, now: datetime | None = None) -> "SubmissionQuerySet":
        return self.filter(state=State.DRAFT, changed_at__lte=(now or timezone.now()) - DRAFT_FOR)

    def unconfirmed_over(self, now: datetime | None = None) -> "SubmissionQuerySet":
        return self.filter(state=State.UNCONFIRMED, changed_at__lte=(now or timezone.now()) - UNCONFIRMED_FOR)

    def closed_over(self, now: datetime | None = None) -> "SubmissionQuerySet":
        return self.filter(state__in=CLOSED, changed_at__lte=(now or timezone.now()) - KEEP_FOR)

    def last_accepted(self, user: Any) -> "Submission | None":
        """Where this account (or None) accepted the charter last."""
        if user is None:
            return None
        own = self.filter(user=user, charter_accepted_at__isnull=False)
        return own.only("charter_version", "charter_accepted_at").order_by("-charter_accepted_at", "-pk").first()

    def oldest_first(self) -> "SubmissionQuerySet":
        return self.order_by("sent_at", "pk")


class Submission(models.Model):
    """`answers`: {step: {field: [what was typed, …]}}, exactly as a form sends it, so that nothing typed is ever lost.

    `page`: the draft it became, or the page it changes. `revision`: the version that waits to be read.
    `concerns`: codes of what the office should look at, found when it was sent.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kind = models.CharField(_("kind"), max_length=20)
    state = models.CharField(_("state"), max_length=12, choices=State.choices, default=State.DRAFT)
    site = models.ForeignKey(Site, on_delete=models.CASCADE, related_name="+")
    page = models.ForeignKey(Page, null=True, on_delete=models.SET_NULL, related_name="+")
    is_change = models.BooleanField(_("changes a published page"), default=False)
    revision = models.ForeignKey(Revision, null=True, on_delete=models.SET_NULL, related_name="+")
    # Its author changed answers since the office last got them.
    has_news = models.BooleanField(default=False)
    # What was public before this was approved: undoing an approval brings it back.
    revision_before = models.ForeignKey(Revision, null=True, on_delete=models.SET_NULL, related_name="+")
    # Once the page is gone, and in lists: its title as it was typed.
    title = models.CharField(_("title"), max_length=255, blank=True)
    answers = models.JSONField(default=dict)
    picture = models.ForeignKey(
        "wagtailimages.Image", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    concerns = models.JSONField(default=list)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="submissions")
    first_name = models.CharField(_("first name"), max_length=80, blank=True)
    last_name = models.CharField(_("name"), max_length=80, blank=True)
    email = models.EmailField(max_length=LONGEST, blank=True)
    # To the office, not for publication.
    message = models.TextField(_("message"), max_length=2000, blank=True)
    language = models.CharField(max_length=12, blank=True)
    charter_version = models.CharField(max_length=20, blank=True)
    charter_accepted_at = models.DateTimeField(null=True)
    began_at = models.DateTimeField(default=timezone.now)
    changed_at = models.DateTimeField(default=timezone.now)
    confirmed_at = models.DateTimeField(null=True)
    # When it joined the queue; a change of its author does not send it to the end.
    sent_at = models.DateTimeField(_("sent"), null=True)
    decided_at = models.DateTimeField(_("decided"), null=True)
    # The public row of a reused page is never touched: this only says where the answers came from.
    copied_from = models.ForeignKey(Page, null=True, on_delete=models.SET_NULL, related_name="+")

    objects = SubmissionQuerySet.as_manager()

    class Meta:
        verbose_name = _("submission")
        verbose_name_plural = _("submissions")
        indexes = [
            models.Index(fields=["state", "sent_at"], name="submission_queue"),
            models.Index(fields=["state", "changed_at"], name="submission_age"),
            models.Index(fields=["email"], name="submission_email"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["page"],
                condition=Q(state__in=["waiting", "changes"]),
                name="submission_once_per_page",
                violation_error_message=_("Another change of this page is being read."),
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["waiting", "changes"]) | Q(sent_at__isnull=False),
                name="submission_sent_when_read",
                violation_error_message=_("What waits to be read was sent at some moment."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def short_name(self) -> str:
        """First name and initial; empty once they left."""
        initial = f"{self.last_name[:1]}." if self.last_name else ""
        return f"{self.first_name} {initial}".strip()

    @property
    def full_name(self) -> str:
        return f"{self.first_name} {self.last_name}".strip()

    @property
    def is_editable(self) -> bool:
        return self.state in EDITABLE

    @property
    def can_be_withdrawn(self) -> bool:
        return may(Verb.WITHDRAW, self.state)

    @property
    def undo_until(self) -> datetime | None:
        """None when there is no decision to take back."""
        return self.decided_at + UNDO_FOR if self.decided_at and may(Verb.UNDO, self.state) else None

    def typed(self, step: str) -> dict[str, Any]:
        """What was typed in one step: {field: [values]}; empty before it was reached."""
        return self.answers.get(step, {})
