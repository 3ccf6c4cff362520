"""A conversation between two sides, without names and addresses: whoever uses it knows who they are."""

import uuid
from datetime import datetime

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

LONGEST = 2000  # characters


class ConversationQuerySet(models.QuerySet):
    def holding_text(self) -> "ConversationQuerySet":
        """Something was written or told in it."""
        return self.filter(Exists(Message.objects.filter(conversation=OuterRef("pk"))))

    def silent_since(self, moment: datetime) -> "ConversationQuerySet":
        """Nothing was written or told since."""
        later = Message.objects.filter(conversation=OuterRef("pk"), written_at__gt=moment)
        return self.filter(~Exists(later), started_at__lte=moment)

    def unreported_since(self, moment: datetime) -> "ConversationQuerySet":
        """No report waits, but for one that is older."""
        return self.filter(Q(reported_at=None) | Q(reported_at__lte=moment))


class Conversation(models.Model):
    """What it is about hangs on the row that points at it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    started_at = models.DateTimeField(default=timezone.now)
    # Somebody asks the city to look at it: only then does anyone else read it.
    reported_at = models.DateTimeField(_("reported"), null=True)
    reported_by = models.CharField(_("reported by"), max_length=20, blank=True)
    report = models.TextField(_("what is wrong"), max_length=LONGEST, blank=True)

    objects = ConversationQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["reported_at"], condition=Q(reported_at__isnull=False), name="conversation_reported")
        ]
        verbose_name = _("conversation")
        verbose_name_plural = _("conversations")

    def __str__(self) -> str:
        return str(self.pk)


class Party(models.Model):
    """One side. `role` is a word of the domain whose conversation it is, like "volunteer".

    `blocked_at`: since when it wants to read nothing more from the other side. `phone_shown_at`: since when the other
    side may read its number, in this conversation alone.
    """

    conversation = models.ForeignKey(Conversation, on_delete=models.CASCADE, related_name="parties")
    role = models.CharField(max_length=20)
    blocked_at = models.DateTimeField(null=True)
    phone_shown_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("party")
        verbose_name_plural = _("parties")
        constraints = [models.UniqueConstraint(fields=["conversation", "role"], name="party_unique_role")]

    def __str__(self) -> str:
        return self.role


class Message(models.Model):
    """What one side wrote, or without an author what the site tells of itself: `event`, a word of the domain."""

    conversation = models.ForeignKey(Conversation, on_delete=models.CASCADE, related_name="messages")
    author = models.ForeignKey(Party, null=True, on_delete=models.CASCADE, related_name="messages")
    text = models.TextField(max_length=LONGEST, blank=True)
    event = models.CharField(max_length=40, blank=True)
    written_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("message")
        verbose_name_plural = _("messages")
        ordering = ["written_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(author__isnull=True, event__gt="") | Q(author__isnull=False, event="", text__gt=""),
                name="message_written_or_told",
                violation_error_message=_("A message has an author and a text, or tells what happened."),
            )
        ]
        indexes = [models.Index(fields=["conversation", "written_at"], name="message_in_order")]

    def __str__(self) -> str:
        return str(self.pk)
