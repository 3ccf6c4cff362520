"""What is wrong with a page: one reason to choose, a few words, an address if an answer is wanted."""

from django import forms
from django.utils.translation import gettext_lazy as _

from volunteering.core.address_field import AddressField
from volunteering.core.antispam.forms import GuardedForm
from volunteering.moderation.models import LONGEST_WORDS, ReportReason

CHOOSE = _("Choose what comes nearest.")


class ReportForm(GuardedForm):
    reason = forms.ChoiceField(
        label=_("What is not right?"),
        choices=ReportReason.choices,
        widget=forms.RadioSelect,
        error_messages={"required": CHOOSE, "invalid_choice": CHOOSE},
    )
    words = forms.CharField(
        label=_("In a few words (optional)"),
        required=False,
        max_length=LONGEST_WORDS,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Where it stands, and what should be there instead. The town hall alone reads it."),
        error_messages={"max_length": _("That is too long for us to read. Shorten it to 2,000 characters.")},
    )
    email = AddressField(
        label=_("Your e-mail address (optional)"),
        required=False,
        help_text=_("Only if you want an answer. Whoever wrote the page never learns that it was you."),
    )
