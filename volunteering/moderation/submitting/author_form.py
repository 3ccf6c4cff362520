"""Who proposes, and what they agree to."""

from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from volunteering.core.address_field import AddressField
from volunteering.moderation.models import LONGEST_WORDS
from volunteering.moderation.submitting.steps import StepForm, TypedStep


class AuthorForm(StepForm):
    """Seen by the office alone. `knows_address`: the account's own is used, it need not be asked for. `charter_since`:
    when an older charter than that in force was accepted.
    """

    name = "vous"
    heading = _("Who are you?")
    lead = _(
        "So that the city can answer you. Your name and address are for the town hall alone: they are never published."
    )
    template = "volunteering/submitting/author.html"

    first_name = forms.CharField(
        label=_("Your first name"),
        max_length=80,
        widget=forms.TextInput(attrs={"autocomplete": "given-name"}),
        error_messages={"required": _("Write your first name.")},
    )
    last_name = forms.CharField(
        label=_("Your name"),
        max_length=80,
        widget=forms.TextInput(attrs={"autocomplete": "family-name"}),
        error_messages={"required": _("Write your name.")},
    )
    email = AddressField(help_text=_("We write to you there as soon as the city has read it."))
    message = forms.CharField(
        label=_("A word for the town hall"),
        required=False,
        max_length=LONGEST_WORDS,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("If you like: what they should know, and what is not for publication."),
    )
    charter = forms.BooleanField(
        label=_("I have read the charter and keep to it"),
        error_messages={"required": _("Read the charter, then tick the box if you agree.")},
    )

    def __init__(
        self,
        typed: TypedStep | None = None,
        *,
        knows_address: bool = False,
        asks_charter: bool = False,
        charter_since: datetime | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(typed, **kwargs)
        if knows_address:
            del self.fields["email"]
        self.charter_since = charter_since
        if not asks_charter:
            del self.fields["charter"]

    def clean_first_name(self) -> str:
        return " ".join(self.cleaned_data["first_name"].split())

    def clean_last_name(self) -> str:
        return " ".join(self.cleaned_data["last_name"].split())

    def told(self) -> list[tuple[Any, str]]:
        return [(label, value) for label, value in super().told() if label != self.base_fields["charter"].label]
