"""Submissions, what was said about them, and the city's own questions and reasons."""

from volunteering.moderation.models.exchange import EVENT_OF, LONGEST_WORDS, Event, Exchange, Side
from volunteering.moderation.models.question import LARGEST_FILE, Answer, Answering, Question
from volunteering.moderation.models.reason import Decision, ReasonTemplate
from volunteering.moderation.models.submission import DRAFT_FOR, KEEP_FOR, UNCONFIRMED_FOR, Submission
from volunteering.moderation.models.task import ReviewTask

__all__ = [
    "DRAFT_FOR",
    "EVENT_OF",
    "KEEP_FOR",
    "LARGEST_FILE",
    "LONGEST_WORDS",
    "UNCONFIRMED_FOR",
    "Answer",
    "Answering",
    "Decision",
    "Event",
    "Exchange",
    "Question",
    "ReasonTemplate",
    "ReviewTask",
    "Side",
    "Submission",
]
