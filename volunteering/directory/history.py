"""How the verbs on members read in the history of an association's page. No name is in them."""

from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import LogActionRegistry

VERBS = {
    "appoint": (_("Appoint a member"), _("Somebody may speak for the association")),
    "invite": (_("Invite a member"), _("Somebody was invited to speak for the association")),
    "remove": (_("Remove a member"), _("Somebody no longer speaks for the association")),
}


def register_log_actions(actions: LogActionRegistry) -> None:
    for verb, (label, message) in VERBS.items():
        actions.register_action(f"volunteering.membership.{verb}", label, message)
