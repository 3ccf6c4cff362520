"""Which pages hold the words somebody typed."""

from django.apps import apps

LONGEST = 100
# Pages read at the most: a word that everything holds narrows nothing.
MOST_HITS = 500


def matching(page_model: str, words: str) -> list[int]:
    """Primary keys of live pages of this type that hold the words. One bounded query.

    The order is explicit: ranking every hit by relevance is quadratic on SQLite.
    """
    pages = apps.get_model(page_model).objects.live().order_by("-first_published_at")
    return [page.pk for page in pages.only("pk").search(words, order_by_relevance=False)[:MOST_HITS]]
