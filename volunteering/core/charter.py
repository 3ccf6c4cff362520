"""Which text of the charter somebody accepted: every text that was in force is kept, and known by its version."""

from datetime import datetime
from hashlib import sha256
from typing import TYPE_CHECKING

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Site

if TYPE_CHECKING:
    from volunteering.core.city import CitySettings

LONGEST_VERSION = 20
CHANGED_MEANWHILE = _("The charter has changed meanwhile: please read it once more.")


class CharterVersion(models.Model):
    """`since`: when this text came into force for the first time. Texts are never changed nor forgotten."""

    site = models.ForeignKey(Site, on_delete=models.CASCADE, related_name="+")
    version = models.CharField(_("version"), max_length=LONGEST_VERSION)
    text = models.TextField(_("volunteering charter"))
    since = models.DateTimeField(_("in force since"), default=timezone.now)

    class Meta:
        verbose_name = _("version of the charter")
        verbose_name_plural = _("versions of the charter")
        ordering = ["-since", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["site", "version"],
                name="charter_version_once",
                violation_error_message=_("This text of the charter is kept already."),
            )
        ]

    def __str__(self) -> str:
        return self.version


def version_of(text: str) -> str:
    """Changes when the text does; empty without a text."""
    return sha256(text.strip().encode()).hexdigest()[:12] if text.strip() else ""


def charter_version(city: "CitySettings") -> str:
    """The one in force; empty when the city has none."""
    return version_of(city.charter)


def keep_version(*, site: Site, text: str) -> None:
    """So that the city can show what somebody accepted. A text that was in force before is known already."""
    if version := version_of(text):
        CharterVersion.objects.get_or_create(site=site, version=version, defaults={"text": text})


def has_to_accept(city: "CitySettings", accepted: str) -> bool:
    """Whether somebody who accepted this version (or none: "") has to be asked."""
    return bool(charter_version(city)) and accepted != charter_version(city)


def changed_since(city: "CitySettings", accepted: str, at: datetime | None) -> datetime | None:
    """When an older version was accepted by whoever is asked again; None for whoever never accepted any."""
    return at if accepted and has_to_accept(city, accepted) else None
