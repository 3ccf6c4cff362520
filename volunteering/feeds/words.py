"""When something takes place, in one line of words, for readers that have no calendar."""

from django.utils import timezone

from volunteering.agenda.models import Occurrence
from volunteering.core.moments import day_in_words, period_in_words, span_in_words
from volunteering.missions.models import MissionPage
from volunteering.missions.queries import FAR_FUTURE


def when(date: Occurrence) -> str:
    """ "Saturday 13 June, 2 pm – 5 pm"."""
    start, end = timezone.localtime(date.start), timezone.localtime(date.end)
    return span_in_words(start, end, all_day=date.all_day, today=timezone.localdate())


def when_needed(mission: MissionPage) -> str:
    """Its period, else the day of its next shift, else nothing."""
    today = timezone.localdate()
    if mission.period_start or mission.period_end:
        return period_in_words(mission.period_start, mission.period_end, today=today)
    return day_in_words(timezone.localdate(mission.sort_at), today=today) if mission.sort_at < FAR_FUTURE else ""
