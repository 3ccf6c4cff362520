"""Columns every listing has."""

from datetime import datetime
from typing import Any

from dateutil.relativedelta import relativedelta
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.ui.tables.pages import BulkActionsColumn, PageStatusColumn, PageTitleColumn
from wagtail.models import Page

from volunteering.conf import conf


def stale_before(now: datetime | None = None) -> datetime:
    """Pages last touched before this moment are stale (a setting)."""
    return (now or timezone.now()) - relativedelta(months=conf.STALE_MONTHS)


def is_stale(page: Page) -> bool:
    touched = page.latest_revision_created_at or page.last_published_at or page.first_published_at
    return touched is not None and touched < stale_before()


class TouchedColumn(DateColumn):
    """When it was last touched; a word when that is long ago."""

    cell_template_name = "volunteering/desk/touched_cell.html"

    def get_cell_context_data(self, instance: Page, parent_context: dict[str, Any]) -> dict[str, Any]:
        return {**super().get_cell_context_data(instance, parent_context), "is_stale": is_stale(instance)}


def place_column() -> Column:
    return Column("neighbourhood", label=_("Neighbourhood"), sort_key="neighbourhood__name")


TITLE_COLUMNS = [
    BulkActionsColumn("bulk_actions"),
    PageTitleColumn("title", label=_("Title"), sort_key="title", classname="title", width="26%"),
]
TRAILING_COLUMNS = [
    TouchedColumn(
        "latest_revision_created_at", label=_("Last touched"), sort_key="latest_revision_created_at", width="12%"
    ),
    PageStatusColumn("status", label=_("Status"), sort_key="live", width="10%"),
]
