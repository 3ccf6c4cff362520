"""What everyone may read, as a condition within a larger query: public pages name other pages, whose state differs."""

from functools import reduce
from operator import and_

from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef, Q, Subquery
from wagtail.models import Page, PageViewRestriction


def restricted_paths() -> list[str]:
    """Where the pages are that only some may read; nearly always none. For several querysets at once: `outside`."""
    return list(PageViewRestriction.objects.values_list("page__path", flat=True))


def outside(paths: list[str]) -> Q:
    """Live, and not at or beneath any of these paths."""
    return reduce(and_, (~Q(path__startswith=path) for path in paths), Q(live=True))


def everyone_may_read(page: str = "") -> Q:
    """Live, and under no page with a view restriction. `page` is the relation that leads to the page, if any.

    The same as `.live().public()`, without a query of its own.
    """
    lead = f"{page}__" if page else ""
    path = ExpressionWrapper(OuterRef(f"{lead}path"), output_field=CharField())
    # Asked for by number instead of joined: SQLite would read every page of the site to find the few restricted ones.
    restricted = Subquery(Page.objects.filter(pk=OuterRef("page_id")).values("path"))
    at_or_above = PageViewRestriction.objects.annotate(of=path, beneath=restricted)
    return Q(**{f"{lead}live": True}) & ~Q(Exists(at_or_above.filter(of__startswith=F("beneath"))))
