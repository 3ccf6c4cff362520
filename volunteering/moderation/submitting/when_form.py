"""When something takes place, and how it comes back, in the words of whoever organises it."""

from datetime import date, datetime, time, timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from volunteering.core.city import CitySettings
from volunteering.core.recurrence import Frequency, InvalidRule, Rule, Slot, Weekday, describe, next_dates
from volunteering.moderation.submitting.steps import StepForm, TypedStep

DAYS = ["%Y-%m-%d", "%d/%m/%Y", "%d/%m/%y"]
TIMES = ["%H:%M", "%Hh%M", "%Hh", "%H:%M:%S", "%H h %M", "%H"]
WRITE_A_DATE = _("Write the date like this: 14/06/2027")
WRITE_A_TIME = _("Write the time like this: 18:30")
EXAMPLE_OF_DAY = _("For example: 14/06/2027")
EXAMPLE_OF_TIME = _("For example: 18:30")
SHOWN = 10
# The names of core.recurrence's rule → where they are asked here.
FIELD_OF = {"start": "first_day", "end": "end_time", "extra": "first_day", "exceptions": "not_on", "count": "until"}
REPEATS = (
    (Frequency.ONCE, _("No, only once")),
    (Frequency.WEEKLY, _("Every week")),
    (Frequency.MONTHLY_BY_WEEKDAY, _("Every month, on the same weekday (the second Tuesday)")),
    (Frequency.MONTHLY_BY_DATE, _("Every month, on the same date (the 15th)")),
    (Frequency.DAILY, _("Every day")),
    (Frequency.YEARLY, _("Every year")),
)


def day_field(label: Any, help_text: Any = EXAMPLE_OF_DAY, *, required: bool = False) -> forms.DateField:
    sentences = {"required": WRITE_A_DATE, "invalid": WRITE_A_DATE}
    # The browser's own picker sends 2027-06-14 whatever it shows.
    widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
    return forms.DateField(
        label=label,
        required=required,
        input_formats=DAYS,
        widget=widget,
        help_text=help_text,
        error_messages=sentences,
    )


def time_field(label: Any, help_text: Any = EXAMPLE_OF_TIME) -> forms.TimeField:
    widget = forms.TimeInput(format="%H:%M", attrs={"type": "time"})
    return forms.TimeField(
        label=label,
        required=False,
        input_formats=TIMES,
        widget=widget,
        help_text=help_text,
        error_messages={"invalid": WRITE_A_TIME},
    )


