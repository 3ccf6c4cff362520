"""The answers a volunteer chooses among."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from volunteering.core.weekdays import WEEKDAY_NAMES


class MailFrequency(models.TextChoices):
    """How often we may propose missions. What concerns somebody's own sign-ups always arrives."""

    NEVER = "never", _("Never")
    MONTHLY = "monthly", _("Once a month")
    WEEKLY = "weekly", _("Once a week")


class SkillLevel(models.IntegerChoices):
    NONE = 0, _("Not at all")
    SOME = 1, _("A little")
    GOOD = 2, _("Well")
    EXPERT = 3, _("Very well: I can show others")


class StanceInterest(models.IntegerChoices):
    """What a subject of the city means to somebody. NEVER is a promise: it is not proposed."""

    NEVER = -2, _("Do not propose it to me")
    LITTLE = -1, _("Rather not")
    NEUTRAL = 0, _("No opinion")
    SOME = 1, _("It interests me")
    MUCH = 2, _("It matters to me")


class Slot(models.TextChoices):
    MORNING = "morning", _("Morning")
    AFTERNOON = "afternoon", _("Afternoon")
    EVENING = "evening", _("Evening")


class AgeGroup(models.TextChoices):
    """What the city reads of a year of birth: all that a mission asks is whether somebody is of age."""

    MINOR = "minor", _("Under 18, or 18 this year")
    ADULT = "adult", _("Of age")
    UNKNOWN = "unknown", _("Not known")


class RevealReason(models.TextChoices):
    """Why an agent of the city looks at somebody's contact data."""

    CALL_BACK = "call_back", _("The person asked to be called back")
    URGENT = "urgent", _("Something changes at the last moment")
    NO_EMAIL = "no_email", _("The person has no e-mail: they are told by telephone")
    CHECK = "check", _("To check their data, with them on the telephone")
    OTHER = "other", _("Another reason")


# The week as a grid: "0-morning" is Monday morning.
WEEK = [
    (f"{number}-{slot.value}", f"{day} – {slot.label}") for number, day in enumerate(WEEKDAY_NAMES) for slot in Slot
]
