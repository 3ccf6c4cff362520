"""What somebody typed without being signed in: it becomes applications once the address is proven theirs."""

import uuid
from datetime import datetime, timedelta

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Site

from volunteering.core.addresses import LONGEST
from volunteering.missions.models import MissionPage
from volunteering.relay.models import LONGEST as LONGEST_MESSAGE

UNCONFIRMED_FOR = timedelta(hours=48)


class SignUpQuerySet(models.QuerySet):
    def waiting(self, now: datetime | None = None) -> "SignUpQuerySet":
        return self.filter(confirmed_at=None, asked_at__gt=(now or timezone.now()) - UNCONFIRMED_FOR)

    def over(self, now: datetime | None = None) -> "SignUpQuerySet":
        """Never confirmed, or confirmed long enough ago that pressing the button again is no accident."""
        return self.filter(asked_at__lte=(now or timezone.now()) - UNCONFIRMED_FOR)


class SignUp(models.Model):
    """Nothing in it is believed before `confirmed_at`: a stranger may have typed somebody else's address.

    `shifts`: their identifiers as text.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    mission = models.ForeignKey(MissionPage, on_delete=models.CASCADE, related_name="+")
    site = models.ForeignKey(Site, on_delete=models.CASCADE, related_name="+")
    shifts = models.JSONField(default=list)
    first_name = models.CharField(max_length=80)
    last_name = models.CharField(max_length=80)
    email = models.EmailField(max_length=LONGEST)
    people = models.PositiveSmallIntegerField(default=1)
    message = models.TextField(max_length=LONGEST_MESSAGE, blank=True)
    charter_version = models.CharField(max_length=20, blank=True)
    language = models.CharField(max_length=12)
    asked_at = models.DateTimeField(default=timezone.now, db_index=True)
    confirmed_at = models.DateTimeField(null=True)

    objects = SignUpQuerySet.as_manager()

    class Meta:
        verbose_name = _("sign-up that waits for its confirmation")
        verbose_name_plural = _("sign-ups that wait for their confirmation")

    def __str__(self) -> str:
        return str(self.pk)
