"""What people type to ask for a hand, to offer one, and to close a request."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from django import forms
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from volunteering.core.address_field import AddressField
from volunteering.core.antispam.forms import GuardedForm
from volunteering.core.taxonomy import Neighbourhood
from volunteering.core.telephone import is_number
from volunteering.help_requests.actions import Wish
from volunteering.help_requests.models import Duration, ForWhom, Frequency, HelpKind, Moment
from volunteering.help_requests.models.help_request import LONGEST_ADDRESS, LONGEST_WORDS
from volunteering.help_requests.refused import refused_needs
from volunteering.relay.forms import MessageForm
from volunteering.relay.models import LONGEST as LONGEST_MESSAGE
from volunteering.volunteers.names_form import NamesForm

CHOOSE_A_KIND = _("Choose what it is about. Nothing fits? Call us.")
OF_AGE = _("Tick the box if it is so. You are younger? Missions are for you too: call us.")
LONGEST_DAY = 24 * 60  # minutes


class KindChoice(NamedTuple):
    """One kind of a hand as a card to choose."""

    value: str
    label: str
    hint: str
    icon: str
    is_chosen: bool


class WishForm(forms.Form):
    """What, where, when, for how long."""

    kind = forms.ChoiceField(label=_("What do you need a hand with?"), error_messages={"required": CHOOSE_A_KIND})
    neighbourhood = forms.ModelChoiceField(
        label=_("In which neighbourhood?"),
        queryset=Neighbourhood.objects.all(),
        to_field_name="slug",
        empty_label=_("Choose"),
        error_messages={"required": _("Choose the neighbourhood: volunteers look for what is near them.")},
    )
    moment = forms.ChoiceField(
        label=_("When does it suit?"), choices=Moment.choices, initial=Moment.ANY, widget=forms.RadioSelect
    )
    day = forms.DateField(
        label=_("On a precise day?"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=_("Leave it empty if it does not matter."),
        error_messages={"invalid": _("Write the day like this: 14/03/2026. Or leave it empty.")},
    )
    duration = forms.TypedChoiceField(
        label=_("About how long?"), choices=Duration.choices, coerce=int, initial=Duration.AN_HOUR
    )
    frequency = forms.ChoiceField(label=_("How often?"), choices=Frequency.choices, initial=Frequency.ONCE)
    words = forms.CharField(
        label=_("In a few words"),
        required=False,
        max_length=LONGEST_WORDS,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("What would be done? Only the town hall reads it, and tells volunteers what they need to know."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = [(kind.slug, kind.name) for kind in self.kinds.values()]
        if not self.fields["neighbourhood"].queryset.exists():
            self.fields["neighbourhood"].required = False

    @cached_property
    def kinds(self) -> dict[str, HelpKind]:
        return {kind.slug: kind for kind in HelpKind.objects.all()}

    def clean_day(self) -> Any:
        day = self.cleaned_data["day"]
        if day and day < timezone.localdate():
            raise forms.ValidationError(_("This day is over. Choose another one, or leave it empty."))
        return day

    def kind_choices(self) -> Iterator[KindChoice]:
        """What volunteers do, then what they do not: choosing that leads to who does."""
        chosen = self["kind"].value()
        for slug, kind in self.kinds.items():
            yield KindChoice(slug, kind.name, kind.example, kind.icon, slug == chosen)
        for need in refused_needs():
            yield KindChoice(need.value, need.label, "", "ban", need.value == chosen)


class PersonForm(NamesForm):
    """Who asks, and how the town hall reaches them."""

    for_whom = forms.ChoiceField(
        label=_("Who is it for?"), choices=ForWhom.choices, initial=ForWhom.SELF, widget=forms.RadioSelect
    )
    phone = forms.CharField(
        label=_("Your phone number"),
        required=False,
        max_length=20,
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "tel"}),
        help_text=_("If you like: we may call you about your request."),
    )
    shares_phone = forms.BooleanField(label=_("Whoever comes may read my number"), required=False)
    address = forms.CharField(
        label=_("The address"),
        required=False,
        max_length=LONGEST_ADDRESS,
        widget=forms.TextInput(attrs={"autocomplete": "street-address"}),
        help_text=_("Shown to one person only, and only after you have said yes to them."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["last_name"].help_text = _("Volunteers do not read it.")

    def clean_phone(self) -> str:
        phone = " ".join(self.cleaned_data["phone"].split())
        if phone and not is_number(phone):
            raise forms.ValidationError(_("Write your number like this: 06 12 34 56 78"))
        return phone

    def clean_address(self) -> str:
        return " ".join(self.cleaned_data["address"].split())

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if data.get("shares_phone") and "phone" in data and not data["phone"]:
            self.add_error("phone", _("Write the number that may be read, or take the tick away."))
        return data


class AskForm(WishForm, PersonForm):
    """Who is signed in: their address is known."""

    def wish(self, *, email: str) -> Wish:
        """Of a valid form."""
        names = set(Wish.__dataclass_fields__) - {"kind", "email"}
        told = {name: value for name, value in self.cleaned_data.items() if name in names}
        return Wish(kind=self.kinds[self.cleaned_data["kind"]], email=email, **told)


class AskByMailForm(AskForm, GuardedForm):
    """Who is not signed in: their address too, which a mail proves."""

    email = AddressField()


class MyHelpLinkForm(GuardedForm):
    email = AddressField()


class OfferForm(MessageForm):
    """A few words for whoever asked. `age` only where we do not know it."""

    age = forms.BooleanField(label=_("I am 18 or older"), error_messages={"required": OF_AGE})

    field_order = ["text", "is_sure", "age"]

    def __init__(self, *args: Any, asks_age: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["text"].label = _("A few words for whoever needs a hand")
        self.fields["text"].help_text = _("Who are you, when could you come? No telephone number is needed.")
        if not asks_age:
            del self.fields["age"]


class FinishForm(forms.Form):
    """It is done. The hours are counted in the city's thanks, never held against anybody."""

    hours = forms.DecimalField(
        label=_("How many hours was it, about?"),
        required=False,
        min_value=0,
        max_value=24,
        max_digits=4,
        decimal_places=2,
        error_messages=dict.fromkeys(
            ("invalid", "min_value", "max_value", "max_digits", "max_decimal_places", "max_whole_digits"),
            _("Write a number of hours between 0 and 24, for example 1.5, or leave it empty."),
        ),
    )
    thanks = forms.CharField(
        label=_("A word of thanks, if you like"),
        required=False,
        max_length=LONGEST_MESSAGE,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def clean_hours(self) -> int | None:
        """Minutes."""
        hours = self.cleaned_data["hours"]
        return None if hours is None else int(hours * 60)
