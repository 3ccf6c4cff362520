"""When: a stretch of days one tap away, or between two dates."""

from collections.abc import Collection
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from volunteering.core.days import Span, When, span_between, span_of
from volunteering.core.filtering.form import FilterForm
from volunteering.core.moments import day_in_words

# Its questions.
DAYS = ("when", "since", "until")
# The address bar's, and that of people.
FORMATS = ["%Y-%m-%d", "%d/%m/%Y"]


class DayField(forms.DateField):
    def __init__(self, **kwargs: Any) -> None:
        widget = forms.DateInput(format=FORMATS[0], attrs={"type": "date"})
        super().__init__(required=False, input_formats=FORMATS, widget=widget, **kwargs)


class DateForm(FilterForm):
    """For lists of what takes place."""

    when = forms.ChoiceField(label=_("When?"), required=False, choices=[("", _("Any day")), *When.choices])
    since = DayField(label=_("From"))
    until = DayField(label=_("Until"))

    # A month or a week is another way to read the whole: a day asked for is told by the list.
    excludes = {
        "when": ("since", "until", "month", "week"),
        "since": ("when", "month", "week"),
        "until": ("when", "month", "week"),
    }

    def stretch(self, without: Collection[str] = ()) -> Span | None:
        """The stretch of time asked for; None when nobody asked."""
        asked = {name: answer for name, answer in self.answers.items() if name not in without}
        if when := asked.get("when"):
            return span_of(When(when), self.now)
        if {"since", "until"} & set(asked):
            return span_between(asked.get("since"), asked.get("until"), self.now)
        return None

    def words(self, name: str, value: str) -> str:
        if name in ("since", "until"):
            return f"{self.fields[name].label} {day_in_words(self.answers[name], today=self.now.date())}"
        return super().words(name, value)
