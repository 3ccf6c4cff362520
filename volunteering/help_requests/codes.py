"""The code that proves the address of a help request without following a link: computed from it, kept nowhere."""

from volunteering.core.codes import is_code, six_figures
from volunteering.help_requests.models import HelpRequest


def code_of(request: HelpRequest) -> str:
    return six_figures("help_requests.code", str(request.pk))


def is_code_of(request: HelpRequest, answer: str) -> bool:
    """Spaces and dashes do not count."""
    return is_code(answer, code_of(request))
