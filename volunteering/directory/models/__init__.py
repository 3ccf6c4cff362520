"""Associations, and who may speak for them."""

from volunteering.directory.models.association import (
    AssociationIndexPage,
    AssociationMixin,
    AssociationPage,
    AssociationQuerySet,
    Kind,
    OpeningHours,
)
from volunteering.directory.models.membership import INVITED_FOR, Invitation, Membership, Role

__all__ = [
    "INVITED_FOR",
    "AssociationIndexPage",
    "AssociationMixin",
    "AssociationPage",
    "AssociationQuerySet",
    "Invitation",
    "Kind",
    "Membership",
    "OpeningHours",
    "Role",
]
