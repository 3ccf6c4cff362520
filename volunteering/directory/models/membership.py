"""Who may speak for an association, on the public site. Nobody gets into the admin by it."""

import uuid
from datetime import datetime, timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from volunteering.core.addresses import LONGEST, masked
from volunteering.directory.models.association import AssociationPage

INVITED_FOR = timedelta(days=15)


class Role(models.TextChoices):
    MANAGER = "manager", _("Manager")
    MEMBER = "member", _("Member")


class MembershipQuerySet(models.QuerySet):
    def managers(self) -> "MembershipQuerySet":
        return self.filter(role=Role.MANAGER)


class Membership(models.Model):
    """A manager also says who else belongs. An association has at least one, or nobody yet."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    association = models.ForeignKey(AssociationPage, on_delete=models.CASCADE, related_name="memberships")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="memberships")
    role = models.CharField(_("role"), max_length=10, choices=Role.choices, default=Role.MEMBER)
    since = models.DateTimeField(_("since"), default=timezone.now)

    objects = MembershipQuerySet.as_manager()

    class Meta:
        verbose_name = _("member of an association")
        verbose_name_plural = _("members of associations")
        ordering = ["since"]
        constraints = [
            models.UniqueConstraint(
                fields=["association", "user"],
                name="membership_once",
                violation_error_message=_("This person belongs to the association already."),
            )
        ]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def masked_address(self) -> str:
        """Enough to tell one's colleagues apart."""
        return masked(getattr(self.user, self.user.get_email_field_name()) or "")


class InvitationQuerySet(models.QuerySet):
    def open(self, now: datetime | None = None) -> "InvitationQuerySet":
        return self.filter(accepted_at=None, invited_at__gt=(now or timezone.now()) - INVITED_FOR)

    def over(self, now: datetime | None = None) -> "InvitationQuerySet":
        return self.filter(invited_at__lte=(now or timezone.now()) - INVITED_FOR)


class Invitation(models.Model):
    """Asks somebody by mail to belong. Whoever holds its link accepts it with an account of their own."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    association = models.ForeignKey(AssociationPage, on_delete=models.CASCADE, related_name="invitations")
    email = models.EmailField(max_length=LONGEST)
    role = models.CharField(_("role"), max_length=10, choices=Role.choices, default=Role.MEMBER)
    invited_at = models.DateTimeField(default=timezone.now)
    accepted_at = models.DateTimeField(null=True)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        verbose_name = _("invitation to an association")
        verbose_name_plural = _("invitations to associations")
        indexes = [models.Index(fields=["invited_at"], name="invitation_invited")]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def masked_address(self) -> str:
        return masked(self.email)
