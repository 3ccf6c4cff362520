"""Tables that a spreadsheet program opens without running anything that somebody typed."""

import csv
from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any, ClassVar

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext
from wagtail.admin.views.mixins import Echo
from wagtail.coreutils import multigetattr

from volunteering.core.spreadsheets import BYTE_ORDER_MARK, neutralised


def readable(value: Any) -> Any:
    """As people write it: yes and no in words, moments on the city's clock, to the minute."""
    if isinstance(value, bool):
        return gettext("Yes") if value else gettext("No")
    if isinstance(value, datetime):
        return timezone.make_naive(value).replace(second=0, microsecond=0)
    return value


class SafeExportMixin:
    """Before a Wagtail view that exports."""

    # What the export writes for names of `list_export` that are no attribute.
    export_values: ClassVar[dict[str, Callable[[Any], Any]]] = {}

    def to_row_dict(self, item: Any) -> dict[str, Any]:
        return {
            name: readable(self.export_values[name](item) if name in self.export_values else multigetattr(item, name))
            for name in self.list_export
        }

    def stream_csv(self, queryset: QuerySet) -> Iterator[bytes]:
        writer = csv.DictWriter(Echo(), fieldnames=self.list_export)
        yield BYTE_ORDER_MARK.encode()
        yield writer.writerow({name: neutralised(self.get_heading(queryset, name)) for name in self.list_export})
        for item in queryset:
            yield self.write_csv_row(writer, self.to_row_dict(item))

    def preprocess_field_value(self, field: str, value: Any, export_format: str) -> Any:
        text = super().preprocess_field_value(field, value, export_format)
        # In XLSX a cell that looks like a formula is written as text by Wagtail already.
        return neutralised(text) if export_format == self.FORMAT_CSV else text


class NoExportMixin:
    """Before a Wagtail view that would give a file to whoever looks at it with ?export=csv."""

    show_export_buttons = False

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.is_export = False
