"""What submissions hold on people, for the register of personal data: who proposed what, and what was written."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from volunteering.moderation.actions.following import forget, withdraw
from volunteering.moderation.models import Answer, Exchange, Side, Submission
from volunteering.moderation.states import EDITABLE, State

NAME = "submissions"
LABEL = _("What you proposed")
ABOUT = _("What you proposed to the city, under which name, what became of it, and what you wrote about it.")
KEPT = _("For six months after it was decided; drafts, for sixty days; an address nobody confirmed, for two.")
ERASED = (
    _("What you proposed and what is not decided yet is withdrawn. What is published stays, as the city’s own."),
    _("Your name, your address, your messages and your answers to the town hall’s questions go."),
)
PROCESSING = _("Proposals of the public")
PURPOSE = _("Reading, answering and publishing what residents and associations propose.")
WHOSE = _("Residents and members of associations who propose something to publish.")
WHAT = _("Name, e-mail, what was typed, messages to the office, answers to its questions and files among them.")
LEGAL_BASIS = _("A task in the public interest: the town tells what its residents do (article 6.1.e of the GDPR).")
RECIPIENTS = _(
    "The two offices that read what is proposed. Published: what the author wrote for that, without their name."
)
NAMES = {
    "title": _("Title"),
    "state": _("State"),
    "first_name": _("First name"),
    "last_name": _("Name"),
    "email": _("E-mail"),
    "began": _("Begun on"),
    "sent": _("Sent on"),
    "charter": _("Charter accepted on"),
    "charter_version": _("Version of the charter"),
    "message": _("Message"),
    "messages": _("Your messages"),
    "answers": _("Your answers to the town hall’s questions"),
    "typed": _("What you wrote in the form"),
}
MODELS = (Submission, Exchange, Answer)


def export_for(email: str) -> list[dict[str, Any]]:
    rows = Submission.objects.of_address(email).order_by("began_at")
    return [_told(row) for row in rows.prefetch_related("exchanges", "extra_answers__question")]


def _told(row: Submission) -> dict[str, Any]:
    own = [line for line in row.exchanges.all() if line.side == Side.AUTHOR and line.words]
    return {
        "title": row.title,
        "state": row.get_state_display(),
        "first_name": row.first_name,
        "last_name": row.last_name,
        "email": row.email,
        "began": row.began_at,
        "sent": row.sent_at,
        "charter": row.charter_accepted_at,
        "charter_version": row.charter_version,
        "message": row.message,
        "messages": [{"written": line.at, "text": line.words} for line in own],
        "answers": [
            {"question": str(each.question), "text": each.text or each.file_name} for each in row.extra_answers.all()
        ],
        "typed": row.answers,
    }


@transaction.atomic
def erase_for(email: str) -> int:
    """Open ones are withdrawn; of what was decided, the row stays for the office's history without anybody in it."""
    found = list(Submission.objects.of_address(email))
    for submission in found:
        if submission.state in EDITABLE:
            withdraw(submission=submission)
        if submission.state in {State.APPROVED, State.REFUSED}:
            _strip(submission)
        else:
            forget(submission=Submission.objects.get(pk=submission.pk))
    return len(found)


def _strip(submission: Submission) -> None:
    """Nothing that says who."""
    Exchange.objects.filter(submission=submission, side=Side.AUTHOR).update(words="")
    Answer.objects.filter(submission=submission).delete()
    nobody = dict.fromkeys(("first_name", "last_name", "email", "message"), "")
    Submission.objects.filter(pk=submission.pk).update(**nobody, user=None, answers={}, confirmed_at=None)


def addresses() -> Iterator[tuple[str, datetime]]:
    yield from Submission.objects.exclude(email="").values_list("email", "began_at").iterator()
