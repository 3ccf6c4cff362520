"""What reports hold on people, for the register of personal data: an address to answer, and what was written."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from volunteering.moderation.models import Report

NAME = "reports"
LABEL = _("What you reported")
ABOUT = _("Which page you reported and why, and your address if you wanted an answer.")
KEPT = _("For six months after it was decided.")
ERASED = (
    _("Your address and your words go. That somebody reported the page, and the reason, stay for the town hall."),
)
PROCESSING = _("Reports of public pages")
PURPOSE = _("Correcting or taking down what is wrong, and answering whoever said so.")
WHOSE = _("Visitors who report a page.")
WHAT = _("The page, the reason, what was written, the e-mail where an answer is wanted.")
LEGAL_BASIS = _("A legal obligation: whoever publishes takes reports (articles 6.1.c of the GDPR and 16 of the DSA).")
RECIPIENTS = _("The two offices that answer reports. Nobody else learns who reported.")
NAMES = {
    "page": _("Page"),
    "reason": _("Reason"),
    "words": _("What you wrote"),
    "email": _("E-mail"),
    "reported": _("Reported on"),
    "decision": _("Decision"),
    "answer": _("What the town hall answered"),
}
MODELS = (Report,)


def export_for(email: str) -> list[dict[str, Any]]:
    rows = Report.objects.of_address(email).select_related("decision").order_by("reported_at", "pk")
    return [
        {
            "page": row.title,
            "reason": row.get_reason_display(),
            "words": row.words,
            "email": row.email,
            "reported": row.reported_at,
            "decision": row.decision.get_outcome_display() if row.decision else "",
            "answer": row.decision.words if row.decision else "",
        }
        for row in rows
    ]


def erase_for(email: str) -> int:
    return Report.objects.of_address(email).update(email="", words="")


def addresses() -> Iterator[tuple[str, datetime]]:
    yield from Report.objects.exclude(email="").values_list("email", "reported_at").iterator()
