"""How the verbs on submissions read in Wagtail's site history. No name is in them: the entry leads to the row."""

from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import LogActionRegistry

from volunteering.moderation.states import Verb

WRITE, DOWNLOAD = "write", "download"
VERBS = {
    Verb.SEND: (_("Send"), _("Sent by its author")),
    Verb.WITHDRAW: (_("Withdraw"), _("Withdrawn by its author")),
    Verb.APPROVE: (_("Approve"), _("Approved")),
    Verb.ASK: (_("Ask for a change"), _("A change was asked for")),
    Verb.REFUSE: (_("Refuse"), _("Refused")),
    Verb.UNDO: (_("Take a decision back"), _("The decision was taken back")),
    WRITE: (_("Write to the author"), _("A message was written to the author")),
    DOWNLOAD: (_("Read a file"), _("A file of the author was read")),
}


def action_of(verb: str) -> str:
    return f"volunteering.submission.{verb}"


def register_log_actions(actions: LogActionRegistry) -> None:
    for verb, (label, message) in VERBS.items():
        actions.register_action(action_of(verb), label, message)
