"""Associations, and who may speak for them."""

from volunteering.directory.models.association import (
    AssociationIndexPage,
    AssociationMixin,
    AssociationPage,
    AssociationQuerySet,
    Kind,
    OpeningHours,
    kept_records,
)
from volunteering.directory.models.claim import CODE_FOR, KEEP_DECIDED, Claim, ClaimState
from volunteering.directory.models.membership import INVITED_FOR, Invitation, Membership, Role

__all__ = [
    "CODE_FOR",
    "INVITED_FOR",
    "KEEP_DECIDED",
    "AssociationIndexPage",
    "AssociationMixin",
    "AssociationPage",
    "AssociationQuerySet",
    "Claim",
    "ClaimState",
    "Invitation",
    "Kind",
    "Membership",
    "OpeningHours",
    "Role",
    "kept_records",
]
