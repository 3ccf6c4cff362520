"""How an association narrows those who let themselves be found."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from volunteering.applications.finding import RINGS
from volunteering.core.geo import Point, within
from volunteering.core.taxonomy import Skill, Theme
from volunteering.core.weekdays import WEEKDAY_NAMES
from volunteering.volunteers.models import Slot
from volunteering.volunteers.models.volunteer import VolunteerQuerySet

ANYTHING = ("", "—")


class FindForm(forms.Form):
    """Read from an address. An answer nobody understands narrows nothing, and its question says so."""

    skill = forms.ModelChoiceField(label=_("Can do"), queryset=Skill.objects.all(), required=False, empty_label="—")
    theme = forms.ModelChoiceField(label=_("Likes"), queryset=Theme.objects.all(), required=False, empty_label="—")
    day = forms.ChoiceField(
        label=_("Free on"),
        required=False,
        choices=[ANYTHING, *((str(number), name) for number, name in enumerate(WEEKDAY_NAMES))],
    )
    slot = forms.ChoiceField(label=_("Free in the"), required=False, choices=[ANYTHING, *Slot.choices])
    km = forms.TypedChoiceField(
        label=_("Lives at most"),
        required=False,
        coerce=int,
        empty_value=None,
        choices=[ANYTHING, *((km, _("%(km)d km away") % {"km": km}) for km in RINGS)],
    )

    def __init__(self, *args: Any, place: Point | None, **kwargs: Any) -> None:
        super().__init__(*args, auto_id="find_%s", **kwargs)
        self.place = place
        if place is None:
            del self.fields["km"]

    def narrow(self, volunteers: VolunteerQuerySet) -> VolunteerQuerySet:
        self.full_clean()
        asked = self.cleaned_data
        if asked.get("skill"):
            volunteers = volunteers.able(asked["skill"])
        if asked.get("theme"):
            volunteers = volunteers.filter(themes=asked["theme"])
        if asked.get("day") or asked.get("slot"):
            volunteers = volunteers.free(day=asked.get("day", ""), slot=asked.get("slot", ""))
        if asked.get("km"):
            volunteers = volunteers.filter(pk__in=within(volunteers.order_by(), self.place, asked["km"]).values("pk"))
        return volunteers

    @property
    def is_narrowed(self) -> bool:
        return any(self.cleaned_data.values())
