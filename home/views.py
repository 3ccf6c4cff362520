"""The public face of the city: its front door, its news."""

from typing import Any

from home.models import NewsIndexPage, NewsPage, NewsQuerySet
from volunteering.core.views import PageListView, PageView

OTHERS = 3


class Home(PageView):
    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        news = NewsPage.objects.published().for_cards().newest()[:OTHERS]
        index = NewsIndexPage.objects.live().first()
        news_url = index.get_url(self.request) if index else ""
        return super().get_context_data(news=news, news_url=news_url, **kwargs)


class News(PageListView):
    fragment_template = "home/_news_list.html"

    def get_queryset(self) -> NewsQuerySet:
        return NewsPage.objects.child_of(self.page).published().for_cards().newest()


class NewsDetail(PageView):
    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        others = NewsPage.objects.published().exclude(pk=self.page.pk).for_cards().newest()[:OTHERS]
        return super().get_context_data(others=others, **kwargs)
