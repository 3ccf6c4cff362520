"""How the verbs on submissions and reports read in Wagtail's site history. No name is in them."""

from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import LogActionRegistry

from volunteering.moderation.models import Outcome
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


# On the page that was reported: how many, and nothing of whom.
REPORTS = {
    Outcome.KEEP: (_("Answer reports"), _("Reported: nothing to change")),
    Outcome.CORRECT: (_("Answer reports: corrected"), _("Reported, and corrected")),
    Outcome.TAKE_DOWN: (_("Answer reports: taken down"), _("Reported, and taken down")),
}


def report_action(outcome: str) -> str:
    return f"volunteering.report.{outcome}"


def action_of(verb: str) -> str:
    return f"volunteering.submission.{verb}"


def register_log_actions(actions: LogActionRegistry) -> None:
    for verb, (label, message) in VERBS.items():
        actions.register_action(action_of(verb), label, message)
    for outcome, (label, message) in REPORTS.items():
        actions.register_action(report_action(outcome), label, message)
