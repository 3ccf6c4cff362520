"""What accounts hold on people, for the register of personal data of the app: an address, and when it came."""

from collections.abc import Iterator
from datetime import datetime
from functools import partial
from typing import Any

from allauth.account.models import EmailAddress, EmailConfirmation
from allauth.mfa.models import Authenticator
from django.contrib.auth import get_user_model
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from volunteering.privacy.registry import Known

NAME = "account"
LABEL = _("Account")
ABOUT = _(
    "Your e-mail address, to let you in with a code, and the names of your passkeys. "
    "The accounts of the town hall’s own teams are closed by it."
)
KEPT = _("Until you erase it; one that was never confirmed, for two days.")
ERASED = (_("Your account is closed."),)
PROCESSING = _("Accounts")
PURPOSE = _("Letting people in with a code sent to their address, or with a passkey.")
UNTIL = _("Confirmed ones: until their owner closes them; those of the town hall’s teams, until an administrator does.")
WHOSE = _("Residents and members of associations with an account, and the town hall’s own teams.")
WHAT = _("E-mail, dates of the first and last sign-in, names of passkeys.")
LEGAL_BASIS = _("A task in the public interest: who signs in finds their own data again (article 6.1.e of the GDPR).")
RECIPIENTS = _("The administrators of the site.")
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
    return sum(_close(each.pk) for each in _residents(_of(email)))


def addresses() -> Iterator[tuple[str, datetime]]:
    yield from _residents(get_user_model().objects.exclude(email="")).values_list("email", "date_joined").iterator()


def identities(email: str) -> list[str]:
    return [_identity(each) for each in _residents(_of(email))]


def known() -> Iterator[Known]:
    """Accounts, whatever address they have now."""
    for each in _residents(get_user_model().objects.only("pk", "date_joined")).iterator():
        yield _identity(each), each.date_joined, partial(_close, each.pk)


def _residents(accounts: QuerySet) -> QuerySet:
    return accounts.filter(is_staff=False, is_superuser=False, groups=None, user_permissions=None)


def _identity(account: Any) -> str:
    """With its moment: after a restore, numbers are given again."""
    return f"account:{account.pk}:{account.date_joined.isoformat()}"


def _close(pk: int) -> int:
    return get_user_model().objects.filter(pk=pk).delete()[0]


def _of(email: str) -> QuerySet:
    return get_user_model().objects.filter(email__iexact=email.strip()).exclude(email="")
