"""The answers whoever asks for a hand chooses among."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ForWhom(models.TextChoices):
    SELF = "self", _("For me")
    RELATIVE = "relative", _("For somebody close to me")


class Moment(models.TextChoices):
    """When it suits; a precise day may come with it."""

    ANY = "any", _("Any time suits")
    SOON = "soon", _("In the next few days")
    MORNING = "morning", _("On a weekday, in the morning")
    AFTERNOON = "afternoon", _("On a weekday, in the afternoon")
    EVENING = "evening", _("In the evening")
    WEEKEND = "weekend", _("At the weekend")


class Duration(models.IntegerChoices):
    """Minutes, as people guess them."""

    HALF_AN_HOUR = 30, _("Half an hour")
    AN_HOUR = 60, _("An hour")
    TWO_HOURS = 120, _("Two hours")
    HALF_A_DAY = 240, _("Half a day")


class Frequency(models.TextChoices):
    ONCE = "once", _("Once")
    WEEKLY = "weekly", _("Every week")
    FORTNIGHTLY = "fortnightly", _("Every two weeks")
    MONTHLY = "monthly", _("Once a month")


class RevealReason(models.TextChoices):
    """Why an agent of the city looks at what somebody wrote, and at how to reach them."""

    MODERATE = "moderate", _("To say in neutral words what is needed")
    CALL_BACK = "call_back", _("To call the person back")
    NO_EMAIL = "no_email", _("The person has no e-mail: they are told by telephone")
    MATCH = "match", _("To bring the two sides together")
    OTHER = "other", _("Another reason")
