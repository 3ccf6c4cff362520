"""The shapes of our public pages: one thing, or a list of things."""

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any, ClassVar

from django.core.paginator import EmptyPage, PageNotAnInteger
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.template.loader import get_template
from django.template.response import TemplateResponse
from django.utils.functional import SimpleLazyObject, cached_property
from django.utils.safestring import SafeString
from django.views.generic import View
from wagtail.models import Page

from volunteering.core.filtering import FilterForm, Finder
from volunteering.core.kept import Shelf, put_cards
from volunteering.core.page_cache import keep
from volunteering.core.pagination import BoundedPage, BoundedPaginator
from volunteering.core.pins import pin

FRAGMENT_HEADER = "X-Fragment"


class PageView(View):
    """Shows a Wagtail page. `page` is the specific page; previews come here too (`request.is_preview`)."""

    page: Page = None
    template = ""
    http_method_names = ["get", "head", "options"]

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return keep(TemplateResponse(request, self.get_template(), self.get_context_data()))

    @cached_property
    def shelf(self) -> Shelf:
        return Shelf(self.request)

    def get_template(self) -> str:
        return self.template or self.page.get_template(self.request)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return {**self.page.get_context(self.request), **kwargs}


class DetailView(PageView):
    """One thing. Its content and its description for machines are the same for everybody who may read the page: they
    are kept (`{% kept %}` in the frame), and what they show is looked up only when they are not.
    """

    # What the template is told, by the name of the property that knows it.
    told: ClassVar[tuple[str, ...]] = ()
    is_prepared = False

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        later = {name: SimpleLazyObject(partial(getattr, self, name)) for name in self.told}
        return super().get_context_data(piece=self.piece, **later, **kwargs)

    def piece(self, name: str, make: Callable[[], SafeString]) -> SafeString:
        """What `make` gives, once this page is prepared for it; a preview is made each time."""
        if getattr(self.request, "is_preview", False):
            return self._prepared(make)
        return self.shelf.html("piece", name, self.page.pk, make=partial(self._prepared, make))

    def _prepared(self, make: Callable[[], SafeString]) -> SafeString:
        if not self.is_prepared:
            self.prepare()
            self.is_prepared = True
        return make()

    def prepare(self) -> None:
        """Read together what several pieces show."""


def asked_number(request: HttpRequest) -> int:
    """`?page=2` of a list. What is no number is page 1."""
    asked = request.GET.get("page", "1")
    return int(asked) if asked.isdecimal() else 1


def asked_page(request: HttpRequest, paginator: BoundedPaginator) -> BoundedPage:
    """A page past the end does not exist (404)."""
    try:
        return paginator.page(asked_number(request))
    except (EmptyPage, PageNotAnInteger) as error:
        raise Http404(str(error)) from error


class PageListView(PageView):
    """Shows an index page with a page of its list; the fragment alone when a script swaps it in place."""

    fragment_template: str

    def get_template(self) -> str:
        return self.fragment_template if FRAGMENT_HEADER in self.request.headers else super().get_template()

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = super().get(request, *args, **kwargs)
        response["Vary"] = FRAGMENT_HEADER
        return response

    def get_queryset(self) -> QuerySet:
        raise NotImplementedError

    def get_paginator(self, queryset: QuerySet) -> BoundedPaginator:
        return BoundedPaginator(queryset)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        results = asked_page(self.request, self.get_paginator(self.get_queryset()))
        return super().get_context_data(results=results, **kwargs)


class FilteredListView(PageListView):
    """A list that its address narrows: `whole` is all of it, `filters_class` the questions.

    What was found (`found_template`) depends on the address alone: it is kept, and `fragment_template` puts it on the
    page. Each result has its card made from `card_template`, which calls it `card_name`.
    """

    filters_class: type[FilterForm]
    found_template: str
    card_template: str
    card_name: str

    @cached_property
    def filters(self) -> FilterForm:
        return self.filters_class(self.request.GET)

    @cached_property
    def whole(self) -> QuerySet:
        raise NotImplementedError

    def get_queryset(self) -> QuerySet:
        return self.filters.order(self.filters.narrow(self.whole)).card_rows()

    @cached_property
    def finder(self) -> Finder:
        return Finder(self.filters, self.whole, keep=partial(self.shelf.one, "counts", self.page.pk))

    def get_card_words(self) -> dict[str, Any]:
        """What the cards of this list are told besides."""
        return {"level": 2}

    def get_paginator(self, queryset: QuerySet) -> BoundedPaginator:
        return BoundedPaginator(queryset, total=self.finder.total)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        found = self.shelf.html("found", self.page.pk, self.request.get_full_path(), make=self.render_found)
        return {**PageView.get_context_data(self, **kwargs), "found": found}

    def render_found(self) -> SafeString:
        return get_template(self.found_template).render({**self.get_found(), "request": self.request})

    def get_found(self) -> dict[str, Any]:
        """The context of `found_template`."""
        results = asked_page(self.request, self.get_paginator(self.get_queryset()))
        self.put_cards(results, template=self.card_template, **self.get_card_words())
        return {"results": results, "finder": self.finder, "points": pin(results, self.request)}

    def put_cards(self, items: Iterable[Any], **said: Any) -> None:
        put_cards(items, self.shelf, self.request, name=self.card_name, needs=self.whole.card_needs, **said)
