"""Somebody says: this association is mine."""

import uuid
from datetime import datetime, timedelta

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Site

from volunteering.core.accounts import address_of
from volunteering.core.addresses import masked
from volunteering.core.days import months_before
from volunteering.directory.models.association import AssociationPage

# Of the code that was sent to the office.
CODE_FOR = timedelta(hours=48)
# Months after the decision.
KEEP_DECIDED = 6
LONGEST_WORDS = 500


class ClaimState(models.TextChoices):
    CODE = "code", _("A code was asked for")
    WAITING = "waiting", _("Waits for the city")
    ACCEPTED = "accepted", _("Accepted")
    REFUSED = "refused", _("Refused")


OPEN = [ClaimState.CODE, ClaimState.WAITING]


class ClaimQuerySet(models.QuerySet):
    def open(self, now: datetime | None = None) -> "ClaimQuerySet":
        """Of which something may still come: the city looks at it, or the code still holds."""
        fresh = Q(state=ClaimState.CODE, asked_at__gt=(now or timezone.now()) - CODE_FOR)
        return self.filter(Q(state=ClaimState.WAITING) | fresh)

    def waiting(self) -> "ClaimQuerySet":
        return self.filter(state=ClaimState.WAITING)

    def over(self, now: datetime | None = None) -> "ClaimQuerySet":
        """Codes nobody typed, and what was decided long ago."""
        return self.never_proven(now) | self.decided_over(now)

    def never_proven(self, now: datetime | None = None) -> "ClaimQuerySet":
        return self.filter(state=ClaimState.CODE, asked_at__lte=(now or timezone.now()) - CODE_FOR)

    def decided_over(self, now: datetime | None = None) -> "ClaimQuerySet":
        return self.filter(decided_at__lte=months_before(now or timezone.now(), KEEP_DECIDED))


class Claim(models.Model):
    """By code: whoever reads the office's mailbox speaks for the association. Otherwise the city decides.

    `proven_at`: the code was typed, and somebody else spoke for the association by then: the city decides with that in
    hand. `site` and `language` are those of the visit, for the mails.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    association = models.ForeignKey(AssociationPage, on_delete=models.CASCADE, related_name="claims")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="claims")
    state = models.CharField(_("state"), max_length=10, choices=ClaimState.choices, default=ClaimState.CODE)
    words = models.CharField(_("who they are there"), max_length=LONGEST_WORDS, blank=True)
    reason = models.CharField(_("reason"), max_length=LONGEST_WORDS, blank=True)
    asked_at = models.DateTimeField(_("asked"), default=timezone.now)
    proven_at = models.DateTimeField(null=True)
    decided_at = models.DateTimeField(_("decided"), null=True)
    site = models.ForeignKey(Site, null=True, on_delete=models.SET_NULL, related_name="+")
    language = models.CharField(max_length=12, blank=True)

    objects = ClaimQuerySet.as_manager()

    class Meta:
        verbose_name = _("claim of an association")
        verbose_name_plural = _("claims of associations")
        constraints = [
            models.UniqueConstraint(
                fields=["association", "user"], condition=Q(state__in=["code", "waiting"]), name="claim_open_once"
            )
        ]
        indexes = [models.Index(fields=["state", "asked_at"], name="claim_state_asked")]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def masked_address(self) -> str:
        return masked(address_of(self.user))
