"""What visitors ask the search."""

from django import forms
from django.utils.translation import gettext_lazy as _

from volunteering.search.registry import kinds


class SearchForm(forms.Form):
    """A few words. Too many are cut, not refused: somebody pasted a sentence and means well."""

    LONGEST = 100

    q = forms.CharField(label=_("What are you looking for?"), required=False)
    kind = forms.ChoiceField(required=False)
    exact = forms.BooleanField(required=False)

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = [(kind.name, kind.label) for kind in kinds()]
        # The null character is refused by Django's own validator, and no page holds it.
        self.fields["q"].validators = []

    def clean_q(self) -> str:
        words = self.cleaned_data["q"].replace("\x00", " ")
        return " ".join(words[: self.LONGEST].split())
