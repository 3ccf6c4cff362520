"""What agents of the city type about help requests."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from volunteering.core.address_field import AddressField
from volunteering.core.contact_data import holds_contact_data
from volunteering.help_requests.forms import AskForm, FinishForm
from volunteering.help_requests.models import RevealReason
from volunteering.help_requests.models.help_request import LONGEST_NEED
from volunteering.help_requests.states import RefuseReason

HOW_TO_REACH = _("Write a telephone number or an e-mail address: otherwise nobody can tell them who comes.")
# To say in one's own voice; what is read aloud is what was agreed to.
CONSENT = _(
    "Read aloud: “The town hall keeps what you tell me, to find somebody who gives you a hand. Volunteers read what you"
    " need and your neighbourhood, not your name. The one who comes reads your address, once you have said yes. All of"
    " it is erased six months after the end, or when you ask. Do you agree?”"
)


class EnterForm(AskForm):
    """Somebody on the telephone, or at the counter."""

    email = AddressField(label=_("E-mail"), required=False, help_text=_("If they have one."))
    consent = forms.BooleanField(
        label=_("I have read the text aloud, and the person agreed"),
        help_text=CONSENT,
        error_messages={"required": _("Read the text aloud, then tick the box if the person agreed.")},
    )

    field_order = [
        *("kind", "neighbourhood", "moment", "day", "duration", "frequency", "words"),
        *("for_whom", "first_name", "last_name", "phone", "shares_phone", "email", "address", "consent"),
    ]

    class Media:
        css = {"all": ["volunteering/admin/desk.css"]}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        labels = {
            "first_name": _("First name"),
            "last_name": _("Name"),
            "phone": _("Phone"),
            "words": _("In their words"),
        }
        for name, label in labels.items():
            self.fields[name].label = label
        self.fields["phone"].help_text = ""
        self.fields["shares_phone"].label = _("Whoever comes may read the number")

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        asked = "phone" in data and "email" in data
        if asked and not data["phone"] and not data["email"] and "phone" not in self.errors:
            self.add_error("phone", HOW_TO_REACH)
        return data


class NeedForm(forms.Form):
    """What volunteers read, and nothing else of it."""

    need = forms.CharField(
        label=_("What is needed, in neutral words"),
        max_length=LONGEST_NEED,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Volunteers read this: no name, no address, nothing about anybody’s health or means."),
        error_messages={"required": _("Say in a sentence what is needed: volunteers read nothing else.")},
    )
    is_sensitive = forms.BooleanField(
        label=_("Sensitive: no volunteer sees it, an agent finds somebody"),
        required=False,
        help_text=_("Somebody very frail, somebody in danger, a conflict."),
    )

    def clean_need(self) -> str:
        need = " ".join(self.cleaned_data["need"].split())
        if holds_contact_data(need):
            raise forms.ValidationError(_("Leave numbers and addresses out: many people read this."))
        return need


class RefuseForm(forms.Form):
    reason = forms.ChoiceField(
        label=_("Reason"),
        choices=RefuseReason.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose a reason: whoever asked reads it.")},
    )
    words = forms.CharField(
        label=_("A kind word, and whom to turn to"),
        required=False,
        max_length=LONGEST_NEED,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Whoever asked reads it."),
    )


class AgentFinishForm(FinishForm):
    """The hours, as somebody told them on the telephone."""

    thanks = None


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
        data = super().clean() or self.cleaned_data
        if data.get("reason") == RevealReason.OTHER and not data.get("words"):
            self.add_error("words", _("Say in a few words why."))
        return data
