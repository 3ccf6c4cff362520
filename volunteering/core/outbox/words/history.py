"""How the changes of mails read in Wagtail's site history, and where an entry leads."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.log_actions import LogActionRegistry, LogFormatter

from volunteering.core.outbox.words.actions import RESET, REWORD
from volunteering.core.outbox.words.models import MailWords

PERMISSION = "volunteering.change_mailwords"


def register_log_actions(actions: LogActionRegistry) -> None:
    """For the hook of the same name."""
    actions.register_action(REWORD)(Reworded)
    actions.register_action(RESET)(Reset)


class Reworded(LogFormatter):
    label = gettext_lazy("Reword a mail")

    def format_message(self, log_entry: Any) -> str:
        return _("The mail has words of the city’s own.")

    def format_comment(self, log_entry: Any) -> str:
        return " … ".join(filter(None, (log_entry.data.get("opening"), log_entry.data.get("closing"))))


class Reset(Reworded):
    label = gettext_lazy("Reset a mail")

    def format_message(self, log_entry: Any) -> str:
        return _("The mail has the delivered words again. Before:")


class MailWordsFinder:
    """For the links of the site history; without a user, whoever may."""

    def __init__(self, user: Any = None) -> None:
        self.user = user

    def get_edit_url(self, words: MailWords) -> str | None:
        if self.user and not self.user.has_perm(PERMISSION):
            return None
        return reverse("volunteering_desk:mail_words", args=[words.letter, words.language])
