"""What volunteers overhear."""

from typing import Any

from django.contrib.auth.signals import user_logged_in
from django.dispatch import receiver

from volunteering.core.accounts import address_of
from volunteering.volunteers.accounts import is_proven
from volunteering.volunteers.actions import welcome


@receiver(user_logged_in, dispatch_uid="volunteering.volunteers.welcome")
def see_them_again(user: Any, **kwargs: Any) -> None:
    """Signing in says that somebody is still there; and who signed up by mail before finds it all in their account."""
    welcome(user=user, email=address_of(user) if is_proven(user) else "")
