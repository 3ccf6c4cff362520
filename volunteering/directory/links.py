"""The links of the directory's mails."""

from datetime import timedelta

from django.urls import reverse
from wagtail.models import Site

from volunteering.core.addresses import fingerprint
from volunteering.core.links import BrokenLink, SignedLink, absolute
from volunteering.directory.models import INVITED_FOR, AssociationPage, Invitation
from volunteering.directory.upkeep import is_voice_of

INVITATION = SignedLink(purpose="directory.invitation", lifetime=INVITED_FOR)
# Whoever finds the mail a year later must still be able to bring the record back.
RECORD = SignedLink(purpose="directory.record", lifetime=timedelta(days=2 * 365))


def invitation_link(invitation: Invitation, site: Site | None) -> str:
    return absolute(reverse("volunteering:accept_invitation", args=[INVITATION.sign(str(invitation.pk))]), site)


def record_link(association: AssociationPage, recipient: str, site: Site | None) -> str:
    """Holds as long as `recipient` is one of those who are asked."""
    return absolute(reverse("volunteering:check_record", args=[record_token(association, recipient)]), site)


def record_token(association: AssociationPage, recipient: str) -> str:
    return RECORD.sign([association.pk, fingerprint(recipient)])


def record_behind(token: str) -> AssociationPage:
    """Raises `BrokenLink`, also when somebody else is asked by now."""
    try:
        key, reader = RECORD.read(token)
    except (ValueError, TypeError) as error:
        raise BrokenLink from error
    page = AssociationPage.objects.filter(pk=key).first()
    if page is None or not is_voice_of(page, reader):
        raise BrokenLink
    return page
