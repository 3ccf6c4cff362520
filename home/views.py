"""The public face of the city: its front door, its news, its search."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.views.generic import TemplateView

from home.forms import SearchForm
from home.models import NewsIndexPage, NewsPage, NewsQuerySet
from home.search import search
from volunteering.core.views import PageListView, PageView

OTHERS = 3


class Home(PageView):
    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        news = NewsPage.objects.published().for_cards().newest()[:OTHERS]
        index = NewsIndexPage.objects.live().first()
        news_url = index.get_url(self.request) if index else ""
        return super().get_context_data(news=news, news_url=news_url, **kwargs)


class Search(TemplateView):
    """`?q=…` over associations, missions, events and news. Not for other people's search engines."""

    template_name = "home/search.html"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = super().get(request, *args, **kwargs)
        response["X-Robots-Tag"] = "noindex"
        return response

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        form = SearchForm(self.request.GET)
        words = form.cleaned_data["q"] if form.is_valid() else ""
        found = search(words) if words else {}
        return super().get_context_data(form=form, words=words, found=found, is_empty=not any(found.values()), **kwargs)


class News(PageListView):
    fragment_template = "home/_news_list.html"

    def get_queryset(self) -> NewsQuerySet:
        return NewsPage.objects.child_of(self.page).published().for_cards().newest()


class NewsDetail(PageView):
    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        others = NewsPage.objects.published().exclude(pk=self.page.pk).for_cards().newest()[:OTHERS]
        return super().get_context_data(others=others, **kwargs)
