"""The code that proves an address without following a link: six digits, computed from the sign-up, kept nowhere."""

from django.utils.crypto import constant_time_compare, salted_hmac

from volunteering.applications.models import SignUp

DIGITS = 6


def code_of(typed: SignUp) -> str:
    """ "482 915" without its space; never begins with 0, which some programs would swallow."""
    digest = salted_hmac("volunteering.applications.code", str(typed.pk), algorithm="sha256").hexdigest()
    return str(10 ** (DIGITS - 1) + int(digest, 16) % (9 * 10 ** (DIGITS - 1)))


def is_code_of(typed: SignUp, answer: str) -> bool:
    """Spaces and dashes do not count."""
    return constant_time_compare("".join(figure for figure in answer if figure.isdigit()), code_of(typed))
