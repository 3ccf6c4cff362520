"""A canary is a word that exists once in the world, put where nobody may read it: hearing it sing is a leak.

Fields are found on the models: one added tomorrow is watched.
"""

from collections.abc import Iterator
from itertools import count

from django.db import models
from modelcluster.models import get_all_child_relations
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page

# Wagtail's own bookkeeping, computed columns, and formats in which a word would be refused.
LEFT_ALONE = {
    "path",
    "url_path",
    "slug",
    "draft_title",
    "sort_title",
    "location",
    "rna",
    "siret",
}
SHORTEST = 20


class Canaries:
    """Gives them out; `places` says where each was put."""

    def __init__(self) -> None:
        self.places: dict[str, str] = {}
        self._numbers = count(1)

    def __iter__(self) -> Iterator[str]:
        return iter(self.places)

    def word(self, place: str) -> str:
        word = f"kanari{next(self._numbers):04d}x"
        self.places[word] = place
        return word

    def fill(self, page: Page, *, state: str) -> Page:
        """Put one into every field of the page in which people write, and into the rows that belong to it."""
        for field in words_fields(type(page)):
            setattr(page, field.name, self._value(field, f"{state} {page._meta.model_name}.{field.name}"))
        for child in children(page):
            for field in words_fields(type(child)):
                setattr(child, field.name, self._value(field, f"{state} {child._meta.model_name}.{field.name}"))
        return page

    def _value(self, field: models.Field, place: str) -> object:
        word = self.word(place)
        if isinstance(field, StreamField):
            return [("text", f"<p>{word}</p>")]
        if isinstance(field, models.EmailField):
            return f"{word}@asso.example"
        if isinstance(field, models.URLField):
            return f"https://{word}.example/"
        return f"<p>{word}</p>" if isinstance(field, RichTextField) else word


def words_fields(model: type[models.Model]) -> Iterator[models.Field]:
    """Fields in which people write: text without a fixed list of choices."""
    for field in model._meta.concrete_fields:
        is_text = isinstance(field, models.CharField | models.TextField | StreamField)
        fits = getattr(field, "max_length", None) is None or field.max_length >= SHORTEST
        if is_text and fits and field.editable and not field.choices and field.name not in LEFT_ALONE:
            yield field


def children(page: Page) -> Iterator[models.Model]:
    """The rows edited with the page: shifts, opening hours."""
    for relation in get_all_child_relations(type(page)):
        yield from getattr(page, relation.get_accessor_name()).all()
