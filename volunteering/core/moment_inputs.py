"""Wagtail's date pickers, writing dates as the editor's language does: 14/06/2027 in French.

Wagtail's own format is one for all languages. A site that has set it (WAGTAIL_DATE_FORMAT) keeps its own.
"""

from typing import Any

from django.conf import settings
from django.utils.formats import get_format
from wagtail.admin.datetimepicker import to_datetimepicker_format
from wagtail.admin.widgets import AdminDateInput, AdminDateTimeInput

DAY, MINUTE = "%d/%m/%Y", "%d/%m/%Y %H:%M"


class _Local:
    """`setting` is Wagtail's, `inputs` Django's list of what the language's form fields read, `wanted` our format."""

    setting: str
    inputs: str
    wanted: str

    def local_format(self) -> str:
        is_read = not hasattr(settings, self.setting) and self.wanted in get_format(self.inputs)
        return self.wanted if is_read else self.format

    def get_config(self) -> dict[str, Any]:
        return {**super().get_config(), "format": to_datetimepicker_format(self.local_format())}

    def format_value(self, value: Any) -> str | None:
        return value.strftime(self.local_format()) if hasattr(value, "strftime") else value


class LocalDateInput(_Local, AdminDateInput):
    setting, inputs, wanted = "WAGTAIL_DATE_FORMAT", "DATE_INPUT_FORMATS", DAY


class LocalDateTimeInput(_Local, AdminDateTimeInput):
    setting, inputs, wanted = "WAGTAIL_DATETIME_FORMAT", "DATETIME_INPUT_FORMATS", MINUTE

    @classmethod
    def instead_of(cls, widget: AdminDateTimeInput) -> "LocalDateTimeInput":
        """For a field of Wagtail's own: opens where `widget` did."""
        return cls(attrs=widget.attrs, js_overlay_parent_selector=widget.js_overlay_parent_selector)
