"""What the city overhears from django-allauth."""

from typing import Any

from allauth.account.models import EmailAddress
from allauth.account.signals import authentication_step_completed
from django.contrib.auth.models import AbstractUser
from django.dispatch import receiver


@receiver(authentication_step_completed, dispatch_uid="home.accounts.keep_proven_address")
def keep_proven_address(user: AbstractUser, method: str, **extra: Any) -> None:
    """The code reached the account's own address, so the address is theirs.

    Without it, whoever's account an editor or the seed made would be asked for a second code at once.
    """
    address = extra.get("email", "")
    if method != "code" or not address or address.lower() != user.email.lower():
        return
    is_first = not EmailAddress.objects.filter(user=user, primary=True).exists()
    EmailAddress.objects.get_or_create(
        user=user, email=address.lower(), defaults={"verified": True, "primary": is_first}
    )
