"""A search somebody wants to hear from."""

import uuid
from datetime import date, datetime, time, timedelta

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import models
from django.db.models import Q
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Site

from volunteering.core.addresses import LONGEST

# Whoever does not confirm within two days did not ask, or changed their mind: the address is forgotten.
UNCONFIRMED_FOR = timedelta(hours=48)
LONGEST_QUERY = 500
LONGEST_LABEL = 200


class Kind(models.TextChoices):
    EVENTS = "events", _("Events")
    MISSIONS = "missions", _("Missions")
    ASSOCIATIONS = "associations", _("Associations")


class Frequency(models.TextChoices):
    DAILY = "daily", _("Every day")
    WEEKLY = "weekly", _("Once a week")


# How many days after the last mail the next may leave.
DAYS = {Frequency.DAILY: 1, Frequency.WEEKLY: 7}


class SavedSearchQuerySet(models.QuerySet):
    def unconfirmed(self) -> "SavedSearchQuerySet":
        return self.filter(confirmed_at=None)

    def confirmed(self) -> "SavedSearchQuerySet":
        return self.filter(confirmed_at__isnull=False)

    def abandoned(self, now: datetime | None = None) -> "SavedSearchQuerySet":
        return self.unconfirmed().filter(asked_at__lt=(now or timezone.now()) - UNCONFIRMED_FOR)

    def listening(self) -> "SavedSearchQuerySet":
        """Confirmed, not paused, and somebody is there."""
        return self.confirmed().filter(Q(user=None) | Q(user__is_active=True), is_paused=False)

    def due(self, now: datetime | None = None) -> "SavedSearchQuerySet":
        """Listening, and the last mail was yesterday or before (daily), or seven days ago (weekly), by local days."""
        today = timezone.localdate(now)
        rows = self.listening().annotate(heard_at=Coalesce("last_sent_at", "confirmed_at"))
        waits = [
            Q(frequency=frequency, heard_at__lt=_midnight(today - timedelta(days=days - 1)))
            for frequency, days in DAYS.items()
        ]
        return rows.filter(waits[0] | waits[1])

    def with_address(self) -> "SavedSearchQuerySet":
        """Adds `reached_at`: the `address` of each, in the database; may be empty."""
        field = get_user_model().get_email_field_name()
        return self.annotate(reached_at=Coalesce(f"user__{field}", "email", output_field=models.CharField()))

    def of_address(self, address: str) -> "SavedSearchQuerySet":
        """Nobody's, when there is no address: accounts without one have nothing in common."""
        return self.with_address().filter(reached_at__iexact=address.strip()).exclude(reached_at="")


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min), timezone.get_default_timezone())


class SavedSearch(models.Model):
    """Belongs to an account or to an address, never to both. `query` is canonical: one search has one spelling.

    `last_sent_at` is how far its mails have told (UTC): the next one begins there.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    site = models.ForeignKey(Site, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(_("list"), max_length=20, choices=Kind.choices)
    query = models.CharField(_("filters"), max_length=LONGEST_QUERY, blank=True)
    label = models.CharField(_("in words"), max_length=LONGEST_LABEL)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.CASCADE, related_name="+")
    email = models.EmailField(max_length=LONGEST, blank=True)
    frequency = models.CharField(_("how often"), max_length=10, choices=Frequency.choices, default=Frequency.WEEKLY)
    language = models.CharField(max_length=12)
    is_paused = models.BooleanField(_("paused"), default=False)
    asked_at = models.DateTimeField(default=timezone.now)
    confirmed_at = models.DateTimeField(null=True)
    last_sent_at = models.DateTimeField(null=True)

    objects = SavedSearchQuerySet.as_manager()

    class Meta:
        verbose_name = _("saved search")
        verbose_name_plural = _("saved searches")
        ordering = ["asked_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(user__isnull=True, email__gt="") | Q(user__isnull=False, email=""),
                name="saved_search_one_owner",
                violation_error_message=_("A saved search belongs to an account or to an address."),
            ),
            models.UniqueConstraint(
                fields=["email", "site", "kind", "query"], condition=Q(user=None), name="saved_search_unique_address"
            ),
            models.UniqueConstraint(
                fields=["user", "site", "kind", "query"],
                condition=Q(user__isnull=False),
                name="saved_search_unique_user",
            ),
        ]
        indexes = [
            models.Index(fields=["asked_at"], condition=Q(confirmed_at=None), name="saved_search_unconfirmed"),
            models.Index(fields=["frequency", "last_sent_at"], name="saved_search_due"),
        ]

    def __str__(self) -> str:
        return self.label

    @property
    def address(self) -> str:
        """Where the mails go: that of the account, when it belongs to one. May be empty."""
        return self.email if self.user is None else getattr(self.user, self.user.get_email_field_name())

    @property
    def told_until(self) -> datetime:
        """What was published before is not new."""
        return self.last_sent_at or self.confirmed_at or self.asked_at
