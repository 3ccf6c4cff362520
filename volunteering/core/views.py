"""The shapes of our public pages: one thing, or a list of things."""

from typing import Any

from django.core.paginator import EmptyPage, PageNotAnInteger
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.views.generic import View
from wagtail.models import Page

from volunteering.core.pagination import BoundedPage, BoundedPaginator

FRAGMENT_HEADER = "X-Fragment"


class PageView(View):
    """Shows a Wagtail page. `page` is the specific page; previews come here too (`request.is_preview`)."""

    page: Page = None
    template = ""
    http_method_names = ["get", "head", "options"]

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return TemplateResponse(request, self.get_template(), self.get_context_data())

    def get_template(self) -> str:
        return self.template or self.page.get_template(self.request)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return {**self.page.get_context(self.request), **kwargs}


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

    def get_page(self, queryset: QuerySet) -> BoundedPage:
        """The asked page. A number that is none is page 1; one past the end does not exist."""
        asked = self.request.GET.get("page", "1")
        try:
            return BoundedPaginator(queryset).page(int(asked) if asked.isdecimal() else 1)
        except (EmptyPage, PageNotAnInteger) as error:
            raise Http404(str(error)) from error

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        results = self.get_page(self.get_queryset())
        return super().get_context_data(results=results, **kwargs)
