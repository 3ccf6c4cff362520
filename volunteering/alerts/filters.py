"""The part of the lists' filters that a saved search understands: themes and neighbourhoods."""

from typing import Any

from django.core.validators import slug_re
from django.db.models import QuerySet
from django.http import QueryDict

from volunteering.core.taxonomy import Neighbourhood, Term, Theme

# Parameter of the address → what it chooses among, and how an item is reached by it.
CHOICES: dict[str, tuple[type[Term], str]] = {
    "theme": (Theme, "themes__slug__in"),
    "neighbourhood": (Neighbourhood, "neighbourhood__slug__in"),
}
MOST_VALUES = 20


class ThemesAndPlaces:
    """`?theme=culture&theme=sport&neighbourhood=centre`; several of one kind mean any of them.

    A theme that editors have deleted finds nothing, rather than everything.
    """

    # From a row of what is narrowed to the page: "event__".
    lead = ""

    def __init__(self, data: QueryDict) -> None:
        self.chosen = {name: _slugs(data.getlist(name)) for name in CHOICES}

    def narrow(self, queryset: QuerySet) -> QuerySet:
        """Each row stays one row, however many of the themes it has."""
        for name, slugs in self.chosen.items():
            if slugs:
                pages = self._pages(queryset).filter(**{CHOICES[name][1]: slugs})
                queryset = queryset.filter(**{f"{self.lead}pk__in": pages.values("pk")})
        return queryset

    def canonical(self) -> QueryDict:
        """The same filters in their one spelling: known names and existing values, in order. Two queries at most."""
        query = QueryDict(mutable=True)
        for name, slugs in self.chosen.items():
            if slugs:
                known = CHOICES[name][0].objects.filter(slug__in=slugs).values_list("slug", flat=True)
                query.setlist(name, sorted(known))
        return query

    def in_words(self) -> str:
        """ "Culture, Sport · Centre"; empty without a filter."""
        parts = []
        for name, slugs in self.chosen.items():
            if slugs:
                names = CHOICES[name][0].objects.filter(slug__in=slugs).values_list("name", flat=True)
                parts.append(", ".join(names))
        return " · ".join(part for part in parts if part)

    def _pages(self, queryset: QuerySet) -> QuerySet:
        field = self.lead.removesuffix("__")
        model = queryset.model._meta.get_field(field).related_model if field else queryset.model
        return model.objects.order_by()


class DatesOfThemesAndPlaces(ThemesAndPlaces):
    """The same over the dates of events."""

    lead = "event__"


def _slugs(values: list[Any]) -> list[str]:
    return sorted({value for value in values if slug_re.match(value) and len(value) <= 80})[:MOST_VALUES]
