"""How the verbs on members and records read in the history of an association's page. No name is in them."""

from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import LogActionRegistry

VERBS = {
    "membership.appoint": (_("Appoint a member"), _("Somebody may speak for the association")),
    "membership.invite": (_("Invite a member"), _("Somebody was invited to speak for the association")),
    "membership.remove": (_("Remove a member"), _("Somebody no longer speaks for the association")),
    "claim.ask": (_("Claim a record"), _("Somebody asked the city to speak for the association")),
    "claim.prove": (_("Claim a record by code"), _("Somebody typed the code sent to the office")),
    "claim.accept": (_("Accept a claim"), _("The city accepted a claim")),
    "claim.refuse": (_("Refuse a claim"), _("The city refused a claim")),
    "record.confirm": (_("Confirm a record"), _("The record was confirmed: all is right")),
    "record.stale": (_("Mark a record as not confirmed"), _("Two notices stayed without an answer")),
    "record.retire": (_("Take a record off"), _("Taken off the site: nobody confirmed it")),
    "record.put_back": (_("Bring a record back"), _("Public again as it was")),
    "record.suspend": (_("Suspend an association"), _("Suspended: the record and its missions are off the site")),
    "record.lift": (_("Lift a suspension"), _("The suspension was lifted")),
    "record.merge": (_("Merge two records"), _("Two records of this association became one")),
    "mission.hold": (_("Hold a mission"), _("Off the site: its association is suspended")),
    "mission.put_back": (_("Bring a mission back"), _("Public again: the suspension was lifted")),
}


def register_log_actions(actions: LogActionRegistry) -> None:
    for verb, (label, message) in VERBS.items():
        actions.register_action(f"volunteering.{verb}", label, message)
