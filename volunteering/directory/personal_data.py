"""What is held on members, for the register of personal data: that an account speaks for an association."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from volunteering.directory.models import INVITED_FOR, Invitation, Membership

NAME = "associations"
LABEL = _("Associations you speak for")
ABOUT = _("Which association’s space opens for you, and which one has invited you.")
KEPT = _("Until somebody ends it; an invitation, for fifteen days.")
ERASED = (_("You no longer speak for any association here. You were its only manager? Name another one first."),)
# Of an invitation; a membership stays until somebody ends it or the account goes.
KEEP_FOR = INVITED_FOR
NAMES = {"association": _("Association"), "role": _("As"), "since": _("Since"), "invited": _("Invited on")}
MODELS = (Membership, Invitation)


def export_for(email: str) -> list[dict[str, Any]]:
    """Memberships, then invitations."""
    address = email.strip()
    rows = Membership.objects.filter(user__email__iexact=address).select_related("association")
    invitations = Invitation.objects.filter(email=address.lower()).select_related("association")
    return [
        *({"association": row.association.title, "role": row.get_role_display(), "since": row.since} for row in rows),
        *(
            {"association": row.association.title, "role": row.get_role_display(), "invited": row.invited_at}
            for row in invitations
        ),
    ]


def erase_for(email: str) -> int:
    address = email.strip()
    invitations, _of_models = Invitation.objects.filter(email=address.lower()).delete()
    return invitations + Membership.objects.filter(user__email__iexact=address).delete()[0]
