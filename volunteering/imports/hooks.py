"""What the editors' desk wires: the menu item, the screens' addresses, the words of the history."""

from django.urls import URLPattern, URLResolver, include, path, reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.menu import MenuItem
from wagtail.log_actions import LogActionRegistry, LogFormatter
from wagtail.models import ModelLogEntry, PageLogEntry

from volunteering.imports import admin_urls as urls
from volunteering.imports.access import may_import
from volunteering.imports.models import Source
from volunteering.imports.page_fields import field_label
from volunteering.imports.writing import IMPORTED, WITHDRAWN

LogEntry = PageLogEntry | ModelLogEntry


class ImportsMenuItem(MenuItem):
    def is_shown(self, request) -> bool:
        return may_import(request.user)


def menu_item(order: int = 900) -> MenuItem:
    """For the engagement group of the admin's menu."""
    return ImportsMenuItem(
        gettext_lazy("Imports"), reverse("volunteering_imports:index"), icon_name="download", order=order
    )


def admin_urls() -> list[URLPattern | URLResolver]:
    """For the hook `register_admin_urls`."""
    return [path("volunteering/imports/", include(urls, namespace="volunteering_imports"))]


def register_log_actions(actions: LogActionRegistry) -> None:
    """For the hook of the same name."""
    actions.register_action(IMPORTED)(Imported)
    actions.register_action(WITHDRAWN)(Withdrawn)


class Imported(LogFormatter):
    label = gettext_lazy("Import")

    def format_message(self, log_entry: LogEntry) -> str:
        source = _source(log_entry)
        if log_entry.data.get("created"):
            return _("Imported from %(source)s") % {"source": source}
        model = log_entry.content_type.model_class()
        names = ", ".join(field_label(model, name) for name in log_entry.data.get("fields", []))
        return _("Updated from %(source)s: %(fields)s") % {"source": source, "fields": names or "–"}


class Withdrawn(LogFormatter):
    label = gettext_lazy("Import: unpublish")

    def format_message(self, log_entry: LogEntry) -> str:
        return _("Unpublished by the import from %(source)s") % {"source": _source(log_entry)}

    def format_comment(self, log_entry: LogEntry) -> str:
        return str(log_entry.data.get("reason", ""))


def _source(log_entry: LogEntry) -> str:
    return capfirst(str(Source(log_entry.data["source"]).label))
