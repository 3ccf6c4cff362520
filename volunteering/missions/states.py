"""Where a mission stands, defined once: here for one mission, in `MissionQuerySet` for the database. Pure."""

from dataclasses import dataclass
from datetime import datetime

from django.db import models
from django.utils.translation import gettext_lazy as _


class State(models.TextChoices):
    """In the words of the public pages. A mission has exactly one."""

    UPCOMING = "upcoming", _("Coming soon")
    ONGOING = "ongoing", _("Under way")
    FULL = "full", _("Full")
    CLOSED = "closed", _("Sign-up closed")
    PAST = "past", _("Over")


@dataclass(frozen=True, kw_only=True)
class Situation:
    """What the state depends on. Datetimes are aware; None means there is no such limit."""

    starts_at: datetime | None
    ends_at: datetime | None
    signup_open: bool
    signup_until: datetime | None
    places_left: int | None

    def state(self, now: datetime) -> State:
        if self.ends_at is not None and self.ends_at <= now:
            return State.PAST
        if not self.signup_open or (self.signup_until is not None and self.signup_until <= now):
            return State.CLOSED
        if self.places_left == 0:
            return State.FULL
        if self.starts_at is not None and self.starts_at > now:
            return State.UPCOMING
        return State.ONGOING
