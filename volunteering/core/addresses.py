"""E-mail addresses: which we accept, how two are compared, how staff see one. Pure."""

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

LONGEST = 254  # RFC 5321, 4.5.3.1.3, less the angle brackets
WRITE_AN_ADDRESS = _("Write your e-mail address like this: first.last@example.org")
# Allowed by RFC 5322 inside quotes, and what header injection is made of. No one's real address needs them.
UNWANTED = frozenset('"\\,;:<>()[] ')


def clean_address(text: str) -> str:
    """The address as it is stored and compared: without spaces around it, in lower case.

    Raises ValidationError with a sentence that says how to repair it.
    """
    address = text.strip().lower()
    is_plain = address.isprintable() and not UNWANTED & set(address)
    if len(address) > LONGEST or not is_plain:
        raise ValidationError(WRITE_AN_ADDRESS, code="address")
    validate_email(address)
    return address


def masked(address: str) -> str:
    """ "j…@example.org": enough for staff to say "yes, that one" to the person who calls."""
    local, at, domain = address.partition("@")
    return f"{local[:1]}…@{domain}" if at else ""


def fingerprint(address: str) -> str:
    """The same for the same address, and nothing can be read from it without the site's secret key."""
    return salted_hmac("volunteering.core.addresses", address.strip().lower(), algorithm="sha256").hexdigest()
