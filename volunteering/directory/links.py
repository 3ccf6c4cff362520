"""The link of an invitation."""

from django.urls import reverse

from volunteering.core.links import SignedLink, absolute
from volunteering.directory.models import INVITED_FOR, Invitation

INVITATION = SignedLink(purpose="directory.invitation", lifetime=INVITED_FOR)


def invitation_link(invitation: Invitation, site) -> str:
    return absolute(reverse("volunteering:accept_invitation", args=[INVITATION.sign(str(invitation.pk))]), site)
