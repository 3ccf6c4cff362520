"""Form fields for answers in an address, which may be old, shortened or made up."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.datastructures import MultiValueDict

MOST_ANSWERS = 20


class SeveralField(forms.MultipleChoiceField):
    """Keeps the answers it knows, in the list's order; `unknown_in` tells those it does not."""

    widget = forms.CheckboxSelectMultiple

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"required": False, **kwargs})

    def clean(self, value: Any) -> list[str]:
        asked = set((value or [])[:MOST_ANSWERS])
        return [str(code) for code, _label in self.choices if str(code) in asked] if asked else []

    def unknown_in(self, value: Any) -> list[str]:
        asked = [each for each in (value or [])[:MOST_ANSWERS] if each]
        known = {str(code) for code, _label in self.choices} if asked else set()
        return [each for each in asked if each not in known]


class TermsField(SeveralField):
    """Terms of a taxonomy by their slug. `terms` gives (slug, name) pairs, late and from a cache."""

    def __init__(self, *, terms: Callable[[], list[tuple[str, str]]], **kwargs: Any) -> None:
        super().__init__(choices=terms, **kwargs)


class Tick(forms.CheckboxInput):
    """`?free=1` is yes; anything else, or nothing, is no answer."""

    def value_from_datadict(self, data: MultiValueDict, files: Any, name: str) -> bool:
        return data.get(name) == "1"

    def format_value(self, value: Any) -> str:
        return "1"


class TickField(forms.BooleanField):
    widget = Tick

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"required": False, **kwargs})


class WholeNumberField(forms.IntegerField):
    """Digits only: "1e3" and "²" are no number anybody means."""

    def to_python(self, value: Any) -> int | None:
        if value not in self.empty_values and not str(value).strip().isdecimal():
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        return super().to_python(value)
