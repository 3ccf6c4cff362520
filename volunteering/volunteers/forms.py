"""What agents of the city type about volunteers."""

import re
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from volunteering.core.address_field import AddressField
from volunteering.core.taxonomy import Neighbourhood
from volunteering.volunteers.models import RevealReason, Volunteer
from volunteering.volunteers.models.choices import WEEK

WRITE_A_NUMBER = _("Write the number with all its figures, for example 04 65 71 00 01.")
NUMBER = re.compile(r"\+?[\d\s().\-/]{4,20}")
LEAST_FIGURES = 4
HOW_TO_REACH = _("Write a telephone number or an e-mail address: otherwise nobody can tell them anything.")
# To say in one's own voice; what is read aloud is what was agreed to.
CONSENT = _(
    "Read aloud: “The town hall keeps your name and how to reach you, to propose missions to you. Associations never"
    " see your number or address. You can ask us at any time to show you what we keep, to correct or to erase it. Do"
    " you agree?”"
)


class PersonForm(forms.Form):
    """`instance` is what Wagtail's views give to the forms of a model."""

    first_name = forms.CharField(
        label=_("First name"), max_length=80, error_messages={"required": _("Write the first name.")}
    )
    last_name = forms.CharField(label=_("Name"), max_length=80, error_messages={"required": _("Write the name.")})
    phone = forms.CharField(label=_("Phone"), max_length=20, required=False)
    email = AddressField(label=_("E-mail"), required=False, help_text=_("If they have one."))
    neighbourhood = forms.ModelChoiceField(
        label=_("Neighbourhood"), queryset=Neighbourhood.objects.all(), required=False, empty_label=_("Not known")
    )
    availability = forms.MultipleChoiceField(
        label=_("When"),
        choices=WEEK,
        required=False,
        widget=forms.CheckboxSelectMultiple(attrs={"class": "v-week"}),
    )
    only_holidays = forms.BooleanField(label=_("Only during school holidays"), required=False)

    class Media:
        css = {"all": ["volunteering/admin/desk.css"]}

    def __init__(self, *args: Any, instance: Volunteer | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.instance = instance

    def clean_first_name(self) -> str:
        return " ".join(self.cleaned_data["first_name"].split())

    def clean_last_name(self) -> str:
        return " ".join(self.cleaned_data["last_name"].split())

    def clean_phone(self) -> str:
        phone = self.cleaned_data["phone"]
        figures = sum(letter.isdigit() for letter in phone)
        if phone and (not NUMBER.fullmatch(phone) or figures < LEAST_FIGURES):
            raise forms.ValidationError(WRITE_A_NUMBER)
        return phone


class EntryForm(PersonForm):
    """Somebody on the telephone, or at the counter."""

    consent = forms.BooleanField(
        label=_("I have read the text aloud, and the person agreed"),
        help_text=CONSENT,
        error_messages={"required": _("Read the text aloud, then tick the box if the person agreed.")},
    )

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        asked = "phone" in data and "email" in data
        if asked and not data["phone"] and not data["email"]:
            self.add_error("phone", HOW_TO_REACH)
        return data


class CorrectionForm(PersonForm):
    """What is known of how to reach them is not shown: it is replaced, taken away or left."""

    remove_phone = forms.BooleanField(label=_("Take the telephone number away"), required=False)
    remove_email = forms.BooleanField(label=_("Take the e-mail address away"), required=False)

    field_order = ["first_name", "last_name", "phone", "remove_phone", "email", "remove_email"]

    def __init__(self, *args: Any, instance: Volunteer, **kwargs: Any) -> None:
        shown = ("first_name", "last_name", "neighbourhood", "availability", "only_holidays")
        kwargs["initial"] = {name: getattr(instance, name) for name in shown} | (kwargs.get("initial") or {})
        super().__init__(*args, instance=instance, **kwargs)
        known = instance.masked_email
        self._explain("email", known and _("Known: %(address)s. Empty: it stays.") % {"address": known})
        self._explain("phone", instance.phone and _("A number is known. Empty: it stays."))

    def _explain(self, name: str, what_is_known: str) -> None:
        self.fields[name].help_text = what_is_known or _("None is known.")
        if not what_is_known:
            del self.fields[f"remove_{name}"]

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        for name in ("phone", "email"):
            if data.pop(f"remove_{name}", False):
                if data.get(name):
                    self.add_error(name, _("Write a new one or take the old one away, not both."))
                data[name] = ""
            elif name in data:
                data[name] = data[name] or getattr(self.instance, name)
        if "phone" in data and "email" in data and not data["phone"] and not data["email"]:
            self.add_error("phone", HOW_TO_REACH)
        return data


class RevealForm(forms.Form):
    reason = forms.ChoiceField(
        label=_("Why do you need them?"),
        choices=RevealReason.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose a reason.")},
    )
    words = forms.CharField(
        label=_("In a few words"),
        max_length=200,
        required=False,
        help_text=_("Needed for another reason. It stands in the history: write no name and no number."),
    )

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        if data.get("reason") == RevealReason.OTHER and not data.get("words"):
            self.add_error("words", _("Say in a few words why."))
        return data


class ExportForm(forms.Form):
    reason = forms.CharField(
        label=_("What is the list for?"),
        max_length=200,
        help_text=_("It stands in the history, with your name."),
        error_messages={"required": _("Say in a few words what the list is for.")},
    )
    format = forms.ChoiceField(
        label=_("Format"), choices=[("xlsx", "XLSX"), ("csv", "CSV")], initial="xlsx", widget=forms.RadioSelect
    )
