"""Filters of what goes on by itself, like a feed or a saved search: the questions of a list, but for days and order."""

from typing import Any, ClassVar

from django.http import QueryDict

from volunteering.core.filtering.form import FilterForm


class LastingForm(FilterForm):
    """To be mixed with the form of a list. "This weekend" means nothing to what is read again next month."""

    passing: ClassVar[tuple[str, ...]] = ("when", "since", "until", "sort")

    def __init__(self, data: QueryDict, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        for name in self.passing:
            self.fields.pop(name, None)

    def in_words(self) -> str:
        """ "Culture, Sport · Centre"; empty for everything."""
        asked = sorted(name for name in self.answers if name not in self.no_chip)
        return " · ".join(", ".join(self.words(name, value) for value in sorted(self.chosen(name))) for name in asked)

    def canonical(self) -> QueryDict:
        """The same answers in their one spelling: only those understood, in order."""
        query = QueryDict(mutable=True)
        alone = {other for name, others in self.companions.items() if name not in self.answers for other in others}
        wanted = {other for name, others in self.companions.items() if name in self.answers for other in others}
        for name in sorted(set(self.answers) - (alone - wanted)):
            query.setlist(name, sorted(self.chosen(name)))
        return query
