"""How the verbs on applications read in Wagtail's site history. No name is in them: the entry leads to the row."""

from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import LogActionRegistry

from volunteering.applications.states import Verb

SIGN_UP, INVITE = "sign_up", "invite"
SHOW_PHONE, HIDE_PHONE = "show_phone", "hide_phone"
REPORT, READ_REPORTED, SETTLE = "report", "read_reported", "settle"
VERBS = {
    SIGN_UP: (_("Sign up"), _("Somebody signed up")),
    INVITE: (_("Invite"), _("Somebody was invited")),
    Verb.DISCUSS: (_("Talk over"), _("The organiser would like to talk first")),
    Verb.ACCEPT: (_("Accept"), _("Accepted")),
    Verb.DECLINE: (_("Decline"), _("Declined")),
    Verb.WITHDRAW: (_("Withdraw"), _("Withdrawn by the volunteer")),
    Verb.CANCEL: (_("Cancel a sign-up"), _("Cancelled")),
    Verb.RESERVE: (_("Offer a place"), _("A freed place was offered")),
    Verb.TAKE: (_("Take a place"), _("The offered place was taken")),
    Verb.QUEUE: (_("Join the waiting list"), _("Joined the waiting list")),
    Verb.EXPIRE: (_("End an offer"), _("The offer ended without an answer")),
    Verb.DONE: (_("Note a presence"), _("Present")),
    Verb.NO_SHOW: (_("Note an absence"), _("Absent")),
    SHOW_PHONE: (_("Show a number"), _("The volunteer showed their number to the organiser")),
    HIDE_PHONE: (_("Hide a number"), _("The volunteer took their number back")),
    READ_REPORTED: (_("Read a reported conversation"), _("A reported conversation was read")),
    SETTLE: (_("Settle a report"), _("A report was settled")),
    REPORT: (_("Report a conversation"), _("A conversation was reported")),
}


def action_of(verb: str) -> str:
    return f"volunteering.application.{verb}"


def register_log_actions(actions: LogActionRegistry) -> None:
    for verb, (label, message) in VERBS.items():
        actions.register_action(action_of(verb), label, message)
