"""What an account says of whoever is signed in."""

from typing import Any

from volunteering.conf import conf


def address_of(user: Any) -> str:
    """That of the account; empty when nobody is signed in."""
    return getattr(user, user.get_email_field_name(), "") or "" if user.is_authenticated else ""


def is_reached(user: Any) -> bool:
    """Whether the account has an address that is known to be its owner's, without asking any domain."""
    return conf.ACCOUNTS_PROVE_ADDRESSES and bool(address_of(user))
