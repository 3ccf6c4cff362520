"""What is held on members, for the register of personal data: who speaks for an association, or asked to."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.contrib.auth import get_user_model
from django.utils.translation import gettext_lazy as _

from volunteering.directory.models import Claim, Invitation, Membership

NAME = "associations"
LABEL = _("Associations you speak for")
ABOUT = _("Which association’s space opens for you, which one has invited you, and which record you said is yours.")
KEPT = _("Until somebody ends it; an invitation, for fifteen days; what you claimed, for six months after the answer.")
ERASED = (_("You no longer speak for any association here. You were its only manager? Name another one first."),)
PROCESSING = _("Who speaks for an association")
PURPOSE = _("Letting associations look after their own record, dates and missions.")
UNTIL = _("Who speaks for an association: until somebody ends it, or the account is closed.")
WHOSE = _("People who speak for an association, were invited to, or say that its record is theirs.")
WHAT = _("The association, the role, since when; the e-mail of who is invited; what somebody wrote to claim a record.")
LEGAL_BASIS = _("A task in the public interest: the town lists its associations (article 6.1.e of the GDPR).")
RECIPIENTS = _("The other members of the association, and the town hall’s offices: a masked address.")
NAMES = {
    "association": _("Association"),
    "role": _("As"),
    "since": _("Since"),
    "invited": _("Invited on"),
    "claimed": _("Claimed on"),
    "words": _("In your words"),
    "state": _("State"),
    "reason": _("Reason"),
}
MODELS = (Membership, Invitation, Claim)


def export_for(email: str) -> list[dict[str, Any]]:
    """Memberships, then invitations, then claims."""
    address = email.strip()
    rows = Membership.objects.filter(user__email__iexact=address).select_related("association")
    invitations = Invitation.objects.filter(email=address.lower()).select_related("association")
    claims = Claim.objects.filter(user__email__iexact=address).select_related("association").order_by("asked_at")
    return [
        *({"association": row.association.title, "role": row.get_role_display(), "since": row.since} for row in rows),
        *(
            {"association": row.association.title, "role": row.get_role_display(), "invited": row.invited_at}
            for row in invitations
        ),
        *map(_told, claims),
    ]


def _told(claim: Claim) -> dict[str, Any]:
    return {
        "association": claim.association.title,
        "claimed": claim.asked_at,
        "words": claim.words,
        "state": claim.get_state_display(),
        "reason": claim.reason,
    }


def erase_for(email: str) -> int:
    address = email.strip()
    invitations, _of_models = Invitation.objects.filter(email=address.lower()).delete()
    claims, _of_models = Claim.objects.filter(user__email__iexact=address).delete()
    return invitations + claims + Membership.objects.filter(user__email__iexact=address).delete()[0]


def addresses() -> Iterator[tuple[str, datetime]]:
    yield from Invitation.objects.values_list("email", "invited_at").iterator()
    address = f"user__{get_user_model().get_email_field_name()}"
    for rows, since in ((Membership.objects.all(), "since"), (Claim.objects.all(), "asked_at")):
        yield from rows.exclude(**{address: ""}).values_list(address, since).iterator()
