"""One number that grows whenever something visitors see changes: what is kept in a cache carries it in its key.

It lives in the database, the one memory that all processes of a site share, and grows after the change was committed,
so that nobody keeps what was read before under the number that came after.
"""

from typing import Any

from django.db import models, transaction
from django.db.models import F
from django.db.models.signals import post_delete, post_save
from wagtail.models import PageViewRestriction, Site
from wagtail.signals import page_published, page_slug_changed, page_unpublished, post_page_move

from volunteering.core.city import CitySettings
from volunteering.core.taxonomy import Neighbourhood, Skill, Theme

THE_ROW = 1


class Freshness(models.Model):
    """One row."""

    version = models.PositiveBigIntegerField(default=0)

    class Meta:
        verbose_name = "freshness"

    def __str__(self) -> str:
        return str(self.version)


def version() -> int:
    """The present number; 0 before the first change. One query."""
    return Freshness.objects.filter(pk=THE_ROW).values_list("version", flat=True).first() or 0


def touch(**kwargs: Any) -> None:
    """Something visitors see changed: kept pages are good no longer once this transaction is committed.

    A receiver of signals, and a function to call after an UPDATE, which sends none.
    """
    transaction.on_commit(_grow)


def _grow() -> None:
    if not Freshness.objects.filter(pk=THE_ROW).update(version=F("version") + 1):
        Freshness.objects.get_or_create(pk=THE_ROW, defaults={"version": 1})


def listen() -> None:
    """Called once the apps are ready."""
    for signal in (page_published, page_unpublished, page_slug_changed, post_page_move):
        signal.connect(touch, dispatch_uid="volunteering.freshness")
    for sender in (CitySettings, Theme, Skill, Neighbourhood, Site, PageViewRestriction):
        post_save.connect(touch, sender=sender, dispatch_uid="volunteering.freshness")
        post_delete.connect(touch, sender=sender, dispatch_uid="volunteering.freshness")
