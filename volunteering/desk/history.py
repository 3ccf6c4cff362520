"""How our verbs read in Wagtail's history of a page and in the site history."""

from typing import Any

from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.log_actions import LogActionRegistry, LogFormatter

from volunteering.core.moments import day_in_words

# action: its label in the filter, its sentence, and where the sentence has the editor's words.
VERBS: dict[str, tuple[Promise, Promise, str]] = {
    "volunteering.occurrence.cancel": (
        gettext_lazy("Cancel one date"),
        gettext_lazy("Cancelled one date: %(date)s. %(words)s"),
        "reason",
    ),
    "volunteering.occurrence.restore": (
        gettext_lazy("Restore one date"),
        gettext_lazy("Restored one date: %(date)s. %(words)s"),
        "",
    ),
    "volunteering.occurrence.move": (
        gettext_lazy("Move one date"),
        gettext_lazy("Moved one date: %(date)s. %(words)s"),
        "reason",
    ),
    "volunteering.occurrence.annotate": (
        gettext_lazy("Annotate one date"),
        gettext_lazy("Noted on one date: %(date)s. %(words)s"),
        "note",
    ),
}


def register_log_actions(actions: LogActionRegistry) -> None:
    for action, (label, sentence, words) in VERBS.items():
        says = {"label": label, "sentence": sentence, "words": words}
        actions.register_action(action)(type("OccurrenceFormatter", (OccurrenceFormatter,), says))


class OccurrenceFormatter(LogFormatter):
    sentence: Promise
    words: str

    def format_message(self, log_entry: Any) -> str:
        moment = parse_datetime(log_entry.data.get("date", ""))
        day = day_in_words(timezone.localdate(moment), today=timezone.localdate()) if moment else _("unknown date")
        return (self.sentence % {"date": day, "words": log_entry.data.get(self.words, "")}).strip()
