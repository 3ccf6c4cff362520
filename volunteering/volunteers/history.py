"""How the verbs on volunteers read in Wagtail's history. No name is in them: the entry leads to the row."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.log_actions import LogActionRegistry, LogFormatter

from volunteering.volunteers.models import RevealReason, Volunteer

ENTER = "volunteering.volunteer.enter"
DESCRIBE = "volunteering.volunteer.describe"
CORRECT = "volunteering.volunteer.correct"
REVEAL = "volunteering.volunteer.reveal"
EXPORT = "volunteering.volunteer.export"


def register_log_actions(actions: LogActionRegistry) -> None:
    """For the hook of the same name."""
    actions.register_action(ENTER, gettext_lazy("Enter a volunteer"), gettext_lazy("Entered for the person"))
    actions.register_action(DESCRIBE)(Described)
    actions.register_action(CORRECT)(Corrected)
    actions.register_action(REVEAL)(Revealed)
    actions.register_action(EXPORT)(Exported)


class Described(LogFormatter):
    label = gettext_lazy("Fill in one’s own profile")

    def format_message(self, log_entry: Any) -> str:
        fields = _fields(log_entry)
        return _("Filled in by the person: %(fields)s") % {"fields": fields} if fields else _("Filled in by the person")


class Corrected(LogFormatter):
    label = gettext_lazy("Correct a volunteer")

    def format_message(self, log_entry: Any) -> str:
        return _("Corrected for the person: %(fields)s") % {"fields": _fields(log_entry)}


class Revealed(LogFormatter):
    label = gettext_lazy("Show contact data")

    def format_message(self, log_entry: Any) -> str:
        reason = dict(RevealReason.choices).get(log_entry.data.get("reason"), "")
        return _("Contact data shown: %(reason)s") % {"reason": reason}

    def format_comment(self, log_entry: Any) -> str:
        return str(log_entry.data.get("words", ""))


class Exported(LogFormatter):
    label = gettext_lazy("Export volunteers")

    def format_message(self, log_entry: Any) -> str:
        return _("List of volunteers exported: %(rows)s rows") % {"rows": log_entry.data.get("rows", 0)}

    def format_comment(self, log_entry: Any) -> str:
        return str(log_entry.data.get("reason", ""))


def _fields(log_entry: Any) -> str:
    names = log_entry.data.get("fields", [])
    return ", ".join(str(Volunteer._meta.get_field(name).verbose_name) for name in names)
