"""The code that proves an address without following a link: computed from the sign-up, kept nowhere."""

from volunteering.applications.models import SignUp
from volunteering.core.codes import is_code, six_figures


def code_of(typed: SignUp) -> str:
    return six_figures("applications.code", str(typed.pk))


def is_code_of(typed: SignUp, answer: str) -> bool:
    return is_code(answer, code_of(typed))
