"""How and for how long one gives a hand, and how one is accepted."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Format(models.TextChoices):
    ON_SITE = "on_site", _("On site")
    REMOTE = "remote", _("From home")
    BOTH = "both", _("On site or from home")


class Commitment(models.TextChoices):
    ONE_OFF = "one_off", _("Once")
    REGULAR = "regular", _("Regularly")
    FLEXIBLE = "flexible", _("When you can")


class Acceptance(models.TextChoices):
    MANUAL = "manual", _("The association answers each person")
    AUTOMATIC = "automatic", _("Everyone is welcome while there are places")
