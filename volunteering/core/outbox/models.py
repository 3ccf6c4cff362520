"""A mail that has to leave, or has left."""

import uuid
from datetime import datetime, timedelta

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Site

from volunteering.conf import conf
from volunteering.core.addresses import LONGEST, masked
from volunteering.core.outbox.quiet import is_quiet

# A delivery that has said nothing for so long was killed: another may take over. Far longer than any mail server takes.
LEASE = timedelta(minutes=15)
# To whom and about what is forgotten so long after a mail has left or was given up.
KEEP_CONTENT = timedelta(days=7)
# The row stays for as long as it keeps the same mail from being sent a second time.
KEEP_ROW = timedelta(days=400)


class Status(models.TextChoices):
    WAITING = "waiting", _("Waiting")
    SENDING = "sending", _("Being sent")
    SENT = "sent", _("Sent")
    FAILED = "failed", _("Given up")
    DROPPED = "dropped", _("No longer needed")


OPEN = [Status.WAITING, Status.SENDING]


class Failure(models.TextChoices):
    """Why a mail was given up, or what the last try ran into."""

    ADDRESS = "address", _("The receiving server refuses this address")
    MESSAGE = "message", _("The receiving server refuses this message")
    LATER = "later", _("The receiving server asked to try again later")
    UNREACHABLE = "unreachable", _("The site’s mail server could not be reached or refused to work for us")
    UNWRITABLE = "unwritable", _("The mail could not be written: the technical team finds why in the log")


class OutgoingMailQuerySet(models.QuerySet):
    def due(self, now: datetime | None = None) -> "OutgoingMailQuerySet":
        """May be sent now. In the quiet hours, only what cannot wait."""
        now = now or timezone.now()
        free = Q(status=Status.WAITING) | Q(status=Status.SENDING, claimed_at__lt=now - LEASE)
        mails = self.filter(free, not_before__lte=now)
        quiet = is_quiet(now, hours=conf.QUIET_HOURS, zone=timezone.get_default_timezone())
        return mails.filter(is_bulk=False) if quiet else mails

    def failed(self) -> "OutgoingMailQuerySet":
        return self.filter(status=Status.FAILED)

    def settled_before(self, moment: datetime) -> "OutgoingMailQuerySet":
        return self.filter(settled_at__lt=moment)

    def remembered(self) -> "OutgoingMailQuerySet":
        """Those that still know to whom they go or went."""
        return self.exclude(recipient="")


class OutgoingMail(models.Model):
    """Ids and nothing a reader could use: the words are written when it leaves, and kept nowhere.

    `id` becomes the Message-ID, so that a receiving server can recognise the rare mail that is sent a second time
    (a worker killed between the server's "250" and our own note of it). `settled_at`: sent, given up or dropped.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    dedup_key = models.CharField(
        max_length=200, unique=True, help_text="Of two mails with the same key only the first leaves."
    )
    letter = models.CharField(_("mail"), max_length=150, help_text="Dotted path of its Letter.")
    recipient = models.EmailField(max_length=LONGEST, blank=True)
    about = models.JSONField(default=dict, help_text="What the letter needs to be written: ids.")
    language = models.CharField(max_length=12)
    site = models.ForeignKey(Site, null=True, on_delete=models.SET_NULL, related_name="+")
    is_bulk = models.BooleanField(default=False, help_text="Can wait for the morning, and can be unsubscribed from.")
    not_before = models.DateTimeField(default=timezone.now)
    status = models.CharField(_("status"), max_length=10, choices=Status.choices, default=Status.WAITING)
    claimed_at = models.DateTimeField(null=True)
    attempts = models.PositiveSmallIntegerField(_("tries"), default=0)
    failure = models.CharField(_("reason"), max_length=20, choices=Failure.choices, blank=True)
    answer = models.CharField(
        _("what the server said"), max_length=300, blank=True, help_text="Without any address it repeats."
    )
    created_at = models.DateTimeField(_("written"), auto_now_add=True)
    settled_at = models.DateTimeField(_("given up"), null=True)

    objects = OutgoingMailQuerySet.as_manager()

    class Meta:
        verbose_name = _("outgoing mail")
        verbose_name_plural = _("outgoing mails")
        indexes = [
            models.Index(fields=["not_before"], condition=Q(status__in=OPEN), name="outgoing_mail_open"),
            models.Index(fields=["settled_at"], condition=Q(status=Status.FAILED), name="outgoing_mail_failed"),
            models.Index(fields=["settled_at"], name="outgoing_mail_settled"),
            models.Index(fields=["recipient"], condition=~Q(recipient=""), name="outgoing_mail_recipient"),
        ]

    def __str__(self) -> str:
        return f"{self.letter.rpartition('.')[2]} {self.pk}"

    @property
    def masked_recipient(self) -> str:
        return masked(self.recipient)

    @property
    def sent_at(self) -> datetime | None:
        return self.settled_at if self.status == Status.SENT else None
