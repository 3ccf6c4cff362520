"""When people are needed (`Shift`, the editor's text) and how many already come (`Capacity`, the fact)."""

import uuid

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.api import APIField
from wagtail.models import Orderable

from volunteering.core.moment_inputs import LocalDateTimeInput

# The capacity of a mission that has no shift hangs on this identifier.
MISSION_ITSELF = uuid.UUID(int=0)


class Shift(Orderable):
    """A stretch of time with places ("créneau"). Part of the page: drafted, previewed and published with it.

    `uid` is its identity for everything outside the page: primary keys change when revisions come and go.
    """

    mission = ParentalKey("volunteering.MissionPage", on_delete=models.CASCADE, related_name="shifts")
    uid = models.UUIDField(default=uuid.uuid4, editable=False)
    start = models.DateTimeField(_("start"))
    end = models.DateTimeField(_("end"))
    places = models.PositiveIntegerField(_("places"), null=True, blank=True, help_text=_("Empty: no limit."))
    label = models.CharField(_("label"), max_length=80, blank=True, help_text=_("Like “Setting up”. Optional."))

    api_fields = [APIField("uid"), APIField("start"), APIField("end"), APIField("places"), APIField("label")]
    panels = [
        FieldRowPanel([FieldPanel("start", widget=LocalDateTimeInput), FieldPanel("end", widget=LocalDateTimeInput)]),
        FieldRowPanel([FieldPanel("places"), FieldPanel("label")]),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("shift")
        verbose_name_plural = _("shifts")
        constraints = [models.UniqueConstraint(fields=["mission", "uid"], name="shift_unique_in_mission")]

    def __str__(self) -> str:
        return self.label or f"{self.start:%Y-%m-%d %H:%M}"

    def clean(self) -> None:
        super().clean()
        if self.start and self.end and self.end <= self.start:
            raise ValidationError({"end": _("The shift ends before it starts. Give an end later than the start.")})


class CapacityQuerySet(models.QuerySet):
    def with_room(self) -> "CapacityQuerySet":
        return self.filter(models.Q(places__isnull=True) | models.Q(taken__lt=models.F("places")), cancelled_at=None)


class Capacity(models.Model):
    """How many places one shift (or a mission without shifts) has, and how many are taken.

    Outside the page on purpose: publishing, reverting or copying the page never changes `taken`, which only ever
    moves by a conditional UPDATE. It also repeats the shift's times, so lists read this one table.
    """

    mission = models.ForeignKey("volunteering.MissionPage", on_delete=models.CASCADE, related_name="capacities")
    shift_uid = models.UUIDField(default=MISSION_ITSELF)
    start = models.DateTimeField(null=True)
    end = models.DateTimeField(null=True)
    places = models.PositiveIntegerField(null=True)
    taken = models.PositiveIntegerField(default=0)
    cancelled_at = models.DateTimeField(null=True)
    cancel_reason = models.CharField(max_length=300, blank=True)

    objects = CapacityQuerySet.as_manager()

    class Meta:
        verbose_name = _("capacity")
        verbose_name_plural = _("capacities")
        constraints = [
            models.UniqueConstraint(fields=["mission", "shift_uid"], name="capacity_unique_per_shift"),
            models.CheckConstraint(
                condition=models.Q(places__isnull=True) | models.Q(taken__lte=models.F("places")),
                name="capacity_never_oversold",
                violation_error_message=_("More people are signed up than there are places."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.taken}/{self.places if self.places is not None else '∞'}"

    @property
    def left(self) -> int | None:
        """Places left; None when there is no limit; 0 when cancelled."""
        if self.cancelled_at is not None:
            return 0
        return None if self.places is None else self.places - self.taken
