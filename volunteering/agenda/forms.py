"""What editors type about events."""

from datetime import datetime, timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm

from volunteering.agenda.models import EventDate
from volunteering.agenda.models.event import NO_DATE
from volunteering.core.forms import kept_children
from volunteering.core.moment_inputs import LocalDateInput, LocalDateTimeInput
from volunteering.core.pages import PublishingForm


class EventForm(PublishingForm):
    """Publishing asks for a date; a draft may wait for one."""

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        if not self.is_deferred_validation and "dates" in self.formsets:
            self._ask_for_dates()
        return data

    def _ask_for_dates(self) -> None:
        dates = kept_children(self, "dates")
        if dates is None:
            return
        if not dates:
            self.formsets["dates"].non_form_errors().append(NO_DATE)
        for date in dates:
            for name, problem in date.instance.asked_at_publishing().items():
                date.add_error(name, problem)


class DateForm(WagtailAdminModelForm):
    """One date alone, as the editor is typing it: nothing is required yet, nothing is saved."""

    class Meta(WagtailAdminModelForm.Meta):
        model = EventDate
        exclude = ["event", "sort_order"]
        widgets = dict.fromkeys(("first_day", "last_day", "until"), LocalDateInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["first_day"].required = False


class CancelForm(forms.Form):
    reason = forms.CharField(
        label=_("Why"),
        max_length=300,
        help_text=_("Visitors read it beside the date, like “The hall is flooded”."),
        error_messages={"required": _("Say in a few words why: those who meant to come read it.")},
    )


class NoteForm(forms.Form):
    note = forms.CharField(
        label=_("Note for this date"),
        max_length=300,
        required=False,
        help_text=_("Visitors read it beside the date, like “This Tuesday in the small hall”. Empty: no note."),
    )


class MoveForm(forms.Form):
    """Naive input is read in the site's zone; `clean` proposes the old duration when no end is given."""

    start = forms.DateTimeField(label=_("New start"), widget=LocalDateTimeInput)
    end = forms.DateTimeField(
        label=_("New end"),
        widget=LocalDateTimeInput,
        required=False,
        help_text=_("Empty: it lasts as long as it would have."),
    )
    reason = forms.CharField(
        label=_("Why"), max_length=300, required=False, help_text=_("Visitors read it beside the date.")
    )

    def __init__(self, *args: Any, duration: timedelta, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.duration = duration

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        if data.get("start") and not data.get("end"):
            data["end"] = later(data["start"], self.duration)
        return data


def later(start: datetime, duration: timedelta) -> datetime:
    """`duration` later on the wall clock: 14:00–16:00 stays two hours on the clock whatever the season."""
    zone = timezone.get_default_timezone()
    return (start.astimezone(zone).replace(tzinfo=None) + duration).replace(tzinfo=zone)
