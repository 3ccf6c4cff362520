"""News, found beside what the plugin finds."""

from django.utils.translation import gettext_lazy as _

from home.models import NewsPage
from volunteering.search.registry import SearchKind, Texts, register


def news_texts(news: NewsPage) -> Texts:
    subjects = " ".join(each.name for each in (*news.themes.all(), *news.neighbourhoods.all()))
    return Texts(title=news.title, keywords=f"{news.summary} {subjects}", body=news.plain("body"))


register(
    SearchKind(
        name="news",
        label=_("News"),
        rank=40,
        model=NewsPage,
        found=NewsPage.objects.all,
        order=["-date"],
        for_index=lambda pages: pages.prefetch_related("themes", "neighbourhoods"),
        texts=news_texts,
        cards=lambda pks: NewsPage.objects.filter(pk__in=pks).for_cards(),
        template="home/_found_news.html",
    )
)
