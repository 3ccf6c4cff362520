"""Every date of every event, as a row: what lists, calendars and feeds read."""

import uuid
from datetime import datetime, timedelta
from functools import reduce
from operator import or_

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import PageViewRestriction

from volunteering.core.location import PLACE_COLUMNS
from volunteering.core.restrictions import everyone_may_read
from volunteering.core.taxonomy import first_theme

DAY = timedelta(days=1)
CELL_COLUMNS = ("start", "end", "all_day", "status", "spans_days", "event__title", "event__url_path", "event__status")


class OccurrenceStatus(models.TextChoices):
    SCHEDULED = "scheduled", _("Going ahead")
    MOVED = "moved", _("New time")
    CANCELLED = "cancelled", _("Cancelled")


class OccurrenceQuerySet(models.QuerySet):
    # What a card reads of other tables, besides its row.
    card_needs = ("event__image__renditions",)

    def published(self) -> "OccurrenceQuerySet":
        """Dates of events that anyone may read."""
        return self.filter(event__live=True).exclude(_under_restriction())

    def upcoming(self, now: datetime | None = None) -> "OccurrenceQuerySet":
        """Not over yet: what ends today is upcoming until it ends."""
        return self.filter(end__gt=now or timezone.now())

    def past(self, now: datetime | None = None) -> "OccurrenceQuerySet":
        return self.filter(end__lte=now or timezone.now())

    def short(self, since: datetime, until: datetime | None = None) -> "OccurrenceQuerySet":
        """Those of at most a day that touch [since, until). One range on `start`, so its index serves."""
        found = self.filter(spans_days=False, start__gt=since - DAY, end__gt=since)
        return found.filter(start__lt=until) if until else found

    def long(self, since: datetime, until: datetime | None = None) -> "OccurrenceQuerySet":
        """Those of more than a day (exhibitions, festivals) that touch [since, until): few, on a partial index."""
        found = self.filter(spans_days=True, end__gt=since)
        return found.filter(start__lt=until) if until else found

    def for_cards(self) -> "OccurrenceQuerySet":
        """All a list of cards shows, in two queries; the long texts stay in the database."""
        return self.card_rows().prefetch_related(*self.card_needs)

    def card_rows(self) -> "OccurrenceQuerySet":
        """The same without what else cards need: for lists whose cards may be kept."""
        event = self.model._meta.get_field("event").related_model
        return (
            self.select_related("event", "event__neighbourhood", "event__image")
            .annotate(card_theme=first_theme(event, of="event_id"), card_organiser=_first_organiser(event))
            .defer("event__body", "event__access_note")
        )

    def for_calendar(self, *, places: bool = False) -> "OccurrenceQuerySet":
        """The few columns a cell of a calendar needs: when, what, where it leads, and with `places` where it is."""
        needed = [*CELL_COLUMNS, *(f"event__{name}" for name in PLACE_COLUMNS if places)]
        return self.select_related("event", *(["event__neighbourhood"] if places else [])).only(*needed)

    def soonest(self) -> "OccurrenceQuerySet":
        return self.order_by("start", "pk")

    def each_event_once(self, *, among: int) -> "list[Occurrence]":
        """The first date of each event among so many dates: a weekly class must not fill a list."""
        first_of_each: dict[int, Occurrence] = {}
        for row in self.soonest()[:among]:
            first_of_each.setdefault(row.event_id, row)
        return list(first_of_each.values())


def _first_organiser(event: type[models.Model]) -> models.Subquery:
    """The name of the first association that organises the event of each row and whose record everyone may read."""
    organisers = event._meta.get_field("organisers")
    association = organisers.m2m_reverse_field_name()
    links = organisers.remote_field.through.objects.filter(
        everyone_may_read(association), **{organisers.m2m_field_name(): models.OuterRef("event_id")}
    )
    return models.Subquery(links.order_by("pk").values(f"{association}__title")[:1])


def _under_restriction() -> Q:
    """Events beneath a page that only some may see. One query, whose answer is nearly always nothing."""
    restricted = PageViewRestriction.objects.values_list("page__path", flat=True)
    return reduce(or_, (Q(event__path__startswith=path) for path in restricted), Q(pk__in=[]))


class Occurrence(models.Model):
    """One date of one event. Materialised from the event's rules; may be cancelled, moved or annotated alone.

    `recurrence_id` (RFC 5545) is the start the rule gave it, in UTC: its identity when it is moved, and when the
    rules are published again. `start` and `end` are in UTC, `end` exclusive; all day means local midnights.
    """

    event = models.ForeignKey("volunteering.EventPage", on_delete=models.CASCADE, related_name="occurrences")
    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    recurrence_id = models.DateTimeField()
    start = models.DateTimeField(_("start"))
    end = models.DateTimeField(_("end"))
    all_day = models.BooleanField(_("all day"), default=False)
    spans_days = models.BooleanField(default=False, help_text="Lasts more than 24 hours.")
    status = models.CharField(
        _("status"), max_length=10, choices=OccurrenceStatus.choices, default=OccurrenceStatus.SCHEDULED
    )
    reason = models.CharField(_("reason"), max_length=300, blank=True)
    note = models.CharField(_("note for this date"), max_length=300, blank=True)
    # What is new to those who follow the agenda: an added date, not a moved one.
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    objects = OccurrenceQuerySet.as_manager()

    class Meta:
        verbose_name = _("dated occurrence")
        verbose_name_plural = _("dated occurrences")
        ordering = ["start", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["event", "recurrence_id"], name="occurrence_unique_recurrence_id"),
            models.CheckConstraint(
                condition=Q(end__gt=models.F("start")) | Q(end=models.F("start")),
                name="occurrence_ends_after_start",
                violation_error_message=_("The end must not come before the start."),
            ),
        ]
        indexes = [
            models.Index(fields=["start"], name="occurrence_start"),
            models.Index(fields=["event", "start"], name="occurrence_event_start"),
            models.Index(fields=["created_at"], name="occurrence_created"),
            models.Index(fields=["end"], condition=Q(spans_days=True), name="occurrence_long_end"),
            # Feeds ask for the latest change, at every poll.
            models.Index(fields=["updated_at"], name="occurrence_updated"),
        ]

    def __str__(self) -> str:
        return f"{timezone.localtime(self.start):%Y-%m-%d %H:%M}"

    def save(self, *args, **kwargs) -> None:
        self.spans_days = self.end - self.start > DAY
        super().save(*args, **kwargs)

    @property
    def is_cancelled(self) -> bool:
        return self.status == OccurrenceStatus.CANCELLED or self.event.is_cancelled

    @property
    def is_off(self) -> bool:
        """Nobody should come then: cancelled, or postponed with its whole event."""
        return self.is_cancelled or self.event.is_postponed

    @property
    def was_touched(self) -> bool:
        """Somebody changed this date alone: it survives a change of the rules."""
        return self.status != OccurrenceStatus.SCHEDULED or bool(self.note)

    @property
    def last_day(self):
        """The last local day it touches (an all-day end is exclusive)."""
        return timezone.localdate(self.end - timedelta(microseconds=1) if self.end > self.start else self.end)

    @property
    def first_day(self):
        return timezone.localdate(self.start)
