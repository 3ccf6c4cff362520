"""Verbs of the directory: who speaks for an association, and what becomes of its record."""

from volunteering.directory.actions.checking import NotOnTheSite, check_records, confirm_record, note_published
from volunteering.directory.actions.claiming import (
    ClaimOver,
    accept_claim,
    ask_for_code,
    ask_the_city,
    prove_claim,
    purge_claims,
    purge_codes,
    purge_decided_claims,
    refuse_claim,
)
from volunteering.directory.actions.members import (
    InvitationOver,
    LastManager,
    SpokenFor,
    accept_invitation,
    appoint,
    invite,
    purge_invitations,
    remove,
    take_charge,
)
from volunteering.directory.actions.merging import CannotMerge, can_redirect, gains, merge_records, why_not
from volunteering.directory.actions.suspending import AlreadySo, lift_suspension, suspend

__all__ = [
    "AlreadySo",
    "CannotMerge",
    "ClaimOver",
    "InvitationOver",
    "LastManager",
    "NotOnTheSite",
    "SpokenFor",
    "accept_claim",
    "accept_invitation",
    "appoint",
    "ask_for_code",
    "ask_the_city",
    "can_redirect",
    "check_records",
    "confirm_record",
    "gains",
    "invite",
    "lift_suspension",
    "merge_records",
    "note_published",
    "prove_claim",
    "purge_claims",
    "purge_codes",
    "purge_decided_claims",
    "purge_invitations",
    "refuse_claim",
    "remove",
    "suspend",
    "take_charge",
    "why_not",
]
