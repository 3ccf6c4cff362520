"""The words of a list's filters, understood as the search understands them: plurals, accents, slips of the pen."""

from typing import ClassVar

from django import forms
from django.db.models import Exists, OuterRef, QuerySet
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from volunteering.core.filtering import FilterForm
from volunteering.search.models import SearchPosting
from volunteering.search.questions import Question, understand
from volunteering.search.registry import kind_named

LONGEST = 100
# From so many pages on, each row is asked whether its page holds the word; the pages of a rarer word are listed.
FREQUENT = 1_000


class TextForm(FilterForm):
    """To be mixed into the form of a list. `search_kind` names what the search calls the list's pages."""

    search_kind: ClassVar[str]

    q = forms.CharField(label=_("What?"), required=False, max_length=LONGEST)

    field_order = ("q",)

    def clean_q(self) -> str:
        return " ".join(self.cleaned_data["q"].replace("\x00", "").split())

    @cached_property
    def question(self) -> Question:
        return understand(self.answers.get("q", ""))

    @property
    def meant(self) -> str:
        """The words that were looked for instead of misspelt ones; empty when nothing was corrected."""
        question = self.question
        return question.as_meant if question.can_be_answered and question.is_corrected else ""

    def narrow_q(self, rows: QuerySet, _answer: str) -> QuerySet:
        """The rows whose pages hold all the words."""
        if not self.question.can_be_answered:
            return rows.none()
        kind = kind_named(self.search_kind).content_type_id
        for term in self.question.rarest_first:
            postings = SearchPosting.objects.filter(stem__in=term.stems, kind=kind)
            if term.pages < FREQUENT:
                rows = rows.filter(**{f"{self.page}pk__in": postings.values("page")})
            else:
                rows = rows.filter(Exists(postings.filter(page=OuterRef(f"{self.page}pk"))))
        return rows
