"""Pages of a list whose cost does not grow with the list."""

from collections.abc import Callable
from functools import cached_property

from django.core.paginator import EmptyPage, PageNotAnInteger
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from volunteering.conf import conf

# No list is as long; a larger number would not fit into a query.
MOST_PAGES = 1_000_000


def capped_count(queryset: QuerySet) -> int:
    """The number of rows, or one more than the cap when there are more."""
    return queryset.order_by()[: conf.COUNT_CAP + 1].count()


class BoundedPaginator:
    """Counts up to a cap and fetches one row more than a page to know whether another follows."""

    def __init__(
        self, queryset: QuerySet, *, per_page: int | None = None, total: Callable[[], int] | None = None
    ) -> None:
        """`total` counts the results where somebody knows them cheaper than the queryset; it may stop past the cap."""
        self.queryset = queryset
        self.per_page = per_page or conf.PAGE_SIZE
        self.total = total or (lambda: capped_count(queryset))

    @cached_property
    def count(self) -> int:
        """The number of results; past the cap, any number above it."""
        return self.total()

    @property
    def is_capped(self) -> bool:
        return self.count > conf.COUNT_CAP

    @property
    def shown_count(self) -> int:
        return min(self.count, conf.COUNT_CAP)

    def page(self, number: int) -> "BoundedPage":
        """Page `number`, from 1. Raises `EmptyPage` past the end."""
        if number < 1:
            raise PageNotAnInteger(_("Pages are numbered from 1."))
        if number > MOST_PAGES:
            raise EmptyPage(_("This page of the list does not exist."))
        first = (number - 1) * self.per_page
        rows = list(self.queryset[first : first + self.per_page + 1])
        if not rows and number > 1:
            raise EmptyPage(_("This page of the list does not exist."))
        return BoundedPage(self, number, rows)


class BoundedPage:
    """One page: iterate over it; `previous` and `next` are page numbers or None."""

    def __init__(self, paginator: BoundedPaginator, number: int, rows: list) -> None:
        self.paginator = paginator
        self.number = number
        self.object_list = rows[: paginator.per_page]
        self.previous = number - 1 if number > 1 else None
        self.next = number + 1 if len(rows) > paginator.per_page else None

    def __iter__(self):
        return iter(self.object_list)

    def __len__(self) -> int:
        return len(self.object_list)
