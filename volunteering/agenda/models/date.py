"""The rule of an event's dates, as an editor writes it. What it means is in `core.recurrence`."""

from datetime import date, datetime, time, timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.api import APIField
from wagtail.models import Orderable

from volunteering.agenda.fields import DaysField, PickedDatesField
from volunteering.agenda.panels import RecurrencePanel, part
from volunteering.agenda.picked import slots
from volunteering.core.fields import CodesField
from volunteering.core.holidays import SchoolZone
from volunteering.core.moment_inputs import LocalDateInput
from volunteering.core.recurrence import Frequency, InvalidRule, Rule, Weekday, describe

NO_HOURS = _("Give a start and an end time, or tick “all day”.")
# Where an editor repairs what is wrong with the rule, when the field has another name here.
FIELD_OF_RULE = {"start": "first_day", "end": "end_time", "extra": "extra_dates"}


class EventDate(Orderable):
    """First date, times, and how it comes back. Times are the site's wall clock: 18:30 stays 18:30 in winter."""

    event = ParentalKey("volunteering.EventPage", on_delete=models.CASCADE, related_name="dates")
    first_day = models.DateField(_("date"), null=True)
    last_day = models.DateField(
        _("last day"), null=True, blank=True, help_text=_("Only for something that lasts several days in a row.")
    )
    all_day = models.BooleanField(_("all day"), default=False)
    start_time = models.TimeField(_("from"), null=True, blank=True)
    end_time = models.TimeField(
        _("to"), null=True, blank=True, help_text=_("Earlier than the start: it ends the day after.")
    )
    frequency = models.CharField(_("comes back"), max_length=20, choices=Frequency.choices, default=Frequency.ONCE)
    interval = models.PositiveSmallIntegerField(
        _("every"),
        default=1,
        validators=[MinValueValidator(1), MaxValueValidator(52)],
        help_text=_("2 with “every week” means every other week."),
    )
    weekdays = CodesField(_("on"), codes=Weekday)
    until = models.DateField(_("until"), null=True, blank=True)
    count = models.PositiveSmallIntegerField(
        _("number of times"), null=True, blank=True, validators=[MinValueValidator(1), MaxValueValidator(800)]
    )
    skip_school_holidays = models.CharField(
        _("except school holidays"), max_length=20, blank=True, choices=SchoolZone.choices
    )
    exceptions = DaysField(_("except on"), help_text=_("One date per line, like 14/06/2027."))
    extra_dates = PickedDatesField(
        _("also on"), help_text=_("One date per line, like 14/06/2027 or, at other hours, 14/06/2027 18:00 – 20:00.")
    )

    api_fields = [
        APIField("first_day"),
        APIField("last_day"),
        APIField("all_day"),
        APIField("start_time"),
        APIField("end_time"),
        APIField("frequency"),
        APIField("interval"),
        APIField("weekdays"),
        APIField("until"),
        APIField("count"),
        APIField("skip_school_holidays"),
        APIField("exceptions"),
        APIField("extra_dates"),
        APIField("in_words"),
    ]

    panels = [
        RecurrencePanel(
            [
                FieldRowPanel(
                    [
                        FieldPanel("first_day", widget=LocalDateInput),
                        part("start_time", "hours"),
                        part("end_time", "hours"),
                    ]
                ),
                FieldRowPanel([FieldPanel("all_day"), FieldPanel("last_day", widget=LocalDateInput)]),
                FieldPanel("frequency"),
                part("interval", "repeats"),
                part("weekdays", Frequency.WEEKLY),
                FieldRowPanel([part("until", "repeats", widget=LocalDateInput), part("count", "repeats")]),
                part("skip_school_holidays", "repeats"),
                part("exceptions", "listed"),
                part("extra_dates", "listed"),
            ]
        ),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("date")
        verbose_name_plural = _("dates")

    def __str__(self) -> str:
        return self.in_words

    def clean(self) -> None:
        """A date may stay incomplete in a draft; what is there must not contradict itself."""
        super().clean()
        if not self.is_complete:
            return
        try:
            self.to_rule()
        except InvalidRule as error:
            raise ValidationError({FIELD_OF_RULE.get(error.field, error.field): str(error)}) from error

    def asked_at_publishing(self) -> dict[str, Any]:
        """What the date of a published event must say, by field."""
        missing = () if self.all_day else ("start_time", "end_time")
        return {name: NO_HOURS for name in missing if getattr(self, name) is None}

    def to_rule(self) -> Rule:
        """The rule for `core.recurrence`. Raises `InvalidRule`; an incomplete date must not come here."""
        start, end = self._first_slot()
        return Rule(
            start=start,
            end=end,
            all_day=self.all_day,
            frequency=Frequency(self.frequency),
            interval=self.interval,
            weekdays=tuple(self.weekdays or ()),
            until=self.until,
            count=self.count,
            exceptions=frozenset(date.fromisoformat(day) for day in self.exceptions or ()),
            extra=slots(self.extra_dates or (), start=start, end=end),
            skip_school_holidays=self.skip_school_holidays,
        )

    @property
    def is_complete(self) -> bool:
        return bool(self.first_day and (self.all_day or (self.start_time and self.end_time)))

    @property
    def in_words(self) -> str:
        """ "Every Tuesday from 2 pm to 4 pm", in the active language; empty while incomplete."""
        return describe(self.to_rule()) if self.is_complete else ""

    def _first_slot(self) -> tuple[datetime, datetime]:
        """Naive local start and (exclusive) end of the first date."""
        last_day = self.last_day or self.first_day
        if self.all_day:
            return (
                datetime.combine(self.first_day, time.min),
                datetime.combine(last_day + timedelta(days=1), time.min),
            )
        start, end = datetime.combine(self.first_day, self.start_time), datetime.combine(last_day, self.end_time)
        if end <= start and last_day == self.first_day:
            end += timedelta(days=1)
        return start, end
