"""Who may speak for an association: appointed by the city, or invited by its manager."""

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log
from wagtail.models import Site

from volunteering.core.outbox.actions import post
from volunteering.directory.models import AssociationPage, Invitation, Membership, Role
from volunteering.directory.notifications import Invited


class LastManager(Exception):
    """An association that somebody speaks for keeps a manager: hand over first."""


class SpokenFor(Exception):
    """Somebody speaks for the association already: they invite whoever else does."""


class InvitationOver(Exception):
    """It was accepted, or too long ago."""


@transaction.atomic
def appoint(
    *, association: AssociationPage, user: AbstractBaseUser, role: Role, by: AbstractBaseUser | None
) -> Membership:
    """Whoever belongs already changes roles. Raises `LastManager`."""
    before = Membership.objects.filter(association=association, user_id=user.pk).first()
    if before and before.role == Role.MANAGER and role != Role.MANAGER:
        _keep_a_manager(before)
    membership, _is_new = Membership.objects.update_or_create(
        association=association, user_id=user.pk, defaults={"role": role}
    )
    log(instance=association, action="volunteering.membership.appoint", user=by, data={"role": str(role)})
    return membership


@transaction.atomic
def invite(
    *, association: AssociationPage, email: str, role: Role, by: AbstractBaseUser, site: Site, language: str
) -> Invitation:
    """One mail; the same address again gets a fresh link and the older one ends."""
    Invitation.objects.open().filter(association=association, email=email).delete()
    invitation = Invitation.objects.create(association=association, email=email, role=role)
    about = {"invitation": str(invitation.pk)}
    post(letter=Invited, to=email, about=about, dedup_key=f"Invited:{invitation.pk}", site=site, language=language)
    log(instance=association, action="volunteering.membership.invite", user=by, data={"role": str(role)})
    return invitation


@transaction.atomic
def accept_invitation(*, invitation: Invitation, user: AbstractBaseUser) -> Membership:
    """Raises `InvitationOver`. Whoever belongs already is not made less than they are."""
    taken = Invitation.objects.open().filter(pk=invitation.pk).update(accepted_at=timezone.now())
    if not taken:
        raise InvitationOver
    known = Membership.objects.filter(association=invitation.association, user_id=user.pk).first()
    if known and known.role == Role.MANAGER:
        return known
    return appoint(association=invitation.association, user=user, role=Role(invitation.role), by=user)


@transaction.atomic
def take_charge(*, association: AssociationPage, user: AbstractBaseUser) -> Membership:
    """The first who speaks for it becomes its manager. Raises `SpokenFor` when somebody was quicker."""
    locked = AssociationPage.objects.select_for_update(of=("self",)).get(pk=association.pk)
    if Membership.objects.filter(association=locked).exists():
        raise SpokenFor
    return appoint(association=locked, user=user, role=Role.MANAGER, by=user)


@transaction.atomic
def remove(*, membership: Membership, by: AbstractBaseUser) -> None:
    """Raises `LastManager`."""
    if membership.role == Role.MANAGER:
        _keep_a_manager(membership)
    membership.delete()
    log(instance=membership.association, action="volunteering.membership.remove", user=by)


def _keep_a_manager(leaving: Membership) -> None:
    """Locks them all: of two managers who leave at the same moment, one stays."""
    managers = Membership.objects.select_for_update().filter(association=leaving.association_id).managers()
    if not [each for each in managers if each.pk != leaving.pk]:
        raise LastManager


def purge_invitations() -> int:
    """Forget the addresses of those who never answered. Returns how many went."""
    return Invitation.objects.over().delete()[0]
