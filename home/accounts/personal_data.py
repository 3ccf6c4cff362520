"""What accounts hold on people, for the register of personal data of the app: an address, and when it came."""

from datetime import timedelta
from typing import Any

from allauth.account.models import EmailAddress, EmailConfirmation
from allauth.mfa.models import Authenticator
from django.contrib.auth import get_user_model
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from home.accounts.actions import UNCONFIRMED_FOR

NAME = "account"
LABEL = _("Account")
ABOUT = _(
    "Your e-mail address, to let you in with a code, and the names of your passkeys. "
    "The accounts of the town hall’s own teams are closed by it."
)
KEPT = _("Until you erase it; one that was never confirmed, for two days.")
ERASED = (_("Your account is closed."),)
KEEP_FOR: timedelta = UNCONFIRMED_FOR
NAMES = {
    "email": _("E-mail"),
    "since": _("Since"),
    "last_sign_in": _("Last sign-in"),
    "passkey": _("Passkey"),
    "added": _("Added"),
    "last_used": _("Last used"),
}
MODELS = (get_user_model(), EmailAddress, EmailConfirmation, Authenticator)


def export_for(email: str) -> list[dict[str, Any]]:
    """Of a passkey its name and dates: its key is the telephone's, and what we keep of it says nothing of anybody."""
    accounts = _of(email)
    passkeys = Authenticator.objects.filter(user__in=accounts).order_by("created_at", "pk")
    held = [{"email": each.email, "since": each.date_joined, "last_sign_in": each.last_login} for each in accounts]
    return held + [
        {"passkey": str(each), "added": each.created_at, "last_used": each.last_used_at} for each in passkeys
    ]


def erase_for(email: str) -> int:
    """Not those of editors and agents: what they did in the admin stays theirs."""
    residents = _of(email).filter(is_staff=False, is_superuser=False, groups=None, user_permissions=None)
    return get_user_model().objects.filter(pk__in=list(residents.values_list("pk", flat=True))).delete()[0]


def _of(email: str) -> QuerySet:
    return get_user_model().objects.filter(email__iexact=email.strip()).exclude(email="")
