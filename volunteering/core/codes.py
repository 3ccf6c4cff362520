"""Codes that mails carry: six figures, computed from what they are about, kept nowhere."""

from django.utils.crypto import constant_time_compare, salted_hmac

DIGITS = 6


def six_figures(purpose: str, key: str) -> str:
    """ "482 915" without its space, the same for the same purpose and key; never begins with 0, which some programs
    would swallow.
    """
    digest = salted_hmac(f"volunteering.{purpose}", key, algorithm="sha256").hexdigest()
    return str(10 ** (DIGITS - 1) + int(digest, 16) % (9 * 10 ** (DIGITS - 1)))


def spaced(code: str) -> str:
    """ "482 915": as a mail shows it."""
    return f"{code[:3]} {code[3:]}"


def is_code(answer: str, code: str) -> bool:
    """Spaces and dashes do not count."""
    return constant_time_compare("".join(figure for figure in answer if figure.isdigit()), code)
