"""What a failed try means: whose fault, and whether trying again helps. Nothing in it repeats an address."""

import re
from dataclasses import dataclass
from smtplib import SMTPDataError, SMTPNotSupportedError, SMTPRecipientsRefused, SMTPResponseException

from volunteering.core.outbox.models import Failure

ADDRESS = re.compile(r"[^\s<>\"'(),;:]+@[^\s<>\"'(),;:]+")
HIDDEN = "…"
LONGEST = 300


@dataclass(frozen=True, kw_only=True)
class Refusal:
    failure: Failure
    answer: str
    is_final: bool = False


def read_refusal(error: Exception, *, recipient: str) -> Refusal:
    """Final is only what concerns this address or this message (5xx to RCPT or DATA).

    A refused password or sender concerns every mail: giving up would lose them all to one slip in the settings.
    """
    if isinstance(error, SMTPRecipientsRefused):
        code, said = next(iter(error.recipients.values()), (0, b""))
        failure = Failure.ADDRESS if code >= 500 else Failure.LATER
        return Refusal(failure=failure, answer=_quote(code, said, recipient), is_final=code >= 500)
    if isinstance(error, SMTPDataError):
        is_final = error.smtp_code >= 500
        failure = Failure.MESSAGE if is_final else Failure.LATER
        return Refusal(failure=failure, answer=_quote(error.smtp_code, error.smtp_error, recipient), is_final=is_final)
    if isinstance(error, SMTPNotSupportedError):
        return Refusal(failure=Failure.ADDRESS, answer=type(error).__name__, is_final=True)
    if isinstance(error, SMTPResponseException):
        answer = _quote(error.smtp_code, error.smtp_error, recipient)
        return Refusal(failure=Failure.UNREACHABLE, answer=answer)
    return Refusal(failure=Failure.UNREACHABLE, answer=type(error).__name__)


def _quote(code: int, said: bytes | str, recipient: str) -> str:
    """The server's answer in one line. It may repeat the address, or its first half ("no user jeanne here")."""
    text = said.decode(errors="replace") if isinstance(said, bytes) else str(said)
    text = ADDRESS.sub(HIDDEN, " ".join(text.split()))
    local = recipient.partition("@")[0]
    return re.sub(re.escape(local), HIDDEN, f"{code} {text}", flags=re.IGNORECASE)[:LONGEST] if local else text
