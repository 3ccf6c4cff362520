"""That somebody was erased, and when: in a form that names nobody."""

from datetime import datetime

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from volunteering.conf import conf
from volunteering.core.days import months_before


class ErasureQuerySet(models.QuerySet):
    def over(self, now: datetime | None = None) -> "ErasureQuerySet":
        """No backup is as old."""
        return self.filter(erased_at__lte=months_before(now or timezone.now(), conf.ERASURE_LEDGER_MONTHS))


class Erasure(models.Model):
    """`key`: a keyed digest (HMAC-SHA256, hexadecimal) of what identified the person. Without the site's secret key it
    says nothing; with it, one can only ask about somebody whom one knows already.
    """

    key = models.CharField(max_length=64)
    erased_at = models.DateTimeField(default=timezone.now)

    objects = ErasureQuerySet.as_manager()

    class Meta:
        verbose_name = _("erasure")
        verbose_name_plural = _("erasures")
        constraints = [models.UniqueConstraint(fields=["key", "erased_at"], name="erasure_once")]
        indexes = [models.Index(fields=["erased_at"], name="erasure_age")]

    def __str__(self) -> str:
        return self.key[:12]
