"""The public face of the search: its page, and what it proposes while somebody types."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.functional import cached_property
from django.utils.safestring import SafeString
from django.views.generic import TemplateView

from volunteering.core.kept import Shelf
from volunteering.core.page_cache import keep
from volunteering.core.pagination import BoundedPage
from volunteering.core.restrictions import restricted_paths
from volunteering.core.views import FRAGMENT_HEADER, asked_page
from volunteering.search.forms import SearchForm
from volunteering.search.hits import HitPaginator, cards, find, suggest
from volunteering.search.questions import Question, understand, understand_beginning
from volunteering.search.registry import SearchKind, kinds

# Cards of each kind on the page that shows all of them.
SHOWN = 6


@dataclass(frozen=True, kw_only=True)
class Group:
    """The hits of one kind. `page` is what of them is shown; none when another kind was chosen."""

    kind: SearchKind
    paginator: HitPaginator
    page: BoundedPage | None = None
    cards: list[SafeString] | None = None


class SearchView(TemplateView):
    """What the two share. Neither is for other people's search engines, and neither writes anything."""

    http_method_names = ["get", "head", "options"]

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = keep(super().get(request, *args, **kwargs))
        response["X-Robots-Tag"] = "noindex"
        response["Vary"] = FRAGMENT_HEADER
        return response

    @cached_property
    def shelf(self) -> Shelf:
        return Shelf(self.request)

    @cached_property
    def asked(self) -> dict[str, Any]:
        """What the address says; a kind that does not exist is as good as none."""
        form = SearchForm(self.request.GET)
        form.is_valid()
        return form.cleaned_data


class Search(SearchView):
    """`?q=jardin`: a few of each kind. `&kind=missions&page=2`: all of one kind, page by page. `&exact=1`: nothing
    corrected.
    """

    template_name = "volunteering/search/index.html"

    def get_template_names(self) -> list[str]:
        swapped = FRAGMENT_HEADER in self.request.headers
        return ["volunteering/search/_results.html"] if swapped else super().get_template_names()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        words, exactly = self.asked.get("q", ""), self.asked.get("exact", False)
        question = understand(words, exactly=exactly)
        groups = self.get_groups(question)
        # Whoever asked for exactly these words and found nothing may want to know what else they might be.
        meant = understand(words) if exactly and not groups else question
        return super().get_context_data(
            words=words, question=question, meant=meant, groups=groups, chosen=self.get_chosen(groups), **kwargs
        )

    def get_groups(self, question: Question) -> list[Group]:
        """Those that have anything to show."""
        hidden = restricted_paths() if question.can_be_answered else []
        found = [(kind, HitPaginator(find(kind, question, hidden=hidden))) for kind in kinds()]
        return [self.get_group(kind, paginator) for kind, paginator in found if paginator.count]

    def get_group(self, kind: SearchKind, paginator: HitPaginator) -> Group:
        chosen = self.asked.get("kind")
        if chosen and chosen != kind.name:
            return Group(kind=kind, paginator=paginator)
        if not chosen:
            paginator.per_page = SHOWN
        page = asked_page(self.request, paginator) if chosen else paginator.page(1)
        shown = cards(kind, list(page), shelf=self.shelf, request=self.request)
        return Group(kind=kind, paginator=paginator, page=page, cards=shown)

    def get_chosen(self, groups: list[Group]) -> Group | None:
        return next((group for group in groups if group.kind.name == self.asked.get("kind")), None)


class Suggestions(SearchView):
    """`?q=jar`: up to eight pages with the word in their title, by kind. HTML for the list under the field."""

    template_name = "volunteering/search/_suggestions.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        found = suggest(understand_beginning(self.asked.get("q", "")))
        groups = [(kind, found[kind.name]) for kind in kinds() if kind.name in found]
        number = sum(len(pages) for _kind, pages in groups)
        return super().get_context_data(groups=groups, number=number, **kwargs)
