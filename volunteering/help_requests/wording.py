"""A wish in words: when, for how long, how often."""

from django.utils import timezone
from django.utils.text import capfirst

from volunteering.core.moments import day_in_words
from volunteering.help_requests.models import Frequency, HelpRequest


def when(request: HelpRequest) -> str:
    """ "Saturday 14 March · At the weekend", "Any time suits"."""
    said = str(request.get_moment_display())
    if request.day is None:
        return said
    return f"{capfirst(day_in_words(request.day, today=timezone.localdate()))} · {said}"


def how_much(request: HelpRequest) -> str:
    """ "An hour", "Half an hour · Every week"."""
    duration = str(request.get_duration_display())
    return duration if request.frequency == Frequency.ONCE else f"{duration} · {request.get_frequency_display()}"
