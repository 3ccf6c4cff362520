"""How the verbs on help requests read in Wagtail's history. No name is in them: the entry leads to the row."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.log_actions import LogActionRegistry, LogFormatter

from volunteering.help_requests.models import RevealReason
from volunteering.help_requests.states import OfferVerb, Verb

ASK, ENTER, OFFER, SHOW_ADDRESS, SHOW_PHONE = "ask", "enter", "offer", "show_address", "show_phone"
VERBS = {
    ASK: (gettext_lazy("Ask for a hand"), gettext_lazy("Somebody asked for a hand")),
    ENTER: (
        gettext_lazy("Enter a help request"),
        gettext_lazy("Entered for the person, after the text was read aloud"),
    ),
    Verb.CONFIRM: (gettext_lazy("Confirm a help request"), gettext_lazy("The person confirmed their address")),
    Verb.APPROVE: (gettext_lazy("Approve a help request"), gettext_lazy("Approved")),
    Verb.CORRECT: (gettext_lazy("Correct a help request"), gettext_lazy("What volunteers read was corrected")),
    Verb.REFUSE: (gettext_lazy("Refuse a help request"), gettext_lazy("Refused, with a reason")),
    Verb.MATCH: (gettext_lazy("Match a help request"), gettext_lazy("Somebody comes")),
    Verb.REOPEN: (gettext_lazy("Open a help request again"), gettext_lazy("Whoever was to come does not: open again")),
    Verb.FINISH: (gettext_lazy("Finish a help request"), gettext_lazy("Done")),
    Verb.WITHDRAW: (gettext_lazy("Withdraw a help request"), gettext_lazy("Withdrawn")),
    Verb.EXTEND: (gettext_lazy("Extend a help request"), gettext_lazy("Extended for 30 days")),
    Verb.EXPIRE: (gettext_lazy("Expire a help request"), gettext_lazy("Its term is over")),
    OFFER: (gettext_lazy("Offer a hand"), gettext_lazy("A volunteer offered to come")),
    OfferVerb.DECLINE: (gettext_lazy("Decline an offer of help"), gettext_lazy("An offer was declined")),
    OfferVerb.TAKE_BACK: (gettext_lazy("Take back an offer of help"), gettext_lazy("A volunteer took the offer back")),
    SHOW_ADDRESS: (gettext_lazy("Read an address"), gettext_lazy("The volunteer who comes read the address")),
    SHOW_PHONE: (gettext_lazy("Read a number"), gettext_lazy("The volunteer who comes read the telephone number")),
}
REVEAL = "volunteering.help_request.reveal"


def action_of(verb: str) -> str:
    return f"volunteering.help_request.{verb}"


def register_log_actions(actions: LogActionRegistry) -> None:
    """For the hook of the same name."""
    for verb, (label, message) in VERBS.items():
        actions.register_action(action_of(verb), label, message)
    actions.register_action(REVEAL)(Revealed)


class Revealed(LogFormatter):
    label = gettext_lazy("Read what somebody who asks for a hand wrote")

    def format_message(self, log_entry: Any) -> str:
        reason = dict(RevealReason.choices).get(log_entry.data.get("reason"), "")
        return _("Words, address and contact data read: %(reason)s") % {"reason": reason}

    def format_comment(self, log_entry: Any) -> str:
        return str(log_entry.data.get("words", ""))
