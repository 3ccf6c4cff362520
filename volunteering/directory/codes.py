"""The code that the office of an association reads out to whoever claims its record."""

from volunteering.core.codes import is_code, six_figures
from volunteering.directory.models import Claim


def code_of(claim: Claim) -> str:
    return six_figures("directory.claim", str(claim.pk))


def is_code_of(claim: Claim, answer: str) -> bool:
    return is_code(answer, code_of(claim))
