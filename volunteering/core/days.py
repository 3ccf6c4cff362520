"""Days and stretches of days as people ask for them: today, this weekend. In the site's zone, as aware moments."""

from datetime import date, datetime, time, timedelta

from dateutil.relativedelta import relativedelta
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from volunteering.core.moments import coming_weekend

Span = tuple[datetime, datetime | None]


class When(models.TextChoices):
    """The answers one tap away."""

    TODAY = "today", _("Today")
    WEEKEND = "weekend", _("This weekend")
    WEEK = "week", _("This week")
    MONTH = "month", _("This month")


def start_of(day: date) -> datetime:
    """The first moment of a day in the site's zone."""
    return timezone.make_aware(datetime.combine(day, time.min), timezone.get_default_timezone())


def months_before(now: datetime, number: int) -> datetime:
    """The same hour on the wall clock so many months earlier; on the last day of a month that is too short."""
    return timezone.localtime(now, timezone.get_default_timezone()) - relativedelta(months=number)


def span_of(when: When, now: datetime) -> Span:
    """From when (never before `now`) until when (exclusive)."""
    today = timezone.localdate(now, timezone.get_default_timezone())
    first = coming_weekend(today) if when == When.WEEKEND else today
    return max(now, start_of(first)), start_of(_day_after(when, today))


def span_between(first: date | None, last: date | None, now: datetime) -> Span:
    """The whole of both days; never before `now`, without an end when there is no last day."""
    since = max(now, start_of(first)) if first else now
    return since, start_of(last + timedelta(days=1)) if last else None


def _day_after(when: When, today: date) -> date:
    """The first day that is not meant any more."""
    if when == When.TODAY:
        return today + timedelta(days=1)
    if when == When.MONTH:
        return (today.replace(day=1) + timedelta(days=31)).replace(day=1)
    return today + timedelta(days=7 - today.weekday())
