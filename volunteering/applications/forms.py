"""What people type to give a hand, to withdraw, and to answer."""

from collections.abc import Iterator
from typing import Any, NamedTuple
from uuid import UUID

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from volunteering.applications.models.application import LONGEST_WORDS
from volunteering.applications.notifications.about import when
from volunteering.applications.states import DeclineReason, WithdrawReason
from volunteering.core.address_field import AddressField
from volunteering.core.antispam.forms import GuardedForm
from volunteering.core.charter import CHANGED_MEANWHILE
from volunteering.core.telephone import is_number
from volunteering.directory.models import Role
from volunteering.missions.models import MISSION_ITSELF, Capacity, MissionPage, Shift
from volunteering.relay.forms import MessageForm
from volunteering.relay.models import LONGEST as LONGEST_MESSAGE
from volunteering.volunteers.names_form import NamesForm

TICK_YOUR_AGE = _("Tick the box if it is so. You are younger? Call us: we look for something together.")
AGREE = _("Tick the box to say that you agree with the charter.")
CHOOSE_A_DATE = _("Choose at least one date.")


class ShiftChoice(NamedTuple):
    """One date as a card with a box to tick."""

    uid: UUID
    capacity: Capacity
    shift: Shift | None
    is_chosen: bool


class SignUpForm(forms.Form):
    """Who is signed in: which dates, how many people, a word. `charter`: the version to agree with; empty when there is
    nothing to ask.
    """

    shifts = forms.MultipleChoiceField(label=_("When do you come?"), error_messages={"required": CHOOSE_A_DATE})
    people = forms.IntegerField(label=_("How many are you?"), initial=1, min_value=1)
    message = forms.CharField(
        label=_("A word for the association"),
        required=False,
        max_length=LONGEST_MESSAGE,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("If you like: what you enjoy doing, a question. No telephone number is needed."),
    )
    age = forms.BooleanField(error_messages={"required": TICK_YOUR_AGE})
    charter = forms.BooleanField(label=_("I agree with the volunteering charter"), error_messages={"required": AGREE})

    def __init__(
        self, *args: Any, mission: MissionPage, capacities: list[Capacity], charter: str, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.mission, self.version = mission, charter
        self.capacities = {str(row.shift_uid): row for row in capacities}
        self._ask_when()
        self._ask_how_many()
        if mission.organiser_id is None:
            self._speak_of_the_city()
        self.fields["age"].label = _("I am %(age)d or older") % {"age": mission.youngest}
        if not charter:
            del self.fields["charter"]

    def clean_charter(self) -> bool:
        """Of the text that was shown: it may have changed meanwhile."""
        if self.data.get("charter_version", self.version) != self.version:
            raise forms.ValidationError(CHANGED_MEANWHILE)
        return self.cleaned_data["charter"]

    def _speak_of_the_city(self) -> None:
        self.fields["message"].label = _("A word for the city")
        if "last_name" in self.fields:
            self.fields["last_name"].help_text = _("The city reads only its first letter until it has accepted you.")

    def _ask_when(self) -> None:
        if str(MISSION_ITSELF) in self.capacities:
            del self.fields["shifts"]
            return
        self.fields["shifts"].choices = [(uid, uid) for uid in self.capacities]
        if len(self.capacities) == 1:
            self.initial.setdefault("shifts", list(self.capacities))

    def _ask_how_many(self) -> None:
        most = self.mission.group_size
        if most == 1:
            del self.fields["people"]
            return
        few = _("Write a number between 1 and %(most)d. More of you? Call us: we find a way.") % {"most": most}
        self.fields["people"] = forms.IntegerField(
            label=self.fields["people"].label,
            initial=1,
            min_value=1,
            max_value=most,
            help_text=_("You included."),
            error_messages=dict.fromkeys(("required", "invalid", "min_value", "max_value"), few),
        )

    def shift_choices(self) -> Iterator[ShiftChoice]:
        chosen = set(self["shifts"].value() or ())
        shifts = {shift.uid: shift for shift in self.mission.shifts.all()}
        for uid, capacity in self.capacities.items():
            yield ShiftChoice(capacity.shift_uid, capacity, shifts.get(capacity.shift_uid), uid in chosen)

    @property
    def chosen(self) -> list[Capacity]:
        """Of a valid form."""
        wanted = self.cleaned_data["shifts"] if "shifts" in self.fields else [str(MISSION_ITSELF)]
        return [self.capacities[uid] for uid in wanted]

    @property
    def how_many(self) -> int:
        return self.cleaned_data.get("people") or 1


class NamedSignUpForm(NamesForm, SignUpForm):
    """Who signs up for the first time."""

    field_order = ["shifts", "people", "first_name", "last_name", "email", "message", "age", "charter"]


class NewcomerForm(NamedSignUpForm, GuardedForm):
    """Who is not signed in: their address too, which a mail proves."""

    email = AddressField()


class MyLinkForm(GuardedForm):
    email = AddressField()


class InvitationForm(MessageForm):
    """The invitation says by itself what it is about: words are welcome, and not needed."""

    text = forms.CharField(
        label=_("A word of yours"),
        required=False,
        max_length=LONGEST_MESSAGE,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Why them? What would they do, and with whom? Two sentences are enough."),
    )


class PhoneForm(forms.Form):
    """Empty keeps the number that is known."""

    phone = forms.CharField(
        label=_("Your number"),
        required=False,
        max_length=20,
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "tel"}),
    )

    def __init__(self, *args: Any, known: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.known = known

    def clean_phone(self) -> str:
        phone = " ".join(self.cleaned_data["phone"].split())
        if not (phone or self.known) or (phone and not is_number(phone)):
            raise forms.ValidationError(_("Write your number like this: 06 12 34 56 78"))
        return phone


class InviteForm(forms.Form):
    email = AddressField()
    role = forms.ChoiceField(label=_("As"), choices=Role.choices, initial=Role.MEMBER)


class VolunteerChangeForm(forms.Form):
    """The buttons beside one's own sign-up."""

    change = forms.ChoiceField(choices=[("withdraw", ""), ("take", ""), ("declare", "")])
    reason = forms.ChoiceField(
        label=_("Why? You need not say."), required=False, choices=[("", "—"), *WithdrawReason.choices]
    )


class OrganiserChangeForm(forms.Form):
    """The buttons beside an applicant."""

    change = forms.ChoiceField(
        choices=[(verb, "") for verb in ("accept", "discuss", "decline", "cancel", "done", "no_show")]
    )
    reason = forms.ChoiceField(label=_("Reason"), required=False, choices=DeclineReason.choices)
    words = forms.CharField(
        label=_("A kind word, if you like"),
        required=False,
        max_length=LONGEST_WORDS,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def clean_reason(self) -> str:
        return self.cleaned_data["reason"] or DeclineReason.OTHER


class AgentSignUpForm(SignUpForm):
    """The same questions, as an agent reads them aloud."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["message"].help_text = _("In their own words. No telephone number.")
        self.fields["age"].label = _("They say that they are %(age)d or older") % {"age": self.mission.youngest}
        if "charter" in self.fields:
            self.fields["charter"].label = _("The charter was read aloud, and they agree")
        if "shifts" in self.fields:
            self.fields["shifts"].label = _("Which dates?")
            self.fields["shifts"].widget = forms.CheckboxSelectMultiple()
            self.fields["shifts"].choices = [(uid, _row(capacity)) for uid, capacity in self.capacities.items()]


def _row(capacity: Capacity) -> str:
    words = {"when": capfirst(when(capacity)), "left": capacity.left}
    if capacity.left is None:
        return str(words["when"])
    if not capacity.left:
        return str(_("%(when)s (waiting list)") % words)
    return ngettext("%(when)s (%(left)d place left)", "%(when)s (%(left)d places left)", capacity.left) % words


class AgentDeclineForm(forms.Form):
    reason = forms.ChoiceField(
        label=_("Reason"),
        choices=DeclineReason.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose a reason: the volunteer reads it.")},
    )
    words = forms.CharField(
        label=_("A kind word, if you like"),
        required=False,
        max_length=LONGEST_WORDS,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class AgentWithdrawForm(forms.Form):
    reason = forms.ChoiceField(
        label=_("Why, if they said so"), required=False, choices=[("", "—"), *WithdrawReason.choices]
    )


class CancelShiftForm(forms.Form):
    reason = forms.CharField(
        label=_("Why does it not take place?"),
        max_length=300,
        widget=forms.TextInput,
        help_text=_("Everyone who signed up reads it."),
        error_messages={"required": _("Say in a few words why: everyone who signed up reads it.")},
    )
