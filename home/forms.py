"""What visitors type into the city's site."""

from django import forms
from django.utils.translation import gettext_lazy as _


class SearchForm(forms.Form):
    """A few words. Too many are cut, not refused: somebody pasted a sentence and means well."""

    LONGEST = 100

    q = forms.CharField(label=_("What are you looking for?"), required=False, strip=True)

    def clean_q(self) -> str:
        words = self.cleaned_data["q"].replace("\x00", "")
        return " ".join(words[: self.LONGEST].split())
