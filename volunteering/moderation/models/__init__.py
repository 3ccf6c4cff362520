"""Submissions, what was said about them, the city's own questions and reasons; reports of what is public."""

from volunteering.moderation.models.exchange import EVENT_OF, LONGEST_WORDS, Event, Exchange, Side
from volunteering.moderation.models.question import LARGEST_FILE, Answer, Answering, Question
from volunteering.moderation.models.reason import ON_REPORTS, ON_SUBMISSIONS, Decision, ReasonTemplate, reasons_for
from volunteering.moderation.models.report import (
    LATE_AFTER,
    REPORTS_KEPT_FOR,
    Outcome,
    Report,
    ReportDecision,
    ReportReason,
)
from volunteering.moderation.models.submission import DRAFT_FOR, KEEP_FOR, UNCONFIRMED_FOR, Submission
from volunteering.moderation.models.task import ReviewTask

__all__ = [
    "DRAFT_FOR",
    "EVENT_OF",
    "KEEP_FOR",
    "LARGEST_FILE",
    "LATE_AFTER",
    "LONGEST_WORDS",
    "ON_REPORTS",
    "ON_SUBMISSIONS",
    "REPORTS_KEPT_FOR",
    "UNCONFIRMED_FOR",
    "Answer",
    "Answering",
    "Decision",
    "Event",
    "Exchange",
    "Outcome",
    "Question",
    "ReasonTemplate",
    "Report",
    "ReportDecision",
    "ReportReason",
    "ReviewTask",
    "Side",
    "Submission",
    "reasons_for",
]
