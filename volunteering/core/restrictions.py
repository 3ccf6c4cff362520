"""What everyone may read, as a condition within a larger query: public pages name other pages, whose state differs."""

from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef, Q
from wagtail.models import PageViewRestriction


def everyone_may_read(page: str = "") -> Q:
    """Live, and under no page with a view restriction. `page` is the relation that leads to the page, if any.

    The same as `.live().public()`, without a query of its own.
    """
    lead = f"{page}__" if page else ""
    path = ExpressionWrapper(OuterRef(f"{lead}path"), output_field=CharField())
    at_or_above = PageViewRestriction.objects.annotate(of=path).filter(of__startswith=F("page__path"))
    return Q(**{f"{lead}live": True}) & ~Q(Exists(at_or_above))