class WhenForm(StepForm):
    name = "quand"
    heading = _("When does it take place?")
    template = "volunteering/submitting/when.html"
    asides = ("last_day", "all_day")

    first_day = day_field(
        _("Which day?"), _("The first day, when it comes back. For example: 14/06/2027"), required=True
    )
    start_time = time_field(_("From what time?"))
    end_time = time_field(
        _("Until what time?"), _("For example: 20:00. Earlier than the start: it ends the day after.")
    )
    last_day = day_field(_("Last day"), _("Only for something that lasts several days in a row."))
    all_day = forms.BooleanField(label=_("All day long, without hours"), required=False)
    frequency = forms.ChoiceField(
        label=_("Does it come back?"), choices=REPEATS, initial=Frequency.ONCE, widget=forms.RadioSelect, required=False
    )
    weekdays = forms.MultipleChoiceField(
        label=_("On which days of the week?"),
        choices=Weekday.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("For “every week”. Nothing ticked: the weekday of the first date."),
    )
    until = day_field(_("Until when?"), _("The last date that is possible. Empty: no end is known."))
    skip_holidays = forms.BooleanField(label=_("Not during school holidays"), required=False)
    not_on = forms.MultipleChoiceField(
        label=_("Tick the dates on which it does not take place"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, typed: TypedStep | None = None, **kwargs: Any) -> None:
        super().__init__(typed, **kwargs)
        self.zone = CitySettings.for_site(self.site).school_zone
        if not self.zone:
            del self.fields["skip_holidays"]
        # Any day may be left out; which ones are proposed depends on the rule.
        self.fields["not_on"].choices = [(day, day) for day in self._days_left_out()]

    def _days_left_out(self) -> list[str]:
        typed = self.data.getlist("not_on") if self.is_bound else []
        return [day for day in typed if _is_day(day)]

    @property
    def names(self) -> set[str]:
        return {*super().names, "not_on"}

    def clean_frequency(self) -> str:
        return self.cleaned_data["frequency"] or Frequency.ONCE

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        data["zone"] = self.zone
        if self.errors:
            return data
        if not data["all_day"] and not data["start_time"]:
            self.add_error("start_time", _("Write from what time, or tick “all day long” further down."))
        elif not data["all_day"] and not data["end_time"]:
            self.add_error("end_time", _("Write until what time: an estimate is enough."))
        else:
            self._check_rule()
        return data

    def _check_rule(self) -> None:
        try:
            self.rule = self._rule()
        except InvalidRule as problem:
            field = FIELD_OF.get(problem.field, problem.field)
            self.add_error(field if field in self.fields else "first_day", str(problem))

    def _rule(self) -> Rule:
        data, repeats = self.cleaned_data, self.cleaned_data["frequency"] != Frequency.ONCE
        start, end = self._first_slot()
        return Rule(
            start=start,
            end=end,
            all_day=data["all_day"],
            frequency=Frequency(data["frequency"]),
            weekdays=tuple(data["weekdays"]),
            until=data["until"] if repeats else None,
            exceptions=frozenset(date.fromisoformat(day) for day in data["not_on"]) if repeats else frozenset(),
            skip_school_holidays=self.zone if data.get("skip_holidays") and repeats else "",
        )

    def _first_slot(self) -> tuple[datetime, datetime]:
        """Naive local start and (exclusive) end."""
        data = self.cleaned_data
        first, last = data["first_day"], data["last_day"] or data["first_day"]
        if data["all_day"]:
            return datetime.combine(first, time.min), datetime.combine(last + timedelta(days=1), time.min)
        start, end = datetime.combine(first, data["start_time"]), datetime.combine(last, data["end_time"])
        return start, end + timedelta(days=1) if end <= start and last == first else end

    @property
    def in_words(self) -> str:
        return describe(self.rule) if self.is_valid() else ""

    def next_slots(self, number: int = SHOWN) -> list[Slot]:
        """The next dates, those left out by hand apart; only once valid."""
        today = timezone.localdate()
        return next_dates(self.rule, after=today, count=number, zone=timezone.get_current_timezone())

    def proposed_days(self) -> list[dict[str, Any]]:
        """The next ten days with those that were left out, to be ticked: {"value", "label", "is_left_out"}."""
        if not self.is_valid() or not self.rule.repeats:
            return []
        coming = {timezone.localtime(slot.start).date() for slot in self.next_slots()}
        left_out = {date.fromisoformat(day) for day in self.cleaned_data["not_on"]}
        return [
            {"value": day.isoformat(), "label": date_format(day, "l j F Y"), "is_left_out": day in left_out}
            for day in sorted(coming | left_out)
        ]

    def told(self) -> list[tuple[Any, str]]:
        return [(_("When"), self.in_words)]


def typed_when(rule_fields: dict[str, Any]) -> TypedStep:
    """What one would have typed to say this. Keys are those of the form."""
    typed = {}
    for name, value in rule_fields.items():
        if value in (None, "", False, []):
            continue
        values = value if isinstance(value, list) else [value]
        typed[name] = ["on" if each is True else _plain(each) for each in values]
    return typed


def _plain(value: Any) -> str:
    if isinstance(value, time):
        return f"{value:%H:%M}"
    return value.isoformat() if isinstance(value, date) else str(value)


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
