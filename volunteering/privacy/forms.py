"""What somebody confirms."""

from django import forms
from django.utils.translation import gettext_lazy as _


class EraseForm(forms.Form):
    sure = forms.BooleanField(
        label=_("Yes, erase everything"),
        error_messages={"required": _("Tick the box if you want it: nothing was erased yet.")},
    )
