"""The languages an association may welcome people in (ISO 639-1, plus French sign language)."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Language(models.TextChoices):
    FRENCH = "fr", _("French")
    SIGN = "fsl", _("French sign language")
    ARABIC = "ar", _("Arabic")
    ARMENIAN = "hy", _("Armenian")
    CHINESE = "zh", _("Chinese")
    DARI = "fa", _("Persian")
    ENGLISH = "en", _("English")
    GERMAN = "de", _("German")
    ITALIAN = "it", _("Italian")
    KABYLE = "kab", _("Kabyle")
    POLISH = "pl", _("Polish")
    PORTUGUESE = "pt", _("Portuguese")
    ROMANIAN = "ro", _("Romanian")
    RUSSIAN = "ru", _("Russian")
    SPANISH = "es", _("Spanish")
    TURKISH = "tr", _("Turkish")
    UKRAINIAN = "uk", _("Ukrainian")
    WOLOF = "wo", _("Wolof")
