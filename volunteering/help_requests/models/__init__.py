"""Kinds of a hand, requests for one, and offers to give it."""

from volunteering.help_requests.models.choices import Duration, ForWhom, Frequency, Moment, RevealReason
from volunteering.help_requests.models.help_request import HelpRequest
from volunteering.help_requests.models.kind import HelpKind
from volunteering.help_requests.models.offer import ASKER, VOLUNTEER, Offer

__all__ = [
    "ASKER",
    "VOLUNTEER",
    "Duration",
    "ForWhom",
    "Frequency",
    "HelpKind",
    "HelpRequest",
    "Moment",
    "Offer",
    "RevealReason",
]
