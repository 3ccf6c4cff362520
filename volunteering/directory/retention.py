"""How long invitations to speak for an association and claims of its record are kept."""

from dateutil.relativedelta import relativedelta
from django.utils.translation import gettext_lazy as _

from volunteering.core.retention import Retention, register
from volunteering.directory.actions import purge_codes, purge_decided_claims, purge_invitations
from volunteering.directory.models import CODE_FOR, INVITED_FOR, KEEP_DECIDED, Claim, Invitation

register(
    Retention(
        part="associations",
        name="invitations",
        what=_("Invitations to speak for an association"),
        keep_for=INVITED_FOR,
        over=Invitation.objects.over,
        forget=purge_invitations,
    ),
    Retention(
        part="associations",
        name="claims_unproven",
        what=_("Claims of a record whose code nobody typed"),
        keep_for=CODE_FOR,
        over=Claim.objects.never_proven,
        forget=purge_codes,
    ),
    Retention(
        part="associations",
        name="claims",
        what=_("Claims of a record, after the answer"),
        keep_for=relativedelta(months=KEEP_DECIDED),
        over=Claim.objects.decided_over,
        forget=purge_decided_claims,
    ),
)
