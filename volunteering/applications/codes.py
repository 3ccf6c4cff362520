"""The code that proves an address without following a link (`core.codes`), computed from the sign-up."""

from volunteering.applications.models import SignUp
from volunteering.core.codes import code_for, is_code


def code_of(typed: SignUp) -> str:
    return code_for("applications", str(typed.pk))


def is_code_of(typed: SignUp, answer: str) -> bool:
    return is_code(answer, code_of(typed))
