"""What the admin's flat listings of our page types share: columns, filters, the view, safe exports."""

from volunteering.core.listings.columns import TITLE_COLUMNS, TRAILING_COLUMNS, is_stale, place_column, stale_before
from volunteering.core.listings.filters import ListingFilterSet
from volunteering.core.listings.view import (
    ExplorerView,
    ListingView,
    ListingViewSet,
    OneTypeMixin,
    with_workflow_states,
)

__all__ = [
    "TITLE_COLUMNS",
    "TRAILING_COLUMNS",
    "ExplorerView",
    "ListingFilterSet",
    "ListingView",
    "ListingViewSet",
    "OneTypeMixin",
    "is_stale",
    "place_column",
    "stale_before",
    "with_workflow_states",
]
