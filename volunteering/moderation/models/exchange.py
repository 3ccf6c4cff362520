"""What the two sides said, and what happened when: the history of a submission."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from volunteering.moderation.models.submission import Submission
from volunteering.moderation.states import Verb

LONGEST_WORDS = 2000


class Side(models.TextChoices):
    AUTHOR = "author", _("The author")
    OFFICE = "office", _("The city")


class Event(models.TextChoices):
    """In the past: a line of a history."""

    SENT = "sent", _("Sent")
    CHANGED = "changed", _("Changed by its author")
    WITHDRAWN = "withdrawn", _("Withdrawn by its author")
    APPROVED = "approved", _("Approved")
    ASKED = "asked", _("A change was asked for")
    REFUSED = "refused", _("Refused")
    UNDONE = "undone", _("The decision was taken back")
    WRITTEN = "written", _("A message")


EVENT_OF = {Verb.APPROVE: Event.APPROVED, Verb.ASK: Event.ASKED, Verb.REFUSE: Event.REFUSED}


class Exchange(models.Model):
    submission = models.ForeignKey(Submission, on_delete=models.CASCADE, related_name="exchanges")
    side = models.CharField(max_length=10, choices=Side.choices)
    event = models.CharField(max_length=12, choices=Event.choices)
    # Who of the office; the author is never shown one.
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    words = models.TextField(max_length=LONGEST_WORDS, blank=True)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("line of a submission’s history")
        verbose_name_plural = _("lines of a submission’s history")
        ordering = ["at", "pk"]
        indexes = [models.Index(fields=["submission", "at"], name="exchange_in_order")]

    def __str__(self) -> str:
        return self.event
