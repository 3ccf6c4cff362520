"""One step of a submission: a few questions, as people say them."""

from collections.abc import Iterator
from typing import Any, ClassVar

from django import forms
from django.utils.datastructures import MultiValueDict
from django.utils.formats import localize
from django.utils.functional import Promise
from django.utils.translation import gettext
from wagtail.models import Site

TypedStep = dict[str, list[str]]
# Of one question: more than any list of ours has choices.
MOST_VALUES = 60


class StepForm(forms.Form):
    """Bound to what was typed in this step: {field: [values]}, or unbound before it was reached.

    `asides`: names of the questions that most people leave out; they stand behind a disclosure.
    """

    name: ClassVar[str]
    heading: ClassVar[Promise]
    lead: ClassVar[Promise | str] = ""
    asides: ClassVar[tuple[str, ...]] = ()
    # A template with the questions, where plain ones do not do.
    template: ClassVar[str] = ""

    error_css_class = ""

    def __init__(self, typed: TypedStep | None = None, *, site: Site, user: Any, **kwargs: Any) -> None:
        self.site, self.user = site, user
        data = MultiValueDict(typed) if typed else None
        super().__init__(data=data, **kwargs)
        self.use_required_attribute = False

    @classmethod
    def typed_in(cls, posted: Any, names: set[str]) -> TypedStep:
        """What of a posted form belongs to this step; the rest is nobody's answer."""
        return {name: posted.getlist(name)[:MOST_VALUES] for name in posted if name in names}

    @property
    def names(self) -> set[str]:
        """Of everything this step may send."""
        return set(self.fields)

    def plain(self) -> Iterator[forms.BoundField]:
        return (self[name] for name in self.fields if name not in self.asides)

    def aside(self) -> Iterator[forms.BoundField]:
        return (self[name] for name in self.fields if name in self.asides)

    @property
    def aside_is_open(self) -> bool:
        return any(self[name].value() or self[name].errors for name in self.asides if name in self.fields)

    def settled(self, typed: TypedStep) -> TypedStep:
        """What is kept of a valid step; the place adds what an address led to."""
        return typed

    def told(self) -> list[tuple[Promise | str, str]]:
        """(question, answer) of all that was answered, for reading over. Only once valid."""
        data = self.cleaned_data
        lines = ((field.label, in_words(self[name], data.get(name))) for name, field in self.fields.items())
        return [(label, value) for label, value in lines if value]


def in_words(field: forms.BoundField, value: Any) -> str:
    """An answer as one reads it."""
    if value in (None, "", False) or value == []:
        return ""
    if value is True:
        return gettext("Yes")
    choices = getattr(field.field, "choices", None)
    if isinstance(field.field, forms.ModelChoiceField):
        return ", ".join(map(str, value)) if hasattr(value, "__iter__") else str(value)
    if choices:
        names = {str(key): str(label) for key, label in choices}
        values = value if isinstance(value, list) else [value]
        return ", ".join(names.get(str(each), str(each)) for each in values)
    return str(localize(value))
