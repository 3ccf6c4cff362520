"""When people are needed (`Shift`, the editor's text) and how many already come (`Capacity`, the fact)."""

import uuid
from datetime import date, datetime, timedelta

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.api import APIField
from wagtail.models import Orderable

from volunteering.core.location import PLACE_COLUMNS
from volunteering.core.moment_inputs import LocalDateTimeInput
from volunteering.core.restrictions import everyone_may_read
from volunteering.core.taxonomy import first_theme
from volunteering.missions.states import Situation, State

# The capacity of a mission that has no shift hangs on this identifier.
MISSION_ITSELF = uuid.UUID(int=0)
DAY = timedelta(days=1)
# What is longer is no shift but a period; an agenda looks no further back for what has begun.
LONGEST = timedelta(days=31)
CELL_COLUMNS = (
    *("start", "end", "places", "taken", "cancelled_at"),
    *(f"mission__{name}" for name in ("title", "url_path", "format", "signup_open", "deadline")),
)


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
    # What the row of a list reads of other tables, besides its own.
    card_needs = ("mission__image__renditions",)

    def with_room(self) -> "CapacityQuerySet":
        return self.filter(models.Q(places__isnull=True) | models.Q(taken__lt=models.F("places")), cancelled_at=None)

    def touching(self, since: datetime, until: datetime | None, *, begun: bool = True) -> "CapacityQuerySet":
        """Shifts in [since, until). Without `begun`, what began before only when it lasts more than a day.

        One range on `start`, so its index serves.
        """
        found = self.filter(start__gt=since - LONGEST, end__gt=since)
        if not begun:
            found = found.filter(models.Q(start__gte=since) | models.Q(end__gt=models.F("start") + DAY))
        return found.filter(start__lt=until) if until else found

    def card_rows(self) -> "CapacityQuerySet":
        """All that the row of a list shows; the mission's long texts stay in the database."""
        mission = self.model._meta.get_field("mission").related_model
        return (
            self.select_related("mission", "mission__neighbourhood", "mission__image")
            .annotate(card_theme=first_theme(mission, of="mission_id"), card_organiser=_organiser(mission))
            .defer("mission__context", "mission__tasks", "mission__offer", "mission__good_to_know")
        )

    def for_calendar(self, *, places: bool = False) -> "CapacityQuerySet":
        """The few columns a cell of a calendar needs: when, what, whether there is room, and with `places` where."""
        needed = [*CELL_COLUMNS, *(f"mission__{name}" for name in PLACE_COLUMNS if places)]
        return self.select_related("mission", *(["mission__neighbourhood"] if places else [])).only(*needed)

    def in_use(self) -> "CapacityQuerySet":
        """Somebody holds a place, or waits for one."""
        return self.filter(models.Q(taken__gt=0) | models.Q(waiting__gt=0))

    def soonest(self) -> "CapacityQuerySet":
        return self.order_by("start", "pk")


def _organiser(mission: type[models.Model]) -> models.Subquery:
    """The name of the association of each row's mission, when everyone may read its record."""
    associations = mission._meta.get_field("organiser").related_model.objects
    named = associations.filter(everyone_may_read(), pk=models.OuterRef("mission__organiser_id"))
    return models.Subquery(named.values("title")[:1])


class Capacity(models.Model):
    """How many places one shift (or a mission without shifts) has, how many are taken, and how many people wait.

    Outside the page on purpose: publishing, reverting or copying the page never changes `taken` and `waiting`, which
    only ever move by an UPDATE that counts in the database. It also repeats the shift's times: lists read one table.
    """

    mission = models.ForeignKey("volunteering.MissionPage", on_delete=models.CASCADE, related_name="capacities")
    shift_uid = models.UUIDField(default=MISSION_ITSELF)
    start = models.DateTimeField(null=True)
    end = models.DateTimeField(null=True)
    places = models.PositiveIntegerField(null=True)
    taken = models.PositiveIntegerField(default=0)
    # People who wait for a place.
    waiting = models.PositiveIntegerField(default=0)
    # Without a reason: it was taken out of the page, and is kept for the sake of those who had signed up once.
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
        # The agenda reads shifts in order of start, and whether they are over in the same place.
        indexes = [models.Index(fields=["start", "end"], name="capacity_start_end")]

    def __str__(self) -> str:
        return f"{self.taken}/{self.places if self.places is not None else '∞'}"

    @property
    def people(self) -> int:
        """Who would have to be told if it did not take place."""
        return self.taken + self.waiting

    @property
    def left(self) -> int | None:
        """Places left; None when there is no limit; 0 when cancelled."""
        if self.cancelled_at is not None:
            return 0
        return None if self.places is None else self.places - self.taken

    @property
    def state(self) -> State:
        """Where this one shift stands."""
        situation = Situation(
            starts_at=self.start,
            ends_at=self.end,
            signup_open=self.mission.signup_open,
            signup_until=self.mission.signup_until,
            places_left=self.left,
        )
        return situation.state(timezone.now())

    @property
    def first_day(self) -> date:
        return timezone.localdate(self.start)

    @property
    def last_day(self) -> date:
        """The last local day it touches."""
        return timezone.localdate(self.end - timedelta(microseconds=1))

    @property
    def spans_days(self) -> bool:
        return self.end - self.start > DAY
