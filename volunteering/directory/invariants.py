"""What the directory promises of who speaks for an association."""

from datetime import timedelta

from django.contrib.auth import get_user_model
from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from volunteering.core.invariants import Invariant, register
from volunteering.directory.actions import purge_claims, purge_invitations
from volunteering.directory.models import AssociationPage, Claim, Invitation, Membership, Role

LATE = timedelta(days=2)


def without_manager() -> QuerySet:
    members = Membership.objects.filter(association=OuterRef("pk"))
    leaderless = Exists(members) & ~Exists(members.filter(role=Role.MANAGER))
    return AssociationPage.objects.filter(leaderless).order_by("pk").values_list("pk", flat=True)


def orphans() -> QuerySet:
    """Databases keep this; copies put together by hand may not."""
    association = AssociationPage.objects.filter(pk=OuterRef("association_id"))
    user = get_user_model().objects.filter(pk=OuterRef("user_id"))
    rows = Membership.objects.filter(~Exists(association) | ~Exists(user))
    return rows.order_by("pk").values_list("pk", flat=True)


def invitations_over() -> QuerySet:
    return Invitation.objects.over(timezone.now() - LATE).order_by("pk").values_list("pk", flat=True)


def claims_over() -> QuerySet:
    return Claim.objects.over(timezone.now() - LATE).order_by("pk").values_list("pk", flat=True)


def retired_and_there() -> QuerySet:
    return AssociationPage.objects.live().filter(retired_at__isnull=False).order_by("pk").values_list("pk", flat=True)


register(
    Invariant(
        name="members_have_a_manager",
        promise=_("An association that somebody speaks for has a manager."),
        broken=without_manager,
    ),
    Invariant(
        name="members_are_somebody",
        promise=_("Whoever speaks for an association has an account, and the association exists."),
        broken=orphans,
    ),
    Invariant(
        name="invitations_forgotten",
        promise=_("Invitations are forgotten when their time is over."),
        broken=invitations_over,
        repair=lambda _invitations: purge_invitations(),
    ),
    Invariant(
        name="claims_forgotten",
        promise=_("Claims of records are forgotten when their time is over."),
        broken=claims_over,
        repair=lambda _claims: purge_claims(),
    ),
    Invariant(
        name="retired_records_are_off",
        promise=_("A record that left the site because nobody confirmed it is not on the site."),
        broken=retired_and_there,
    ),
)
