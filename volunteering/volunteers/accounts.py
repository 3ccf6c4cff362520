"""The volunteer of an account, and whether its address needs no further proof."""

from typing import Any

from volunteering.conf import conf
from volunteering.core.accounts import address_of
from volunteering.volunteers.models import Volunteer


def volunteer_of(user: Any) -> Volunteer | None:
    """`user`: that of a request, signed in or not."""
    if not user.is_authenticated:
        return None
    # Django remembers that there was none, too: they may have said who they are since.
    return getattr(user, "volunteer", None) or Volunteer.objects.filter(user_id=user.pk).first()


def proven_addresses(user: Any) -> list[str]:
    """Those known to belong to whoever is signed in: of the account, and of its volunteer."""
    volunteer = volunteer_of(user)
    known = {volunteer.email} if volunteer and volunteer.confirmed_at else set()
    if conf.ACCOUNTS_PROVE_ADDRESSES:
        known.add(address_of(user).strip().lower())
    return sorted(known - {""})


def is_proven(user: Any) -> bool:
    """Whether this account may act for the volunteer of its address without a mail."""
    if not address_of(user):
        return False
    return (
        conf.ACCOUNTS_PROVE_ADDRESSES or Volunteer.objects.filter(user_id=user.pk, confirmed_at__isnull=False).exists()
    )
