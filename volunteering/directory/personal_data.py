"""What is held on members, for the register of personal data: that an account speaks for an association."""

from typing import Any

from volunteering.directory.models import INVITED_FOR, Invitation, Membership

# Of an invitation; a membership stays until somebody ends it or the account goes.
KEEP_FOR = INVITED_FOR


def export_for(email: str) -> list[dict[str, Any]]:
    rows = Membership.objects.filter(user__email__iexact=email.strip()).select_related("association")
    return [{"association": row.association.title, "role": row.get_role_display(), "since": row.since} for row in rows]


def erase_for(email: str) -> int:
    address = email.strip()
    invitations, _models = Invitation.objects.filter(email=address.lower()).delete()
    return invitations + Membership.objects.filter(user__email__iexact=address).delete()[0]
