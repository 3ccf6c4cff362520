"""What is told because time passes: the date comes near, it is over, or nobody answers. Each mail leaves once.

Run once a day, after the quiet hours; a day that was missed is caught up with, as far as it still makes sense.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.conf import settings
from django.utils import timezone

from volunteering.applications.models import Application
from volunteering.applications.models.application import ApplicationQuerySet
from volunteering.applications.notifications.reminders import (
    DidItTakePlace,
    NoAnswerYet,
    Reminder,
    StillWaits,
    WereYouThere,
)
from volunteering.applications.notifications.to_organiser import ToOrganiser
from volunteering.applications.notifications.to_volunteer import ToVolunteer
from volunteering.applications.recipients import voices
from volunteering.applications.states import State
from volunteering.core.days import start_of
from volunteering.core.outbox.actions import post

DAY = timedelta(days=1)
# Days before the date, how late it may still leave, and how long ago the yes must be to need a reminder.
WEEK_BEFORE, WEEK_LATE, WEEK_FRESH = 7, 4, timedelta(days=2)
DAY_BEFORE, DAY_LATE, DAY_FRESH = 1, 1, timedelta(hours=12)
LATEST = timedelta(hours=2)
# Days without an answer.
REMIND_ORGANISER, TELL_VOLUNTEER = 7, 15
# How far back a date is still asked about.
ASK_BACK = timedelta(days=7)


def send_reminders() -> int:
    """Returns how many mails were written."""
    now = timezone.now()
    near = _remind(now, days=WEEK_BEFORE, late=WEEK_LATE, fresh=WEEK_FRESH)
    near += _remind(now, days=DAY_BEFORE, late=DAY_LATE, fresh=DAY_FRESH)
    return near + _ask_what_became(now) + _ask_for_answers(now) + _tell_without_answer(now)


def _remind(now: datetime, *, days: int, late: int, fresh: timedelta) -> int:
    """Whoever is expected in so many days, or up to `late` fewer. A date that is moved is a new one."""
    today = timezone.localdate(now)
    since, until = start_of(today + (days - late) * DAY), start_of(today + (days + 1) * DAY)
    expected = Application.objects.filter(state=State.ACCEPTED, changed_at__lte=now - fresh)
    rows = expected.filter(capacity__start__gte=max(since, now + LATEST), capacity__start__lt=until)
    return sum(_tell(Reminder, row, f"{row.capacity.start:%Y-%m-%d}:{days}") for row in _each(rows))


def _ask_what_became(now: datetime) -> int:
    """Each volunteer, and the organiser once per date."""
    rows = Application.objects.filter(state=State.ACCEPTED, capacity__end__lte=now, capacity__end__gt=now - ASK_BACK)
    return sum(_tell(WereYouThere, row, "") + _ask(DidItTakePlace, row, str(row.capacity_id)) for row in _each(rows))


def _unanswered(now: datetime, *, days: int) -> Iterator[Application]:
    waiting = Application.objects.unanswered().filter(answered_at=None, asked_at__lte=now - days * DAY)
    return _each(waiting.exclude(capacity__end__lte=now))


def _ask_for_answers(now: datetime) -> int:
    return sum(_ask(StillWaits, row, str(row.pk)) for row in _unanswered(now, days=REMIND_ORGANISER))


def _tell_without_answer(now: datetime) -> int:
    return sum(_tell(NoAnswerYet, row, "") for row in _unanswered(now, days=TELL_VOLUNTEER))


def _each(rows: ApplicationQuerySet) -> Iterator[Application]:
    """Not where the city has put the mission on hold."""
    rows = rows.exclude(capacity__mission__organiser__suspended_at__isnull=False)
    return rows.told_whole().iterator(chunk_size=500)


def _tell(letter: type[ToVolunteer], row: Application, which: str) -> int:
    if row.volunteer is None or not row.volunteer.email:
        return 0
    whom = {"to": row.volunteer.email, "language": row.volunteer.language, "site": row.mission.get_site()}
    about = {"application": str(row.pk)}
    return int(post(letter=letter, about=about, dedup_key=f"{letter.__name__}:{row.pk}:{which}", **whom))


def _ask(letter: type[ToOrganiser], row: Application, which: str) -> int:
    about, whom = {"application": str(row.pk)}, {"site": row.mission.get_site(), "language": settings.LANGUAGE_CODE}
    keys = {address: f"{letter.__name__}:{which}:{number}" for number, address in enumerate(voices(row.mission))}
    return sum(post(letter=letter, to=to, about=about, dedup_key=key, **whom) for to, key in keys.items())
