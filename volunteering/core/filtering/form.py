"""The base of every list's filters."""

from collections.abc import Collection, Mapping
from typing import Any, ClassVar

from django import forms
from django.db.models import QuerySet
from django.http import QueryDict
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy

from volunteering.core.filtering.facets import Counts, Facet, count
from volunteering.core.filtering.fields import SeveralField

# What a note repeats of an answer nobody understands.
SHOWN_OF_ANSWER = 40
# The id of the notes, wherever a list shows them.
NOTES = "filter_notes"


class Asked(forms.BoundField):
    """A question of a list. What could not be read of its answer stands in the notes above the list, nowhere else."""

    @property
    def aria_describedby(self) -> str | None:
        told: str | None = super().aria_describedby
        return told.replace(f"{self.auto_id}_error", NOTES) if told else told


class FilterForm(forms.Form):
    """Reads the answers from an address. What cannot be read is left out of the search and told in `notes`.

    A subclass adds a field for each question, `narrow_<name>(queryset, answer)` where the answer narrows, and
    `facets` for those whose answers are counted. `page` leads from a row of the list to its page ("event__").
    """

    page: ClassVar[str] = ""
    facets: ClassVar[Mapping[str, Facet]] = {}
    sorts: ClassVar[Mapping[str, Any]] = {}
    # Answers worth one tap above the list: (question, answer).
    quick: ClassVar[tuple[tuple[str, str], ...]] = ()
    # What stands under "All filters", in order: questions, or several boxes to tick in one group.
    more: ClassVar[tuple[str | tuple[str, ...], ...]] = ()
    # Questions that mean nothing alone, and those they go with.
    companions: ClassVar[Mapping[str, tuple[str, ...]]] = {}
    # Questions that contradict each other: the last one asked holds.
    excludes: ClassVar[Mapping[str, tuple[str, ...]]] = {}
    no_chip: ClassVar[tuple[str, ...]] = ("sort",)
    # Questions that leave nothing out.
    not_narrowing: ClassVar[tuple[str, ...]] = ("sort",)
    unread: ClassVar[Any] = gettext_lazy("“%(answer)s” is not an answer we know for “%(question)s”: it was left out.")
    # What to say, instead of the general sentence, of an answer that cannot be read, by the error's code.
    problems: ClassVar[Mapping[str, Any]] = {}

    sort = forms.ChoiceField(label=gettext_lazy("Order"), required=False)

    use_required_attribute = False
    bound_field_class = Asked

    def __init__(self, data: QueryDict, **kwargs: Any) -> None:
        super().__init__(data, auto_id="filter_%s", **kwargs)
        self.now = timezone.now()
        self.fields["sort"].choices = list(self.sorts.items())

    @cached_property
    def answers(self) -> dict[str, Any]:
        """Question → answer, for the questions somebody answered in a way we understand."""
        self.full_clean()
        return {name: value for name, value in self.cleaned_data.items() if not _is_blank(value)}

    @cached_property
    def notes(self) -> list[str]:
        """What was left out of the search, in a sentence each."""
        return [
            self.problems.get(self._code(name), self.unread)
            % {"answer": text[:SHOWN_OF_ANSWER], "question": self.fields[name].label}
            for name, text in self._unread()
        ]

    @property
    def misunderstood(self) -> set[str]:
        """The questions that were answered, and in no way we understand."""
        return {name for name, _text in self._unread()} - set(self.answers)

    @property
    def is_narrowed(self) -> bool:
        return any(name not in self.not_narrowing for name in self.answers)

    def narrow(self, rows: QuerySet, *, without: Collection[str] = ()) -> QuerySet:
        """The rows of the list that pass every answered question but those in `without`."""
        return self.answered(rows, without=without)

    def answered(self, rows: QuerySet, *, without: Collection[str] = ()) -> QuerySet:
        for name, answer in self.answers.items():
            if name not in without and (narrow := getattr(self, f"narrow_{name}", None)):
                rows = narrow(rows, answer)
        return rows

    def order(self, rows: QuerySet) -> QuerySet:
        """In the order asked for, else in the list's own."""
        return getattr(self, f"order_{self.answers.get('sort')}")(rows) if "sort" in self.answers else self.usual(rows)

    def usual(self, rows: QuerySet) -> QuerySet:
        """In the list's own order."""
        return getattr(self, f"order_{next(iter(self.sorts))}")(rows)

    def count(self, rows: QuerySet) -> Counts:
        """How many results each answer of each facet leaves; `rows` is the whole list. One query."""
        others = self.usual(self.narrow(rows, without=self.facets))
        return count(others, self.facets, {name: self.chosen(name) for name in self.facets})

    def chosen(self, name: str) -> set[str]:
        """The answers given to a question, as they stand in the address."""
        answer = self.answers.get(name)
        if isinstance(answer, list | tuple | set):
            return {str(each) for each in answer}
        return set() if _is_blank(answer) else {"1" if answer is True else str(answer)}

    def words(self, name: str, value: str) -> str:
        """What a chip says for one answer of a question."""
        field = self.fields[name]
        labels = {str(code): str(label) for code, label in getattr(field, "choices", ())}
        return capfirst(labels.get(value) or (str(field.label) if value == "1" else value))

    def takes_several(self, name: str) -> bool:
        return isinstance(self.fields[name], SeveralField)

    def together(self, name: str) -> tuple[str, ...]:
        """The question and those that mean nothing without it."""
        return (name, *self.companions.get(name, ()))

    def _code(self, name: str) -> str:
        return next((error.code for error in self.errors.as_data().get(name, ()) if error.code), "")

    def _unread(self) -> list[tuple[str, str]]:
        self.full_clean()
        wrong = [(name, self.data.get(name, "")) for name in self.errors if name in self.fields]
        for name, field in self.fields.items():
            if isinstance(field, SeveralField):
                asked = field.widget.value_from_datadict(self.data, {}, self.add_prefix(name))
                wrong += [(name, each) for each in field.unknown_in(asked)]
        return wrong


def _is_blank(answer: Any) -> bool:
    """Zero is an answer (the age of a baby)."""
    return answer is False or answer in (None, "", [])
