"""What the city overhears when somebody signs in."""

from typing import Any

from allauth.account.models import EmailAddress
from allauth.account.signals import authentication_step_completed
from django.contrib.auth.models import AbstractUser
from django.contrib.auth.signals import user_logged_in
from django.dispatch import receiver
from django.http import HttpRequest

from home.accounts.passkeys.recent import note_sign_in


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


@receiver(user_logged_in, dispatch_uid="home.accounts.note_sign_in")
def remember_sign_in(user: AbstractUser, request: HttpRequest | None = None, **extra: Any) -> None:
    """When, for what matters; and for the templates, since Wagtail's bar would ask on each page, in two queries.

    Who may enter the admin no more sees no bar.
    """
    if request is not None:
        note_sign_in(request)
        request.session["enters_admin"] = user.has_perm("wagtailadmin.access_admin")
