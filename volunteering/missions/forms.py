"""What editors type about missions."""

from datetime import date
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.forms import ModelForm
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from volunteering.core.forms import kept_children
from volunteering.core.moments import span_in_words
from volunteering.core.pages import PublishingForm
from volunteering.missions.models import Capacity
from volunteering.missions.models.shift import MISSION_ITSELF


class MissionForm(PublishingForm):
    """Nobody who signed up loses a place through the editor."""

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        shifts = kept_children(self, "shifts") if "shifts" in self.formsets else None
        if shifts is not None:
            taken = self._taken()
            self._keep_shifts(shifts, taken)
            self._keep_places(shifts, taken)
            self._check_deadline(shifts, data)
        return data

    def _taken(self) -> dict[UUID, Capacity]:
        """The capacities in which somebody holds a place or waits for one, by their shift."""
        if not self.instance.pk:
            return {}
        return {row.shift_uid: row for row in self.instance.capacities.in_use()}

    def _keep_shifts(self, shifts: list[ModelForm], taken: dict[UUID, Capacity]) -> None:
        """A shift that has sign-ups cannot go, whether it was deleted here or is missing in an older version."""
        for form in self.formsets["shifts"].deleted_forms:
            if form.instance.uid in taken:
                _undelete(form)
        kept = {form.instance.uid for form in shifts}
        for uid, row in taken.items():
            if uid not in kept | {MISSION_ITSELF}:
                self.formsets["shifts"].non_form_errors().append(
                    ngettext_lazy(
                        "The shift %(when)s cannot be removed: %(people)d person has signed up for it. Cancel it"
                        " instead (Sign-ups, in the mission’s menu): everyone is told.",
                        "The shift %(when)s cannot be removed: %(people)d people have signed up for it. Cancel it"
                        " instead (Sign-ups, in the mission’s menu): everyone is told.",
                        "people",
                    )
                    % {"when": _in_words(row), "people": row.people}
                )

    def _keep_places(self, shifts: list[ModelForm], taken: dict[UUID, Capacity]) -> None:
        for form in shifts:
            row = taken.get(form.instance.uid)
            if row and _is_fewer(form.cleaned_data["places"], row):
                form.add_error("places", _too_few(row))
        row = taken.get(MISSION_ITSELF)
        if row and not shifts and _is_fewer(self.cleaned_data.get("places"), row):
            self.add_error("places", _too_few(row))

    def _check_deadline(self, shifts: list[ModelForm], data: dict[str, Any]) -> None:
        ends = [timezone.localdate(form.cleaned_data["end"]) for form in shifts if form.cleaned_data.get("end")]
        last: date | None = max(ends) if ends else data.get("period_end")
        deadline = data.get("deadline")
        if deadline and last and deadline > last:
            self.add_error("deadline", _("The mission is over before this day. Choose an earlier one."))


def _is_fewer(places: int | None, row: Capacity) -> bool:
    return places is not None and places < row.taken


def _too_few(row: Capacity) -> ValidationError:
    return ValidationError(
        ngettext_lazy(
            "%(taken)d person has signed up already: write %(taken)d or more.",
            "%(taken)d people have signed up already: write %(taken)d or more.",
            "taken",
        ),
        params={"taken": row.taken},
    )


def _in_words(row: Capacity) -> str:
    start, end = timezone.localtime(row.start), timezone.localtime(row.end)
    return span_in_words(start, end, all_day=False, today=timezone.localdate())


def _undelete(form: ModelForm) -> None:
    """Show the shift again when the form comes back with its errors, instead of leaving it hidden."""
    form.data = form.data.copy()
    form.data[form.add_prefix("DELETE")] = ""
