"""schema.org description of a news item."""

from typing import Any

from django.http import HttpRequest

from home.models import NewsPage
from volunteering.feeds.jsonld import IMAGE_SPEC, SCHEMA, describe


@describe.register
def _news(page: NewsPage, request: HttpRequest) -> list[dict[str, Any]]:
    node = {
        "@context": SCHEMA,
        "@type": "NewsArticle",
        "headline": page.title,
        "description": page.summary,
        "url": page.get_full_url(request),
        "datePublished": page.date.isoformat(),
    }
    if page.last_published_at:
        node["dateModified"] = page.last_published_at.isoformat()
    if page.image:
        node["image"] = request.build_absolute_uri(page.image.get_rendition(IMAGE_SPEC).url)
    return [node]
